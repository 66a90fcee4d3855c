import * as vscode from "vscode";

/** A script that says itself what it must run on, so that every surface has something to show and nothing is saved. */
const EXAMPLE = `# /// script
# requires-python = ">=3.6"
# ///
import asyncio
import math
import subprocess
import sys
import tomllib


async def main() -> int:
    done = subprocess.run(["git", "status"], capture_output=True)
    if (count := len(done.stdout)) > 80:
        return count
    return math.prod([2, 3, 7])


def read(path: str) -> dict:
    with open(path, "rb") as file:
        return tomllib.load(file)


if sys.version_info >= (3, 9):
    print("app.tar".removesuffix(".tar"))

asyncio.run(main())
`;

/** Opens a Python file, which is on no disk, in which there is something to see and something to fix. */
export async function openExample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: "python", content: EXAMPLE });
  await vscode.window.showTextDocument(document, { preview: false });
}
