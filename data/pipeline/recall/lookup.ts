import type { EntrySource, ModuleSource } from "../../format";
import { plainId } from "../names/bases";

/** An entry under its canonical id. */
export interface Found {
  readonly id: string;
  readonly entry: EntrySource;
}

/** Finds entries of generated sources as a reader of the catalogue would: through aliases and base classes. */
export interface Lookup {
  /** The entry of an id; an alias with a life of its own is given as such, another gives its target. */
  find(id: string): Found | undefined;
  /** What an id stands for in the end, whatever life its aliases have. */
  target(id: string): Found | undefined;
}

const LONGEST_CHAIN = 8;

/** Opens generated sources for look-ups; what is internal is not there. */
export function openLookup(modules: readonly ModuleSource[]): Lookup {
  const entries = new Map<string, EntrySource>();
  for (const { module, entries: held } of modules) {
    for (const [key, entry] of Object.entries(held)) {
      if (entry.internal) continue;
      const id = key === "" ? module : `${module}.${key}`;
      if (key !== "" || !entries.has(id)) entries.set(id, entry);
    }
  }
  const find = (id: string, steps: number): Found | undefined => {
    const entry = entries.get(id);
    if (entry)
      return entry.alias !== undefined && entry.added === undefined && steps > 0
        ? find(entry.alias, steps - 1)
        : { id, entry };
    const dot = id.lastIndexOf(".");
    const owner = dot < 0 || steps === 0 ? undefined : find(id.slice(0, dot), steps - 1);
    if (!owner) return undefined;
    const name = id.slice(dot + 1);
    const homes = [
      ...(owner.entry.alias ? [owner.entry.alias] : []),
      ...(owner.entry.bases ?? []).map(plainId),
    ];
    if (owner.id !== id.slice(0, dot)) homes.unshift(owner.id);
    for (const home of homes) {
      const found = find(`${home}.${name}`, steps - 1);
      if (found) return found;
    }
    return undefined;
  };
  const target = (id: string, steps: number): Found | undefined => {
    const found = find(id, steps);
    return found?.entry.alias !== undefined && steps > 0 ? target(found.entry.alias, steps - 1) : found;
  };
  return { find: (id) => find(id, LONGEST_CHAIN), target: (id) => target(id, LONGEST_CHAIN) };
}
