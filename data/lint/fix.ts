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
  const { files, aliases } = readSources(folder);
  for (const file of files) rewrite(file.path, file.text, formatModuleSource(file.source));
  if (Object.keys(aliases).length === 0) return;
  const aliasesFile = path.join(folder, "authored", "aliases.json");
  rewrite(aliasesFile, readFileSync(aliasesFile, "utf8"), formatTable(aliases));
}

function rewrite(file: string, text: string, formatted: string): void {
  if (formatted !== text && findDuplicateKeys(text).length === 0) writeFileSync(file, formatted);
}
