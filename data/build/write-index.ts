import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ModuleSource } from "../format";
import { compileIndex } from "./compile-index";
import { layOver } from "./merge";
import { DATA_FOLDER, readSources, type SourceFile } from "./read-sources";

/**
 * Compiles this project's `data` and writes the index to `file`, making its folder. Gives the content hash. Throws an
 * `Error` that names file or entry when the data cannot be compiled.
 */
export function writeCatalogueIndex(file: string): string {
  const { text, hash } = compileCatalogue();
  mkdirSync(path.dirname(file), { recursive: true });
  // A server that runs reads its index bit by bit: the old file must stay as it is for whoever has it open.
  writeFileSync(`${file}.new`, text, "latin1");
  renameSync(`${file}.new`, file);
  return hash;
}

/** Compiles this project's `data`. Throws an `Error` that names file or entry when the data cannot be compiled. */
export function compileCatalogue(): { readonly text: string; readonly hash: string } {
  const { files, calendar, aliases, languages } = readSources(DATA_FOLDER);
  return compileIndex({ modules: mergeFiles(files), calendar, aliases, languages });
}

/** Lays each authored file over the generated one of the same module, sorted by module; one that nothing is left of is dropped. */
export function mergeFiles(files: readonly SourceFile[]): ModuleSource[] {
  const find = (module: string, origin: SourceFile["origin"]) =>
    files.find((file) => file.origin === origin && file.source.module === module)?.source;
  const names = [...new Set(files.map((file) => file.source.module))].sort();
  const merged = names.map((name) => layOver(find(name, "generated"), find(name, "authored")));
  return merged.filter(({ entries }) => Object.keys(entries).length > 0);
}
