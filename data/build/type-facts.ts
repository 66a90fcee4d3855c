import type { EntryKind, TypeFacts } from "../../server/src/engine/catalogue/entry";
import type { EntrySource, ModuleSource } from "../format";

/** `data/evidence/typeshed-types.json`: facts by id, and other paths of the same things. */
export interface TypeEvidence {
  readonly types: Readonly<Record<string, TypeFacts>>;
  readonly aliases: Readonly<Record<string, string>>;
}

/** An entry as the index stores it: what a source file says, and what its type is. */
export interface TypedEntry extends EntrySource {
  readonly facts?: TypeFacts;
  /** Nobody can name it or look for it, but facts lead to it: `os._Environ`. */
  readonly internal?: true;
}

/** A module with the types of what is in it. */
export interface TypedModule {
  readonly module: string;
  readonly entries: Readonly<Record<string, TypedEntry>>;
}

/**
 * Lays type facts over merged modules. What a source file says of a type wins. Facts on private classes and on special
 * methods that no source lists make internal entries; others that no entry takes are dropped.
 */
export function layTypes(modules: readonly ModuleSource[], evidence: TypeEvidence): TypedModule[] {
  const entries = new Map(
    modules.map(({ module, entries }) => [module, new Map<string, TypedEntry>(Object.entries(entries))]),
  );
  for (const [id, facts] of Object.entries(evidence.types)) {
    const place = placeOf(entries, id);
    if (!place) continue;
    const { section, key } = place;
    const known = section.get(key);
    if (known && known.alias === undefined) section.set(key, { ...known, facts: withSource(facts, known) });
    else if (!known && isInternal(id)) section.set(key, { kind: kindOf(facts, key), internal: true, facts });
  }
  return [...entries].map(([module, section]) => ({ module, entries: Object.fromEntries(inOrder(section)) }));
}

type Sections = Map<string, Map<string, TypedEntry>>;

/** The longest module name that an id begins with; private modules that facts lead to are made on the way. */
function placeOf(
  sections: Sections,
  id: string,
): { section: Map<string, TypedEntry>; key: string } | undefined {
  for (let end = id.length; end > 0; end = id.lastIndexOf(".", end - 1)) {
    const section = sections.get(id.slice(0, end));
    if (section) return { section, key: id.slice(end + 1) };
  }
  if (!id.startsWith("_")) return undefined;
  const module = id.slice(0, id.indexOf("."));
  const section = new Map<string, TypedEntry>([["", { kind: "module", internal: true }]]);
  sections.set(module, section);
  return { section, key: id.slice(module.length + 1) };
}

function withSource(facts: TypeFacts, { bases, returns, awaitable, type, binds }: EntrySource): TypeFacts {
  const said = { bases, returns, awaitable, type, binds };
  return { ...facts, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
}

/** A private class, a member of one, or a special method. */
function isInternal(id: string): boolean {
  const names = id.split(".");
  return (
    names.some((name) => name.startsWith("_") && !name.startsWith("__")) ||
    /^__\w+__$/.test(names.at(-1) ?? "")
  );
}

function kindOf(facts: TypeFacts, key: string): EntryKind {
  if (facts.params !== undefined) return "class";
  if (facts.type !== undefined) return "attribute";
  return key.includes(".") ? "method" : "function";
}

/** Members stand behind their class, as everywhere in the catalogue. */
function inOrder(section: ReadonlyMap<string, TypedEntry>): [string, TypedEntry][] {
  const rank = (key: string): string => key.replaceAll(".", "\u0000");
  const listed = [...section];
  const added = listed.filter(([, entry]) => entry.internal);
  if (added.length === 0) return listed;
  return listed.sort(([left], [right]) => (rank(left) < rank(right) ? -1 : rank(left) > rank(right) ? 1 : 0));
}
