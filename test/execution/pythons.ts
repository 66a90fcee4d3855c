import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** An interpreter of this machine. */
export interface Python {
  readonly program: string;
  readonly minor: number;
  /** As it tells itself: `3.8.18`. */
  readonly version: string;
}

/** The oldest release whose interpreter can run the probes' own code. */
const OLDEST = 6;

/** Finds one interpreter for each minor release from 3.6 on: pyenv's, then what the search path has. Oldest first. */
export function findPythons(): readonly Python[] {
  const found = new Map<number, Python>();
  for (const program of candidates()) {
    const python = ask(program);
    if (python && python.minor >= OLDEST && !found.has(python.minor)) found.set(python.minor, python);
  }
  return [...found.values()].sort((a, b) => a.minor - b.minor);
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
  return match ? { program, minor: Number(match[1]), version: match[0] } : undefined;
}
