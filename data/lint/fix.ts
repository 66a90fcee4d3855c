import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { formatModuleSource, formatTable } from "../build/format-source";
import { readSources } from "../build/read-sources";
import { findDuplicateKeys } from "./json-keys";

/**
 * Rewrites the source files of a data folder that are not in canonical form. A file that states a member twice is left
 * alone: rewriting it would drop one of the two unseen. Throws an `Error` that names a file that cannot be read.
 */
export function rewriteSources(folder: string): void {
  const { files, aliases, languages } = readSources(folder);
  for (const file of files) rewrite(file.path, file.text, formatModuleSource(file.source));
  for (const [name, table] of Object.entries({ aliases, languages })) {
    if (Object.keys(table).length === 0) continue;
    const file = path.join(folder, "authored", `${name}.json`);
    rewrite(file, readFileSync(file, "utf8"), formatTable(table));
  }
}

function rewrite(file: string, text: string, formatted: string): void {
  if (formatted !== text && findDuplicateKeys(text).length === 0) writeFileSync(file, formatted);
}
