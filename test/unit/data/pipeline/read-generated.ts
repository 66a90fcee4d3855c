import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { EntrySource, ModuleSource } from "../../../../data/format";
import { openLookup, type Found } from "../../../../data/pipeline/recall/lookup";

const FOLDER = join(import.meta.dirname, "../../../../data/generated");

/** Reads all generated source files, as they are committed. */
export function readGenerated(): ModuleSource[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as ModuleSource);
}

/** Gives functions that find committed entries: by id through aliases and bases, and as they stand in the files. */
export function openGenerated(): {
  readonly find: (id: string) => Found | undefined;
  readonly entry: (id: string) => EntrySource;
  readonly stored: (module: string, key: string) => EntrySource | undefined;
} {
  const modules = readGenerated();
  const lookup = openLookup(modules);
  const byName = new Map(modules.map((source) => [source.module, source]));
  return {
    find: (id) => lookup.find(id),
    entry(id) {
      const found = lookup.find(id);
      if (!found) throw new Error(`no entry of ${id}`);
      return found.entry;
    },
    stored: (module, key) => byName.get(module)?.entries[key],
  };
}
