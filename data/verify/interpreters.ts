import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { NEWEST_MINOR } from "../../server/src/engine/version";

/** Something that runs Python. */
export interface Interpreter {
  readonly build: "native" | "wasm";
  /** The program, or the folder of the `pyodide` package. */
  readonly path: string;
}

/** The oldest minor that `introspect.py` runs on. */
export const OLDEST_RUNNABLE_MINOR = 6;

/**
 * Finds the interpreters of this machine: those of pyenv, then `python3.N` along the search path, each once. What only
 * dispatches to another one, as pyenv's shims do, is left out.
 */
export function findInterpreters(environment: NodeJS.ProcessEnv): Interpreter[] {
  const pyenv = environment.PYENV_ROOT ?? path.join(environment.HOME ?? homedir(), ".pyenv");
  const versions = path.join(pyenv, "versions");
  const installed = existsSync(versions) ? readdirSync(versions).filter(isRunnable) : [];
  const shims = path.join(pyenv, "shims");
  const folders = (environment.PATH ?? "").split(path.delimiter).filter((one) => one !== "" && one !== shims);
  const candidates = [
    ...installed.sort(byMinor).map((version) => path.join(versions, version, "bin", "python3")),
    ...folders.flatMap((folder) => runnableMinors().map((minor) => path.join(folder, `python3.${minor}`))),
  ];
  const real = candidates.filter((file) => existsSync(file)).map((file) => realpathSync(file));
  return [...new Set(real)].map((file) => ({ build: "native", path: file }));
}

/**
 * Finds `pyodide` packages in a folder: the folder itself, what is installed in its `node_modules`, and the same one level
 * below, so that several releases can stand side by side. Throws an `Error` when there is none.
 */
export function findPyodides(folder: string): Interpreter[] {
  const below = existsSync(folder) ? readdirSync(folder).sort() : [];
  const homes = [folder, ...below.map((name) => path.join(folder, name))];
  const packages = homes.flatMap((home) => [home, path.join(home, "node_modules", "pyodide")]);
  const found = [...new Set(packages)].filter(isPyodide);
  if (found.length === 0) throw new Error(`${folder} holds no pyodide package`);
  return found.map((file) => ({ build: "wasm", path: file }));
}

function isPyodide(folder: string): boolean {
  const manifest = path.join(folder, "package.json");
  if (!existsSync(manifest)) return false;
  return (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name === "pyodide";
}

function minorOf(version: string): number | undefined {
  const match = /^3\.(\d+)(?:\.|$)/.exec(version);
  return match ? Number(match[1]) : undefined;
}

function isRunnable(version: string): boolean {
  const minor = minorOf(version);
  return minor !== undefined && minor >= OLDEST_RUNNABLE_MINOR && minor <= NEWEST_MINOR;
}

function byMinor(left: string, right: string): number {
  return minorOf(left)! - minorOf(right)! || left.localeCompare(right);
}

function runnableMinors(): number[] {
  return Array.from(
    { length: NEWEST_MINOR - OLDEST_RUNNABLE_MINOR + 1 },
    (_, at) => OLDEST_RUNNABLE_MINOR + at,
  );
}
