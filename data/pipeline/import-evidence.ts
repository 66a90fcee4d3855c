import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { NO_MINORS, type MinorSet } from "../../server/src/engine/version";
import { formatMinorSet, parseMinorSet } from "./evidence/minor-set";
import { readEvidenceFile, type RuntimeEvidenceFile, type Runs } from "./evidence/runtime-evidence";

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

const EVIDENCE_FILE = join(import.meta.dirname, "../evidence/runtime.json.gz");
const INTROSPECTION = join(import.meta.dirname, "introspect.py");

/** Takes the introspections of a folder (`py3.16.json`), by minor. */
function readFolder(folder: string): Map<number, RawIntrospection> {
  const raw = new Map<number, RawIntrospection>();
  for (const file of readdirSync(folder)) {
    const match = /^py3\.(\d+)\.json$/.exec(file);
    if (match)
      raw.set(Number(match[1]), JSON.parse(readFileSync(join(folder, file), "utf8")) as RawIntrospection);
  }
  if (raw.size === 0) throw new Error(`no py3.N.json in ${folder}`);
  return raw;
}

/** Asks an interpreter what it holds, without site packages, which shadow modules of the standard library. */
function askInterpreter(python: string): Map<number, RawIntrospection> {
  const args = ["-S", "-I", "-W", "ignore", INTROSPECTION, EVIDENCE_FILE];
  const asked = spawnSync(python, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (asked.status !== 0) throw new Error(`${python}: ${asked.error?.message ?? asked.stderr}`);
  const raw = JSON.parse(asked.stdout) as RawIntrospection;
  return new Map([[Number(/^3\.(\d+)/.exec(raw.python)![1]), raw]]);
}

/** Adds releases to the evidence, or replaces them; a folder with every release makes the evidence anew. */
function main(sources: readonly string[]): void {
  if (sources.length === 0) throw new Error("usage: tsx data/pipeline/import-evidence.ts FOLDER|PYTHON...");
  const raw = existsSync(EVIDENCE_FILE)
    ? unfold(readEvidenceFile(readFileSync(EVIDENCE_FILE)))
    : new Map<number, RawIntrospection>();
  for (const source of sources) {
    const isFolder = existsSync(source) && statSync(source).isDirectory();
    for (const [minor, one] of isFolder ? readFolder(source) : askInterpreter(source)) raw.set(minor, one);
  }
  writeFileSync(EVIDENCE_FILE, gzipSync(JSON.stringify(foldIntrospections(raw)), { level: 9 }));
  process.stdout.write(`evidence of ${[...raw.values()].map(({ python }) => python).join(", ")}\n`);
}

if (process.argv[1]?.endsWith("import-evidence.ts")) main(process.argv.slice(2));
