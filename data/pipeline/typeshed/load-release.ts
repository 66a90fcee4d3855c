import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  parseMinor,
  minorsBefore,
  minorsFrom,
  type MinorSet,
  ALL_MINORS,
} from "../../../server/src/engine/version";
import type { Declaration } from "./declaration";
import type { StubParser } from "./parse-stub";
import { EVERYWHERE, realmOfMinors, type Realm } from "./realm";

/** One stub file. */
export interface StubModule {
  /** Dotted name: `os.path`. */
  readonly name: string;
  readonly isPackage: boolean;
  /** The Pythons that have the module at all. */
  readonly realm: Realm;
  readonly declarations: readonly Declaration[];
}

/** Lifetimes of modules by dotted name, as the file `VERSIONS` states them. */
export type ModuleLifetimes = ReadonlyMap<string, MinorSet>;

/** Stubs of things that are not of the standard library, or that nobody could import. */
const FOREIGN =
  /^(_typeshed|typing_extensions|_typeshed\..*|mypy_extensions|xxlimited|__main__|_bootlocale)$/;

/** Tells whether a module's names belong to no catalogue: helpers of type checkers. Its names still serve as types. */
export function isForeign(module: string): boolean {
  return FOREIGN.test(module);
}

/** Reads the text of `VERSIONS`: one `name: 3.N-3.M` a line, the end inclusive and optional. */
export function readLifetimes(text: string): ModuleLifetimes {
  const lifetimes = new Map<string, MinorSet>();
  for (const line of text.split("\n")) {
    const [, name, from, to] = /^([\w.]+):\s*(\d+\.\d+)(?:-(\d+\.\d+)?)?/.exec(line) ?? [];
    if (!name || !from) continue;
    const last = to ? parseMinor(to) : undefined;
    // A module that ended with Python 2 has no minor of Python 3 at all.
    if (to && last === undefined) continue;
    const ended = last === undefined ? ALL_MINORS : minorsBefore(last + 1);
    lifetimes.set(name, minorsFrom(parseMinor(from) ?? 0) & ended);
  }
  return lifetimes;
}

/** Gives the lifetime of a module: its own, else that of the nearest package around it; `undefined` when none is listed. */
export function lifetimeOf(module: string, lifetimes: ModuleLifetimes): MinorSet | undefined {
  for (let name = module; name; name = name.slice(0, Math.max(0, name.lastIndexOf(".")))) {
    const own = lifetimes.get(name);
    if (own !== undefined) return own;
  }
  return undefined;
}

/** Gives the lifetimes that the `VERSIONS` file of a stub folder states; none when the folder has no such file. */
export function loadLifetimes(stdlib: string): ModuleLifetimes {
  const file = join(stdlib, "VERSIONS");
  return existsSync(file) ? readLifetimes(readFileSync(file, "utf8")) : new Map();
}

/**
 * Reads every stub of a `stdlib` folder. Old releases sort the stubs into folders named after the Pythons that have them
 * (`2and3`, `3`, `3.7`); newer ones keep them in one folder beside `VERSIONS`.
 *
 * @param lifetimes what is known of the modules' lifetimes from all releases; it bounds what the files say.
 */
export function loadStubs(stdlib: string, lifetimes: ModuleLifetimes, parser: StubParser): StubModule[] {
  const folders = readdirSync(stdlib).filter((name) => /^(2and3|3(\.\d+)?)$/.test(name));
  if (folders.length === 0) return loadFolder(stdlib, ALL_MINORS, lifetimes, parser);
  return folders.sort().flatMap((folder) => {
    const minor = parseMinor(folder);
    const minors = minor === undefined ? ALL_MINORS : minorsFrom(minor);
    return loadFolder(join(stdlib, folder), minors, lifetimes, parser);
  });
}

function loadFolder(
  folder: string,
  minors: MinorSet,
  lifetimes: ModuleLifetimes,
  parser: StubParser,
): StubModule[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".pyi") && !file.includes("@python2"))
    .sort();
  return files.map((file) => {
    const parts = file.slice(0, -".pyi".length).split("/");
    const isPackage = parts.at(-1) === "__init__";
    if (isPackage) parts.pop();
    const name = parts.join(".");
    const realm = realmOfMinors((lifetimeOf(name, lifetimes) ?? ALL_MINORS) & minors);
    // The module's own lifetime does not bound what it declares: older modules re-export from younger ones in the stubs,
    // as collections.abc does from typing.
    const declarations = parser.parse(readFileSync(join(folder, file), "utf8"), EVERYWHERE);
    return { name, isPackage, realm, declarations };
  });
}
