import { gunzipSync } from "node:zlib";
import type { MinorSet } from "../../../server/src/engine/version";
import { parseMinorSet } from "./minor-set";

/**
 * What one name of a module is, as introspection wrote it down: a letter (`f` function, `c` class, `e` exception,
 * `v` variable, `m` module, `z` lazily made), then `-` (not in `__all__`) or `!` (only in the WebAssembly build), then
 * `=path` or `@module` (where it is defined), then `(parameters)`, `?` or `:type`.
 */
export type NameToken = string;

/** What one member of a class is: `m(...)` method, `s(...)` static, `c(...)` class method, `p` attribute, or a nested class. */
export type MemberToken = string | NestedClass;

/** A class inside a class: the key `""` is its constructor, the others are as in a class. */
export type NestedClass = Readonly<Record<string, unknown>>;

/** The key under which a class keeps its constructor's parameters. */
export const CONSTRUCTOR_KEY = "()";
/** The key under which a class keeps its base classes, each with the members that it alone contributes. */
export const BASES_KEY = "<";

/** What one interpreter holds. */
export interface RuntimeRelease {
  /** N of 3.N. */
  readonly minor: number;
  /** Which build was asked: `3.12.7 wasm + 3.12.0b4+ native`. */
  readonly build: string;
  /** Modules of that release that this build lacks; absence there proves nothing. */
  readonly missing: ReadonlySet<string>;
  readonly modules: ReadonlyMap<string, ReadonlyMap<string, NameToken>>;
  /** By the path that the class gives itself; values include `CONSTRUCTOR_KEY` and `BASES_KEY`. */
  readonly classes: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  readonly keywords: ReadonlySet<string>;
  readonly softKeywords: ReadonlySet<string>;
  /** Names that `from __future__ import` takes. */
  readonly futures: ReadonlySet<string>;
}

/** Values by the minors that have them: `{"0-2": "f?", "3-15": "v:int"}`; minors in none lack the thing. */
export type Runs<T> = Readonly<Record<string, T>>;

/** The evidence file: every release in one, each value told once. */
export interface RuntimeEvidenceFile {
  readonly releases: readonly {
    readonly minor: number;
    readonly build: string;
    readonly missing: readonly string[];
  }[];
  readonly keywords: Readonly<Record<string, string>>;
  readonly softKeywords: Readonly<Record<string, string>>;
  readonly futures: Readonly<Record<string, string>>;
  readonly codecs: Readonly<Record<string, string>>;
  readonly modules: Readonly<
    Record<string, { readonly minors: string; readonly names: Readonly<Record<string, Runs<NameToken>>> }>
  >;
  readonly classes: Readonly<
    Record<string, { readonly minors: string; readonly members: Readonly<Record<string, Runs<unknown>>> }>
  >;
}

/** Unpacks the evidence file (gzip of JSON) as it is. Throws when it is not such a file. */
export function readEvidenceFile(packed: Uint8Array): RuntimeEvidenceFile {
  return JSON.parse(gunzipSync(packed).toString("utf8")) as RuntimeEvidenceFile;
}

/** Unpacks the evidence file (gzip of JSON). Gives one release per minor, ascending; throws when it is not such a file. */
export function readRuntimeEvidence(packed: Uint8Array): RuntimeRelease[] {
  const file = readEvidenceFile(packed);
  return file.releases.map(({ minor, build, missing }) => ({
    minor,
    build,
    missing: new Set(missing),
    modules: pick(file.modules, minor, (module) => module.names),
    classes: pick(file.classes, minor, (owner) => owner.members),
    keywords: pickNames(file.keywords, minor),
    softKeywords: pickNames(file.softKeywords, minor),
    futures: pickNames(file.futures, minor),
  }));
}

function pick<O extends { readonly minors: string }, T>(
  owners: Readonly<Record<string, O>>,
  minor: number,
  parts: (owner: O) => Readonly<Record<string, Runs<T>>>,
): Map<string, ReadonlyMap<string, T>> {
  const picked = new Map<string, ReadonlyMap<string, T>>();
  for (const [name, owner] of Object.entries(owners)) {
    if (!has(owner.minors, minor)) continue;
    const values = new Map<string, T>();
    for (const [part, runs] of Object.entries(parts(owner))) {
      const run = Object.entries(runs).find(([minors]) => has(minors, minor));
      if (run) values.set(part, run[1]);
    }
    picked.set(name, values);
  }
  return picked;
}

function pickNames(names: Readonly<Record<string, string>>, minor: number): Set<string> {
  return new Set(Object.keys(names).filter((name) => has(names[name], minor)));
}

const setCache = new Map<string, MinorSet>();

function has(minors: string, minor: number): boolean {
  let set = setCache.get(minors);
  if (set === undefined) setCache.set(minors, (set = parseMinorSet(minors)));
  return (set & (1 << minor)) !== 0;
}
