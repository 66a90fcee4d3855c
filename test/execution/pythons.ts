import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** An interpreter of this machine. */
export interface Python {
  /** The program, or the folder of the `pyodide` package. */
  readonly program: string;
  /** A WebAssembly build, which has no processes, threads and sockets. */
  readonly isWasm: boolean;
  readonly minor: number;
  /** As it tells itself: `3.8.18`. */
  readonly version: string;
}

/** The oldest release whose interpreter can run the probes' own code. */
const OLDEST = 6;

/**
 * Finds one interpreter for each minor release from 3.6 on: pyenv's, then what the search path has, then the WebAssembly
 * builds that `npm run catalogue:verify -- --fetch` fetched. Oldest first.
 */
export function findPythons(): readonly Python[] {
  const found = new Map<number, Python>();
  for (const program of candidates()) {
    const python = ask(program);
    if (python && python.minor >= OLDEST && !found.has(python.minor)) found.set(python.minor, python);
  }
  for (const python of wasmBuilds()) if (!found.has(python.minor)) found.set(python.minor, python);
  return [...found.values()].sort((a, b) => a.minor - b.minor);
}

/** The packages whose version tells the Python in them: `314.0.7`. */
function wasmBuilds(): Python[] {
  const home = path.join(homedir(), ".cache", "sincewhen", "pyodide");
  const versions = existsSync(home) ? readdirSync(home) : [];
  return versions.flatMap((version) => {
    const minor = Number(/^3(\d\d)\./.exec(version)?.[1]);
    const program = path.join(home, version, "node_modules", "pyodide");
    return minor && existsSync(program)
      ? [{ program, minor, version: `3.${minor} (WebAssembly)`, isWasm: true }]
      : [];
  });
}

function candidates(): string[] {
  const versions = path.join(process.env.PYENV_ROOT ?? path.join(homedir(), ".pyenv"), "versions");
  const installed = existsSync(versions) ? readdirSync(versions) : [];
  const named = Array.from({ length: 10 }, (_, index) => `python3.${index + OLDEST}`);
  return [...installed.map((name) => path.join(versions, name, "bin", "python")), ...named, "python3"];
}

function ask(program: string): Python | undefined {
  const asked = spawnSync(program, ["-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])"], {
    encoding: "utf8",
  });
  const match = asked.status === 0 ? /^3\.(\d+)\.\d+/.exec(asked.stdout) : null;
  return match ? { program, minor: Number(match[1]), version: match[0], isWasm: false } : undefined;
}
