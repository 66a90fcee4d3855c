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
  /** The life of an entry in one line: `3.12 seen 3.0`, `-3.10` for what went, `always` for what every Python 3 has. */
  readonly life: (id: string) => string;
  /** The life of a parameter, in the same notation; `unchanged` for one that is as old as its callable. */
  readonly parameter: (id: string, name: string) => string;
} {
  const modules = readGenerated();
  const lookup = openLookup(modules);
  const byName = new Map(modules.map((source) => [source.module, source]));
  const entry = (id: string): EntrySource => {
    const found = lookup.find(id);
    if (!found) throw new Error(`no entry of ${id}`);
    return found.entry;
  };
  return {
    find: (id) => lookup.find(id),
    entry,
    stored: (module, key) => byName.get(module)?.entries[key],
    life: (id) => describeLife(entry(id)),
    parameter(id, name) {
      const found = entry(id).parameters?.[name];
      if (found) return describeLife(found);
      return entry(id).signature?.includes(name) ? "unchanged" : "unknown";
    },
  };
}

function describeLife({
  added,
  seen,
  deprecated,
  removed,
}: Pick<EntrySource, "added" | "seen" | "deprecated" | "removed">): string {
  return [
    added ?? "always",
    seen && `seen ${seen}`,
    deprecated && `dep ${deprecated}`,
    removed && `-${removed}`,
  ]
    .filter(Boolean)
    .join(" ");
}
