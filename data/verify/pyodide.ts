import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** The releases of npm's `pyodide` that stand in for the Pythons which few machines have. */
export const PYODIDE_RELEASES = ["0.29.5", "314.0.7", "315.0.0-alpha.2"] as const;

/** Gives the folder in which `pyodide` packages are kept, whether or not it is there. */
export function pyodideCache(environment: NodeJS.ProcessEnv): string {
  const cache = environment.XDG_CACHE_HOME ?? path.join(homedir(), ".cache");
  return path.join(cache, "sincewhen", "pyodide");
}

/** Gives what npm must do so that a folder holds every release: one installation for each that is not there yet. */
export function missingPyodides(folder: string): { readonly home: string; readonly wanted: string }[] {
  return PYODIDE_RELEASES.map((release) => ({
    home: path.join(folder, release),
    wanted: `pyodide@${release}`,
  })).filter(({ home }) => !existsSync(path.join(home, "node_modules", "pyodide", "package.json")));
}

/** Installs into a folder the releases that it lacks, without running anything of theirs. Throws when npm fails. */
export function fetchPyodides(folder: string): void {
  for (const { home, wanted } of missingPyodides(folder)) {
    mkdirSync(home, { recursive: true });
    const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
    execFileSync("npm", ["install", ...options, "--prefix", home, wanted], { stdio: "ignore" });
  }
}
