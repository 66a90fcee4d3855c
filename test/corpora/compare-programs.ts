import { spawnSync } from "node:child_process";
import path from "node:path";
import type { Python } from "../execution/pythons";

/** A file that fixes changed. */
export interface ChangedProgram {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** What an interpreter says of a changed file; see `compare_programs.py`. */
export interface Comparison {
  /** `null`: it did not compile before. A text: the error that it gives now. */
  readonly compiles: null | true | string;
  readonly unbound?: readonly string[];
  readonly imports?: readonly (readonly [module: string, name: string | null])[];
  readonly lost?: readonly string[];
}

const DRIVER = path.join(__dirname, "compare_programs.py");
const PYODIDE_RUNNER = path.join(__dirname, "../execution/run-in-pyodide.mjs");

/** A file with the interpreter that was asked of it, and the answer. */
export interface Judged {
  readonly program: ChangedProgram;
  readonly python: Python;
  readonly answer: Comparison;
}

/**
 * Asks for each file the first of the interpreters that compiles it as it was. Files that none of them compiles are left
 * out. Throws when an interpreter fails.
 */
export function askFirst(pythons: readonly Python[], programs: readonly ChangedProgram[]): Judged[] {
  const judged: Judged[] = [];
  let open = programs;
  for (const python of pythons) {
    if (open.length === 0) break;
    const answers = ask(python, open);
    judged.push(
      ...open.flatMap((program, index) => {
        const answer = answers[index];
        return answer.compiles === null ? [] : [{ program, python, answer }];
      }),
    );
    open = open.filter((_, index) => answers[index].compiles === null);
  }
  return judged;
}

function ask({ program, version, isWasm }: Python, programs: readonly ChangedProgram[]): Comparison[] {
  const [command, args] = isWasm
    ? ([process.execPath, [PYODIDE_RUNNER, program, DRIVER]] as const)
    : ([program, ["-I", "-B", "-W", "ignore", DRIVER]] as const);
  const run = spawnSync(command, args, {
    input: JSON.stringify(programs.map(({ before, after }) => ({ before, after }))),
    encoding: "utf8",
    maxBuffer: 1 << 29,
  });
  if (run.status !== 0) throw new Error(`Python ${version} ended with ${String(run.status)}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Comparison[];
}
