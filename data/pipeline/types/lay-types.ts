import type { EntrySource, ModuleSource } from "../../format";
import type { TypeFact } from "../typeshed/type-facts";
import { layBases } from "./class-bases";
import { openPlaces } from "./entry-places";
import { findInternals } from "./internal-classes";
import { cutDeepTypes, renameClasses } from "./mentions";
import { findOverrides } from "./overrides";
import { placeFacts, type DroppedFacts } from "./place-facts";
import type { TypeEvidence } from "./type-evidence";

/** Modules whose entries say what the analysis must know of types. */
export interface TypedModules {
  /** Sorted by name; those that only hold internal entries among them. */
  readonly modules: readonly ModuleSource[];
  /** Facts that no entry took, by reason. */
  readonly dropped: DroppedFacts;
}

/**
 * Lays type facts over the entries that hold what they speak of, and adds the classes without a public name that these
 * facts lead to. Classes are named by the ids of the catalogue. Throws an `Error` when a fact names a class that
 * neither an entry nor another fact describes.
 */
export function layTypes(modules: readonly ModuleSource[], { types, aliases }: TypeEvidence): TypedModules {
  const evidence = { types: new Map([...types].map(([id, fact]) => [id, cutDeepTypes(fact)])), aliases };
  const places = openPlaces(modules, evidence.aliases);
  const { placed, dropped } = placeFacts(evidence, places);
  const overrides = findOverrides(evidence, places, placed);
  const laid = [...placed.values(), ...[...overrides.values()].map(({ fact }) => fact)];
  const internals = findInternals(laid, evidence, places);
  const rename = (id: string): string => {
    const known = internals.has(id) ? id : places.home(id);
    if (known === undefined) throw new Error(`A type fact names ${id}, which nothing describes.`);
    return known;
  };
  const typed = new Map<string, Record<string, EntrySource>>(
    modules.map(({ module, entries }) => [module, layOnModule(module, entries, placed, rename)]),
  );
  for (const [id, { module, fact }] of internals) {
    const entries = typed.get(module) ?? {};
    typed.set(module, entries);
    entries[id.slice(module.length + 1)] = internalEntry(renameClasses(fact, rename), id, module);
  }
  for (const [id, { inherited, fact }] of overrides) {
    const module = moduleOf(id, typed);
    const entry = { internal: true, alias: inherited, ...renameClasses(fact, rename) } as const;
    typed.get(module)![id.slice(module.length + 1)] = entry;
  }
  const sorted = [...typed].sort(([a], [b]) => (a < b ? -1 : 1));
  const used = (id: string): boolean =>
    internals.has(id) || overrides.has(id) || places.home(id) !== undefined;
  const unreached = [...types.keys()].filter((id) => !used(id)).length;
  return {
    modules: sorted.map(([module, entries]) => ({ module, entries })),
    dropped: { ...dropped, unreached },
  };
}

function layOnModule(
  module: string,
  entries: Readonly<Record<string, EntrySource>>,
  placed: ReadonlyMap<string, TypeFact>,
  rename: (id: string) => string,
): Record<string, EntrySource> {
  return Object.fromEntries(
    Object.entries(entries).map(([key, entry]) => {
      const id = `${module}.${key}`;
      const fact = key === "" || entry.alias !== undefined ? undefined : placed.get(id);
      return [key, fact ? layFact(entry, renameClasses(fact, rename), id) : entry];
    }),
  );
}

/** What interpreters show of an entry stands; the fact adds to it. */
function layFact(entry: EntrySource, fact: TypeFact, id: string): EntrySource {
  const { bases: told, params = 0, binds, ...rest } = fact;
  if (fact.params === undefined) {
    const how = entry.binds ?? binds;
    return { ...entry, ...rest, ...(how ? { binds: how } : {}) };
  }
  // A class that users only know as what makes its objects.
  if (entry.kind === "function") return { ...entry, ...rest, returns: rest.returns ?? id };
  const { bases: real, ...shown } = entry;
  return { ...shown, ...rest, ...(params > 0 ? { params } : {}), ...layBases(real, told) };
}

function internalEntry({ params, ...fact }: TypeFact, id: string, module: string): EntrySource {
  const isMember = id.lastIndexOf(".") > module.length;
  const isCallable = Object.keys(fact).some((key) => key.startsWith("returns"));
  return {
    kind: params !== undefined ? "class" : isMember && isCallable ? "method" : "attribute",
    internal: true,
    ...fact,
    ...(params ? { params } : {}),
    evidence: ["typeshed"],
  };
}

/** The longest module name that the id of a member of a public class begins with. */
function moduleOf(id: string, modules: ReadonlyMap<string, unknown>): string {
  let module = id;
  while (!modules.has(module)) module = module.slice(0, module.lastIndexOf("."));
  return module;
}
