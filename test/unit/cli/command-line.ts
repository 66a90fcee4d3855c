import { readFileSync } from "node:fs";
import path from "node:path";
import { runCli, type CliRun } from "./run-cli";
import { useTemporaryFolder } from "./temporary-folder";

interface Finding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly cell?: number;
  readonly code: string;
  readonly symbol: string;
  readonly related?: readonly unknown[];
  readonly fixes: readonly {
    readonly id: string;
    readonly title: string;
    readonly edits: readonly unknown[];
  }[];
}

/** What `check --format json` writes, as far as the examples look at it. */
export interface Report {
  readonly target: unknown;
  readonly summary: {
    readonly files: number;
    readonly minimum: string;
    readonly skipped: readonly { path: string; reason: string }[];
  };
  readonly findings: readonly Finding[];
}

/** What is told of the declaration itself depends on the day, and is tried apart. */
export const PROJECT = '[project]\nname = "x"\nrequires-python = ">=3.6" # sincewhen: ignore\n';

/** A program that needs Python 3.8. */
export const PROGRAM = "import math\n\nx = math.prod([1])\n";

/** Writes findings short: `app.py:3:10-14 math.prod`. */
export function short({ findings }: Report): string[] {
  return findings.map(
    ({ path: file, cell, line, column, endColumn, symbol }) =>
      `${file}${cell === undefined ? "" : `#${cell}`}:${line}:${column}-${endColumn} ${symbol}`,
  );
}

/** Gives a folder of its own to each example, the command line that runs in it, and the texts of its files. */
export function useCommandLine() {
  const folder = useTemporaryFolder();
  return {
    folder,
    run: (args: readonly string[], input?: string | Uint8Array): CliRun => runCli(folder.path, args, input),
    read: (name: string): string => readFileSync(path.join(folder.path, name), "utf8"),
  };
}
