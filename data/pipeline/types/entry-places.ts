import { PSEUDO_MODULES } from "../../../server/src/engine/catalogue/ids";
import { lineOrder } from "../../../server/src/engine/catalogue/line-order";
import type { EntrySource, ModuleSource } from "../../format";
import { plainId } from "../names/bases";

/** The entries of the catalogue by id, as facts that know them by other names look for them. */
export interface EntryPlaces {
  /** The entry of an id that is no alias. */
  entry(id: string): EntrySource | undefined;
  /** The id of the entry that holds what the stubs call `id`: itself, or by aliases of either side. */
  home(id: string): string | undefined;
  /** Tells whether an id is an entry of its own that is a class. */
  isClass(id: string): boolean;
  /** The id of the entry that a class has as a member of that name, of its own or from a base. */
  inherited(classId: string, name: string): string | undefined;
}

/** More steps than this only a circle has. */
const LONGEST_CHAIN = 8;

const OBJECT = "builtins.object";

/**
 * Opens the entries of modules for facts. `aliases` are the stubs' own names for what they describe.
 *
 * Example: the stubs describe `selectors.DefaultSelector`, which the catalogue has as an alias of
 * `selectors.EpollSelector`; members of the one are members of the other.
 */
export function openPlaces(
  modules: readonly ModuleSource[],
  aliases: ReadonlyMap<string, string>,
): EntryPlaces {
  const entries = entriesById(modules);
  const otherNames = namesByTarget(aliases);
  const known = new Map<string, string | undefined>();

  const follow = (id: string, steps: number): string | undefined => {
    const entry = entries.get(id);
    if (entry?.alias === undefined) return entry && id;
    return steps > 0 ? find(entry.alias, steps - 1) : undefined;
  };
  const inOwner = (id: string, steps: number): string | undefined => {
    const dot = id.lastIndexOf(".");
    const owner = dot < 0 || steps === 0 ? undefined : find(id.slice(0, dot), steps - 1);
    return owner !== undefined && owner !== id.slice(0, dot)
      ? follow(`${owner}${id.slice(dot)}`, steps - 1)
      : undefined;
  };
  const byOtherName = (id: string, steps: number): string | undefined => {
    const names = otherNames.get(id) ?? [];
    const own = names.find((name) => entries.has(name) && entries.get(name)?.alias === undefined);
    return own ?? names.map((name) => follow(name, steps)).find((found) => found !== undefined);
  };
  const find = (id: string, steps: number): string | undefined =>
    entries.has(id) ? follow(id, steps) : (inOwner(id, steps) ?? byOtherName(id, steps));

  const basesOf = (classId: string): string[] => {
    const told = entries.get(classId)?.bases ?? [];
    const bases = told.length > 0 || classId === OBJECT ? told : [OBJECT];
    return bases.map((base) => find(plainId(base), LONGEST_CHAIN)).filter((base) => base !== undefined);
  };

  return {
    entry: (id) => entries.get(id),
    isClass: (id) => ["class", "exception"].includes(entries.get(id)?.kind ?? ""),
    inherited(classId, name) {
      const owner = find(classId, LONGEST_CHAIN);
      const line = owner === undefined ? [] : lineOrder(owner, basesOf, (id) => id);
      const holder = line.find((id) => entries.has(`${id}.${name}`));
      return holder && follow(`${holder}.${name}`, LONGEST_CHAIN);
    },
    home(id) {
      if (!known.has(id)) known.set(id, find(id, LONGEST_CHAIN));
      return known.get(id);
    },
  };
}

function namesByTarget(aliases: ReadonlyMap<string, string>): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [alias, id] of [...aliases].sort()) names.set(id, [...(names.get(id) ?? []), alias]);
  return names;
}

/** What code can call wins over a module of its name. */
function entriesById(modules: readonly ModuleSource[]): Map<string, EntrySource> {
  const entries = new Map<string, EntrySource>();
  for (const { module, entries: held } of modules) {
    if (PSEUDO_MODULES.includes(module)) continue;
    for (const [key, entry] of Object.entries(held)) {
      const id = key === "" ? module : `${module}.${key}`;
      if (key !== "" || !entries.has(id)) entries.set(id, entry);
    }
  }
  return entries;
}
