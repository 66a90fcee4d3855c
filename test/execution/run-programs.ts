import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Python } from "./pythons";

/** A program, and the expression whose value is looked at when it has run. */
export interface Program {
  readonly text: string;
  readonly observe: string;
}

/** What a program gave: the value as Python writes it, what it printed, and the exception that ended it. */
export interface Outcome {
  readonly value: string | null;
  readonly output: string;
  readonly error: string | null;
}

const DRIVER = path.join(__dirname, "run_probes.py");
const PYODIDE_RUNNER = path.join(__dirname, "run-in-pyodide.mjs");

/** Runs programs one after the other on an interpreter, isolated, in an empty folder. Rejects when the interpreter fails. */
export async function runPrograms(python: Python, programs: readonly Program[]): Promise<Outcome[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "sincewhen-execution-"));
  try {
    const answer = await ask(python, folder, JSON.stringify(programs));
    return JSON.parse(answer) as Outcome[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ask(python: Python, cwd: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = python.isWasm
      ? spawn(process.execPath, [PYODIDE_RUNNER, python.program, DRIVER], { cwd })
      : spawn(python.program, ["-I", "-B", "-W", "ignore", DRIVER], { cwd });
    let output = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (errors += chunk));
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0) resolve(output);
      else reject(new Error(`Python ${python.version} ended with ${String(status)}: ${errors}`));
    });
    child.stdin.end(input);
  });
}
