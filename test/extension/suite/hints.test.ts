import * as vscode from "vscode";
import { equal, openSample, openText, placeOf, revert, SCRIPT, setSetting, until } from "./support";

async function hintsOf(document: vscode.TextDocument): Promise<vscode.InlayHint[]> {
  return vscode.commands.executeCommand<vscode.InlayHint[]>(
    "vscode.executeInlayHintProvider",
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  );
}

function labelOf({ label }: vscode.InlayHint): string {
  return typeof label === "string" ? label : label.map(({ value }) => value).join("");
}

/** Waits until the hints, each as its label behind its line, are these. */
async function untilHints(document: vscode.TextDocument, wanted: readonly string[]): Promise<void> {
  let last: string[] = [];
  await until(
    async () => {
      last = (await hintsOf(document)).map((hint) => `${hint.position.line} ${labelOf(hint)}`);
      return JSON.stringify(last) === JSON.stringify(wanted) ? true : undefined;
    },
    `hints ${JSON.stringify(wanted)}; the last were ${JSON.stringify(last)}`,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; the last were ${JSON.stringify(last)}`);
  });
}

describe("inlay hints", () => {
  afterEach(async () => {
    await setSetting("inlayHints", undefined);
  });

  it("show the version behind the name, with a way to its page", async () => {
    const document = await openSample("app.py");
    const end = placeOf(document, "asyncio.run").translate(0, 1);
    // The workbench may let go of a command together with an older answer, before it was read; then it is asked again.
    const { hint, command } = await until(async () => {
      const found = (await hintsOf(document)).find(({ position }) => position.isEqual(end));
      const part = typeof found?.label === "string" ? undefined : found?.label[0];
      return found && part?.command ? { hint: found, command: part.command } : undefined;
    }, "a hint behind asyncio.run that can be clicked");
    equal(labelOf(hint), "3.7+", "label");
    equal(command.command, "sinceWhen.openFeature", "command of a click");
    equal(command.arguments, ["asyncio.run"], "what a click opens");
  });

  it("show as much as the setting says, each symbol once a line, and nothing a guard says already", async () => {
    const document = await openText(
      `${SCRIPT}import math, subprocess, sys
math.prod(math.prod([1]) for _ in ())
subprocess.run([])
if sys.version_info >= (3, 8):
    math.dist((1,), (2,))
`,
    );
    await untilHints(document, ["4 3.8+"]);
    await setSetting("inlayHints", "off");
    await untilHints(document, []);
    await setSetting("inlayHints", "all");
    await untilHints(document, ["4 3.8+", "5 3.5+"]);
    await revert();
  });
});
