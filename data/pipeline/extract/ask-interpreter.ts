import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import type { RawIntrospection } from "./fold-introspections";

const INTROSPECTION = path.join(import.meta.dirname, "..", "introspect.py");
const PYODIDE_RUNNER = path.join(import.meta.dirname, "pyodide-runner.mjs");
/** Where `catalogue:verify` looks for such packages as well. */
const PYODIDES = path.join(homedir(), ".cache", "sincewhen", "pyodide");

/**
 * Asks a Python what it holds, without site packages, which shadow modules of the standard library. `evidence` is the
 * file with what other releases hold. Throws an `Error` when it fails.
 */
export function askInterpreter(python: string, evidence: string): RawIntrospection {
  return run(python, ["-S", "-I", "-W", "ignore", INTROSPECTION, evidence]);
}

/**
 * Asks the Python of npm's `pyodide`, of a release that is not installed. `package` is a version (`315.0.0`), which is
 * installed into the cache folder first, or the folder of one. Throws an `Error` when it cannot be had or fails.
 */
export function askPyodide(packageOrVersion: string, evidence: string): RawIntrospection {
  const folder = existsSync(packageOrVersion) ? packageOrVersion : installPyodide(packageOrVersion);
  return run(process.execPath, [PYODIDE_RUNNER, folder, INTROSPECTION, evidence]);
}

function installPyodide(version: string): string {
  const home = path.join(PYODIDES, version);
  const folder = path.join(home, "node_modules", "pyodide");
  if (!existsSync(folder)) {
    mkdirSync(home, { recursive: true });
    const args = ["install", "--ignore-scripts", "--no-save", "--prefix", home, `pyodide@${version}`];
    const { status, stderr, error } = spawnSync("npm", args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`pyodide@${version}: ${error?.message ?? stderr}`);
  }
  return folder;
}

function run(program: string, args: readonly string[]): RawIntrospection {
  const asked = spawnSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (asked.status !== 0) throw new Error(`${program}: ${asked.error?.message ?? asked.stderr}`);
  return JSON.parse(asked.stdout) as RawIntrospection;
}
