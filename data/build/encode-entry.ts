import { entryId, parameterId } from "../../server/src/engine/catalogue/ids";
import {
  BINDINGS,
  DROP_INS,
  EVIDENCE,
  KINDS,
  OLDER_PYTHONS,
  PLATFORMS,
  type StoredEntry,
  type StoredLife,
  type StoredParameter,
} from "../../server/src/engine/catalogue/index-format";
import {
  minorsBefore,
  minorsFrom,
  parseMinor,
  singleMinor,
  type MinorSet,
} from "../../server/src/engine/version";
import type { EntrySource, ParameterSource } from "../format";
import { hasOwnLife } from "./aliases";

/** What the facts of an entry are stored against. */
export interface EncodingContext {
  /** The documentation page of the module, below the documentation's root; empty when it has none. */
  readonly page: string;
  readonly resolve: (id: string) => string;
}

/** Gives the page of a URL without its anchor; empty for none. */
export function pageOf(entry: EntrySource | undefined): string {
  return entry?.url?.replace(/#.*$/, "") ?? "";
}

/** Gives the stored form of one entry. Throws an `Error` that names it when a value is outside the format. */
export function encodeEntry(
  module: string,
  key: string,
  entry: EntrySource,
  context: EncodingContext,
): StoredEntry {
  const id = entryId(module, key);
  const life = {
    ...storedLife(id, entry, key.includes(".")),
    x: entry.removal,
    m: entry.micros,
    e: entry.replacement === undefined ? undefined : context.resolve(entry.replacement),
    E: entry.dropIn === undefined ? undefined : placeIn(id, DROP_INS, entry.dropIn) + 1,
    u: key === "" ? entry.url : storedUrl(id, entry.url, context.page),
    g: mask(id, EVIDENCE, entry.evidence),
  };
  if (entry.alias !== undefined) {
    const retyped = entry.internal ? { i: 1 as const, ...storedTypes(id, entry) } : {};
    return withoutBlanks({
      l: context.resolve(id),
      z: hasOwnLife(entry) ? 1 : undefined,
      ...life,
      ...retyped,
    });
  }
  return withoutBlanks({
    k: placeIn(id, KINDS, entry.kind ?? defaultKind(module, key)),
    ...life,
    v: entry.provisional ? 1 : undefined,
    j: entry.hook ? 1 : undefined,
    B: entry.older === undefined ? undefined : placeIn(id, OLDER_PYTHONS, entry.older) || undefined,
    A: formOfCall(entry.when, context.resolve),
    f: mask(id, PLATFORMS, entry.platforms),
    p: entry.pep,
    o: entry.backport,
    s: entry.signature,
    q: storedParameters(id, entry.parameters),
    c: entry.changes?.length ? entry.changes : undefined,
    i: entry.internal ? 1 : undefined,
    ...storedTypes(id, entry),
  });
}

/** What a behaviour is a way to call, where nothing but the form of the call shows it. */
function formOfCall(when: EntrySource["when"], resolve: (id: string) => string): string | undefined {
  const isForm = when?.every(({ call, given, without, positional, atMost, keyword }) => {
    return call && !given && (without ?? positional ?? atMost ?? keyword) !== undefined;
  });
  if (!isForm) return undefined;
  const callable = resolve(when![0].call![0]);
  const names = new Set(when!.map(({ keyword, without }) => (keyword ?? without)?.[0]));
  const [name] = names.size === 1 ? names : [];
  return name === undefined ? callable : parameterId(callable, name);
}

function defaultKind(module: string, key: string): NonNullable<EntrySource["kind"]> {
  if (key.startsWith("behaviour:")) return "behaviour";
  if (module === "syntax" || module === "interpreter") return module;
  return key === "" ? "module" : "attribute";
}

/** `isMember`: a member that every Python 3 has says so, since the name of its class may be younger. */
function storedLife(id: string, source: EntrySource | ParameterSource, isMember = false): StoredLife {
  const ranges = ("absent" in source ? source.absent : undefined) ?? [];
  const absent = ranges.reduce((set, range) => set | minorsOf(id, range), 0);
  return {
    a: source.added === "3.0" && !isMember ? undefined : source.added,
    d: source.deprecated,
    r: source.removed,
    h0: earlyMinors(source) & ~absent || undefined,
    n: absent || undefined,
  };
}

/** The minors that have it before its documented arrival: undocumented, or from a late micro on. */
function earlyMinors(source: EntrySource | ParameterSource): MinorSet {
  const seen = source.seen === undefined ? undefined : parseMinor(source.seen);
  const added = source.added === undefined ? undefined : parseMinor(source.added);
  let early = seen === undefined || added === undefined ? 0 : minorsFrom(seen) & minorsBefore(added);
  for (const micro of source.micros ?? []) early |= singleMinor(parseMinor(micro) ?? -1);
  return early;
}

function storedTypes(id: string, entry: EntrySource): Partial<StoredEntry> {
  const { params, defaults, otherwise, returnsByLiteral, returnsByType, returnsByCount } = entry;
  const rules = { otherwise, returnsByLiteral, returnsByType, returnsByCount };
  const more = withoutBlanks({ params, defaults, enum: entry.enum || undefined, ...rules });
  return {
    h: entry.bases,
    V: entry.virtualBases,
    w: entry.returns,
    y: entry.awaitable ? 1 : undefined,
    t: entry.type,
    b: entry.binds === undefined ? undefined : placeIn(id, BINDINGS, entry.binds) + 1,
    T: Object.keys(more).length > 0 ? more : undefined,
  };
}

/** Reads `3.7` or `3.7-3.10`, both ends in it. */
function minorsOf(id: string, range: string): MinorSet {
  const [first, last] = range.split("-").map(parseMinor);
  if (first === undefined || (range.includes("-") && last === undefined)) {
    throw new Error(`${id}: "${range}" is no range of minors such as "3.7-3.10".`);
  }
  return minorsFrom(first) & minorsBefore((last ?? first) + 1);
}

function storedUrl(id: string, url: string | undefined, page: string): string | undefined {
  if (url === undefined || page === "" || !url.startsWith(`${page}#`)) return url;
  const anchor = url.slice(page.length);
  return anchor === `#${id}` ? "#" : anchor;
}

function storedParameters(id: string, parameters: EntrySource["parameters"]): StoredEntry["q"] {
  const stored = Object.entries(parameters ?? {}).map(([name, parameter]): [string, StoredParameter] => [
    name,
    withoutBlanks({
      ...storedLife(`${id}(${name})`, parameter),
      m: parameter.micros,
      g: mask(`${id}(${name})`, EVIDENCE, parameter.evidence),
      i: parameter.summary === undefined ? undefined : 1,
    }),
  ]);
  return stored.length > 0 ? Object.fromEntries(stored) : undefined;
}

function mask<T>(id: string, all: readonly T[], chosen: readonly T[] | undefined): number | undefined {
  return chosen?.length ? chosen.reduce((bits, one) => bits | (1 << placeIn(id, all, one)), 0) : undefined;
}

function placeIn<T>(id: string, all: readonly T[], one: T): number {
  const place = all.indexOf(one);
  if (place < 0) throw new Error(`${id}: "${String(one)}" is none of ${all.join(", ")}.`);
  return place;
}

/** An absent member and an `undefined` one are the same in JSON, but not to whoever compares. */
function withoutBlanks<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
