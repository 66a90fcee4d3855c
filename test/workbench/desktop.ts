import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** Commands by which VS Code and its kin are started. */
const commandNames = ["code", "code-insiders", "codium", "cursor"];

/** Where macOS keeps the command when it was not put on the path. */
const macPlaces = [
  "/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code",
  "/Applications/VSCodium.app/Contents/Resources/app/bin/codium",
];

/** Gives the command of an installed desktop VS Code, or `undefined` when there is none. */
export function findDesktopCode(): string | undefined {
  const suffix = process.platform === "win32" ? ".cmd" : "";
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const onPath = commandNames.flatMap((name) => folders.map((folder) => path.join(folder, name + suffix)));
  return [...onPath, ...macPlaces].find((file) => existsSync(file));
}

/** Opens a folder in a new window of the desktop VS Code with the extension loaded from this checkout. */
export function openDesktop(code: string, extension: string, folder: string): Promise<void> {
  const args = ["--new-window", `--extensionDevelopmentPath=${extension}`, folder];
  // On Windows the command is a batch file, which only the shell can start: hence the quotes.
  const shell = process.platform === "win32";
  const quote = (text: string): string => (shell ? `"${text}"` : text);
  return new Promise((resolve, reject) => {
    const child = spawn(quote(code), args.map(quote), { stdio: "inherit", shell });
    child.on("error", reject);
    child.on("exit", (status) => {
      if (status === 0) resolve();
      else reject(new Error(`${code} ended with ${status}`));
    });
  });
}
