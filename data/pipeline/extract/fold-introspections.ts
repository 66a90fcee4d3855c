import { NO_MINORS, type MinorSet } from "../../../server/src/engine/version";
import { formatMinorSet, parseMinorSet } from "../evidence/minor-set";
import type { RuntimeEvidenceFile, Runs } from "../evidence/runtime-evidence";

/** One file that introspection of an interpreter wrote (`py3.15.json`). */
export interface RawIntrospection {
  readonly python: string;
  readonly modules: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly classes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly missing: readonly string[];
  readonly kw: readonly string[];
  readonly softkw: readonly string[];
  readonly future: readonly string[];
  readonly enc: readonly string[];
}

/**
 * Folds introspections, one per minor, into the evidence file: each value is told once, with the minors that have it.
 * Sorted throughout, so that the same introspections give the same text.
 */
export function foldIntrospections(raw: ReadonlyMap<number, RawIntrospection>): RuntimeEvidenceFile {
  const minors = [...raw.keys()].sort((a, b) => a - b);
  const lists = (pick: (one: RawIntrospection) => readonly string[]): Record<string, string> => {
    const sets = new Map<string, MinorSet>();
    for (const minor of minors) {
      for (const name of pick(raw.get(minor)!)) sets.set(name, (sets.get(name) ?? NO_MINORS) | (1 << minor));
    }
    return Object.fromEntries([...sets].sort(byKey).map(([name, set]) => [name, formatMinorSet(set)]));
  };
  const owners = <T>(
    pick: (one: RawIntrospection) => Readonly<Record<string, Readonly<Record<string, T>>>>,
  ) => lists((one) => Object.keys(pick(one)));
  const modules = owners((one) => one.modules);
  const classes = owners((one) => one.classes);
  const named = <T>(
    names: Record<string, string>,
    pick: (one: RawIntrospection, name: string) => Readonly<Record<string, T>> | undefined,
  ) =>
    Object.keys(names).map(
      (name) => [name, names[name], foldParts(minors, (minor) => pick(raw.get(minor)!, name))] as const,
    );
  return {
    releases: minors.map((minor) => ({
      minor,
      build: raw.get(minor)!.python,
      missing: [...raw.get(minor)!.missing].sort(),
    })),
    keywords: lists((one) => one.kw),
    softKeywords: lists((one) => one.softkw),
    futures: lists((one) => one.future),
    codecs: lists((one) => one.enc),
    modules: Object.fromEntries(
      named(modules, (one, name) => one.modules[name]).map(([name, set, names]) => [
        name,
        { minors: set, names },
      ]),
    ),
    classes: Object.fromEntries(
      named(classes, (one, name) => one.classes[name]).map(([name, set, members]) => [
        name,
        { minors: set, members },
      ]),
    ),
  };
}

/** Gives the introspections that an evidence file was folded from. */
export function unfold(file: RuntimeEvidenceFile): Map<number, RawIntrospection> {
  const has = (minors: string, minor: number): boolean => (parseMinorSet(minors) & (1 << minor)) !== 0;
  const list = (names: Readonly<Record<string, string>>, minor: number): string[] =>
    Object.keys(names).filter((name) => has(names[name], minor));
  const parts = <T>(runs: Readonly<Record<string, Runs<T>>>, minor: number): Record<string, T> =>
    Object.fromEntries(
      Object.entries(runs).flatMap(([name, values]) =>
        Object.entries(values)
          .filter(([minors]) => has(minors, minor))
          .map(([, value]) => [name, value] as const),
      ),
    );
  const raw = new Map<number, RawIntrospection>();
  for (const { minor, build, missing } of file.releases) {
    const present = <O extends { readonly minors: string }>(
      owners: Readonly<Record<string, O>>,
    ): [string, O][] => Object.entries(owners).filter(([, owner]) => has(owner.minors, minor));
    raw.set(minor, {
      python: build,
      missing,
      kw: list(file.keywords, minor),
      softkw: list(file.softKeywords, minor),
      future: list(file.futures, minor),
      enc: list(file.codecs, minor),
      modules: Object.fromEntries(
        present(file.modules).map(([name, { names }]) => [name, parts(names, minor)]),
      ),
      classes: Object.fromEntries(
        present(file.classes).map(([name, { members }]) => [name, parts(members, minor)]),
      ),
    });
  }
  return raw;
}

function foldParts<T>(
  minors: readonly number[],
  parts: (minor: number) => Readonly<Record<string, T>> | undefined,
): Record<string, Runs<T>> {
  const folded = new Map<string, Map<string, { value: T; set: MinorSet }>>();
  for (const minor of minors) {
    for (const [part, value] of Object.entries(parts(minor) ?? {})) {
      const key = JSON.stringify(value);
      let runs = folded.get(part);
      if (!runs) folded.set(part, (runs = new Map<string, { value: T; set: MinorSet }>()));
      const run = runs.get(key);
      if (run) run.set |= 1 << minor;
      else runs.set(key, { value, set: 1 << minor });
    }
  }
  return Object.fromEntries(
    [...folded]
      .sort(byKey)
      .map(([part, runs]) => [
        part,
        Object.fromEntries([...runs.values()].map((run) => [formatMinorSet(run.set), run.value])),
      ]),
  );
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
