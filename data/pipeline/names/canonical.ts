import { parseToken } from "./token";
import type { Sighting, Sightings } from "./sightings";

/** Modules that are another's implementation on one platform: their names are aliases of that module's. */
export const TWIN_MODULES: Readonly<Record<string, string>> = {
  posixpath: "os.path",
  ntpath: "os.path",
  macpath: "os.path",
  os2emxpath: "os.path",
  genericpath: "os.path",
  posix: "os",
  nt: "os",
};

/** Where a class or function of several documented names has its home, when no rule can tell. */
const PREFERRED_HOMES: ReadonlySet<string> = new Set(["threading.Lock", "threading.RLock"]);

/** Which names are other names of which. */
export interface CanonicalNames {
  /** Canonical id by alias; canonical ids are not in it. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Canonical id, then its aliases, by canonical id; ids without alias included. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** For a name with a life of its own that leads to the same thing as another: that other's id. */
  readonly siblings: ReadonlyMap<string, string>;
}

/**
 * Decides for every name whether it is a thing's home or an alias of it. Names that lead to one class (by the path it
 * gives itself) or one function (by the module it says it was defined in) in the newest release that has them belong
 * together; the home is the documented one, else the one that a package exports, else the shortest.
 *
 * Example: `asyncio.run` and `asyncio.runners.run` are both defined in `asyncio.runners`; the package exports it, so
 * `asyncio.runners.run` is an alias. A name with a documented life of its own (`owns`) is never an alias.
 */
export function chooseCanonicalNames(
  sightings: Sightings,
  documented: ReadonlySet<string>,
  owns: (id: string) => boolean,
): CanonicalNames {
  const groups = groupByDefinition(sightings);
  const direct = new Map<string, string>();
  const siblings = new Map<string, string>();
  for (const [id, sighting] of sightings.names) {
    const twin = twinOf(sighting, sightings);
    const minor = newestTelling(sighting);
    const definition = minor === undefined ? undefined : definitionOf(sighting, minor);
    const group = definition === undefined ? [] : groups.get(`${minor} ${definition}`)!;
    const home = twin ?? bestHome(group, definition, minor!, documented);
    if (home !== undefined && home !== id) (owns(id) ? siblings : direct).set(id, home);
  }
  return { ...resolveChains(sightings, direct), siblings };
}

function groupByDefinition(sightings: Sightings): Map<string, Sighting[]> {
  const groups = new Map<string, Sighting[]>();
  for (const sighting of sightings.names.values()) {
    for (const minor of sighting.tokens.keys()) {
      const definition = definitionOf(sighting, minor);
      if (definition === undefined) continue;
      const key = `${minor} ${definition}`;
      const group = groups.get(key);
      if (group) group.push(sighting);
      else groups.set(key, [sighting]);
    }
  }
  return groups;
}

/** The newest minor that tells what a name is: a name made lazily may show no more than its being there. */
function newestTelling(sighting: Sighting): number | undefined {
  const telling = [...sighting.tokens].filter(([, token]) => parseToken(token).kind !== "lazy");
  return telling.length > 0 ? Math.max(...telling.map(([minor]) => minor)) : undefined;
}

/** Gives the path under which a thing was defined, or `undefined` when a value does not tell where it comes from. */
export function definitionOf(sighting: Sighting, minor: number): string | undefined {
  const token = sighting.tokens.get(minor);
  if (token === undefined) return undefined;
  const parsed = parseToken(token);
  if (parsed.kind === "class" || parsed.kind === "exception") return parsed.path;
  if (parsed.kind === "function") return `${parsed.definedIn ?? sighting.module}.${sighting.name}`;
  return undefined;
}

function twinOf(sighting: Sighting, sightings: Sightings): string | undefined {
  const home = TWIN_MODULES[sighting.module];
  if (home === undefined || home === sighting.module) return undefined;
  const id = `${home}.${sighting.name}`;
  return sightings.names.has(id) ? id : undefined;
}

function bestHome(
  group: readonly Sighting[],
  definition: string | undefined,
  minor: number,
  documented: ReadonlySet<string>,
): string | undefined {
  let best: string | undefined;
  let bestRank: readonly (number | string)[] = [];
  for (const sighting of group) {
    const id = `${sighting.module}.${sighting.name}`;
    const rank = rankHome(id, sighting, definition!, minor, documented);
    if (best === undefined || compareRanks(rank, bestRank) < 0) [best, bestRank] = [id, rank];
  }
  return best;
}

function rankHome(
  id: string,
  sighting: Sighting,
  definition: string,
  minor: number,
  documented: ReadonlySet<string>,
): readonly (number | string)[] {
  const { module, name } = sighting;
  const definedIn = definition.slice(0, definition.lastIndexOf("."));
  const publicHome = definedIn
    .split(".")
    .map((part) => part.replace(/^_/, ""))
    .join(".");
  return [
    PREFERRED_HOMES.has(id) ? 0 : 1,
    documented.has(id) ? 0 : 1,
    module === "builtins" ? 0 : 1,
    TWIN_MODULES[module] === undefined ? 0 : 1,
    definition.endsWith(`.${name}`) ? 0 : 1,
    parseToken(sighting.tokens.get(minor)!).exported ? 0 : 1,
    -sighting.tokens.size,
    definedIn === module || definedIn.startsWith(`${module}.`) || publicHome === module ? 0 : 1,
    module.split(".").length,
    id.length,
    id,
  ];
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let index = 0; index < a.length; index++) {
    if (a[index] < b[index]) return -1;
    if (a[index] > b[index]) return 1;
  }
  return 0;
}

function resolveChains(
  sightings: Sightings,
  direct: ReadonlyMap<string, string>,
): Omit<CanonicalNames, "siblings"> {
  const aliases = new Map<string, string>();
  const groups = new Map<string, string[]>();
  for (const id of sightings.names.keys()) {
    const seen = new Set([id]);
    let home = id;
    for (let next = direct.get(home); next !== undefined && !seen.has(next); next = direct.get(home)) {
      seen.add(next);
      home = next;
    }
    if (home !== id) aliases.set(id, home);
    const group = groups.get(home) ?? [home];
    if (home !== id) group.push(id);
    groups.set(home, group);
  }
  return { aliases, groups };
}
