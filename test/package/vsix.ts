import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";
import { ROOT, VSIX_FILE } from "../workbench/paths";
import { packageExtension } from "./package-extension";

/** Folders of which everything is shipped. */
const wholeFolders = ["client/l10n", "client/walkthrough", "syntaxes"];

/** What the extension needs to run and to be shown; anything else in the package is there by mistake. */
const wanted = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "client/icon.png",
  "client/releases.svg",
  "dist/catalogue.index",
  "dist/client.browser.js",
  "dist/client.js",
  "dist/licences.txt",
  "dist/server-main.js",
  "dist/server.js",
  "dist/server.worker.js",
  "dist/tree-sitter-python.wasm",
  "dist/web-tree-sitter.wasm",
  "package.json",
  "package.nls.de.json",
  "package.nls.json",
  ...wholeFolders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder)).map((name) => `${folder}/${name}`),
  ),
];

/** Beyond this an extension takes long to install and to load; in bytes. */
const largest = 4_000_000;

async function main(): Promise<void> {
  await packageExtension();
  const files = (await listFiles({ cwd: ROOT, packageManager: PackageManager.None })).sort();
  const faults = [
    ...wanted.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...files.filter((file) => !wanted.includes(file)).map((file) => `${file} does not belong in it`),
  ];
  const { size } = statSync(VSIX_FILE);
  if (size > largest) faults.push(`${size} bytes are more than ${largest}`);
  if (faults.length > 0) throw new Error(`The package is not as it should be:\n${faults.join("\n")}`);
  console.log(`${VSIX_FILE}: ${files.length} files, ${Math.ceil(size / 1000)} kB`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
