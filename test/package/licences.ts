import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { init, type ModuleInfo, type ModuleInfos } from "license-checker-rseidelsohn";
import { ROOT } from "../workbench/paths";

/** Licences that let a package be shipped inside an MIT extension with nothing but their text beside it. */
const permissive = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
]);

/** Packages whose files are copied into `dist` as they are, so that no source map names them. */
const copied = ["tree-sitter-python", "web-tree-sitter"];

/**
 * Writes `dist/licences.txt`: every package that is bundled into `dist`, with its licence and that licence's text.
 * Gives the lines that name them. Throws when one has a licence that is not permissive, or no text of it.
 */
export async function writeLicences(): Promise<string[]> {
  const folders = bundledFolders();
  const known = await readLicences();
  const bundled = [...folders].sort().map((folder) => {
    const found = Object.entries(known).find(([, info]) => info.path === folder);
    if (!found) throw new Error(`Nothing is known about ${folder}, which is bundled`);
    return { name: found[0], info: found[1] };
  });
  const lines = bundled.map(({ name, info }) => `${name}: ${checkLicence(name, info)}`);
  const texts = bundled.map(({ info }, index) => `${lines[index]}\n\n${readText(info)}`);
  writeFileSync(path.join(ROOT, "dist/licences.txt"), texts.join(`\n${"-".repeat(80)}\n\n`));
  return lines;
}

/** The folders of the packages that the source maps in `dist` name. */
function bundledFolders(): Set<string> {
  const folders = new Set(copied.map((name) => path.join(ROOT, "node_modules", name)));
  for (const file of readdirSync(path.join(ROOT, "dist")).filter((name) => name.endsWith(".js"))) {
    const map = JSON.parse(readFileSync(path.join(ROOT, "dist", `${file}.map`), "utf8")) as {
      sources: string[];
    };
    for (const source of map.sources) {
      const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(source);
      if (match?.[1]) folders.add(path.resolve(ROOT, "dist", match[1]));
    }
  }
  return folders;
}

function readLicences(): Promise<ModuleInfos> {
  return new Promise((resolve, reject) => {
    // The declaration says that there always is an error; there is one only when reading failed.
    init({ start: ROOT }, (error: Error | null, infos) => {
      if (error) reject(error);
      else resolve(infos);
    });
  });
}

function checkLicence(name: string, info: ModuleInfo): string {
  const licences = [info.licenses ?? "none"].flat();
  const wrong = licences.filter((licence) => !permissive.has(licence));
  if (wrong.length > 0) throw new Error(`${name} is bundled, but its licence is ${wrong.join(", ")}`);
  return licences.join(", ");
}

function readText(info: ModuleInfo): string {
  if (!info.licenseFile)
    throw new Error(`${info.path} is bundled, but comes without the text of its licence`);
  return readFileSync(info.licenseFile, "utf8").trim() + "\n";
}
