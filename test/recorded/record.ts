// Asks every Python of this machine what it makes of the snippets beside this file, and writes down what they answer.
// usage: npx tsx test/recorded/record.ts [--pyodide FOLDER]
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { findInterpreters, findPyodides, type Interpreter } from "../../data/verify/interpreters";
import { readSnippets } from "./snippets";

const HERE = __dirname;
const SCRIPT = path.join(HERE, "ask.py");
const PYODIDE_RUNNER = path.join(HERE, "../../data/verify/pyodide-runner.mjs");
const TIME_LIMIT_MS = 180_000;
const ENVIRONMENT = { PATH: "/usr/bin:/bin", LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };
/** Whether the snippets of a file are run, or only compiled. */
const FILES = { syntax: false, behaviours: true };

const { values } = parseArgs({ options: { pyodide: { type: "string" } } });
const pyodides = values.pyodide ?? path.join(homedir(), ".cache/sincewhen/pyodide");
const interpreters = byMinor([...findInterpreters(process.env), ...findPyodides(pyodides)]);
for (const [name, run] of Object.entries(FILES)) {
  const asked = readSnippets(name).map(({ code }) => ({ code, run }));
  const told = [...interpreters].map(([minor, interpreter]) => ({ minor, answers: ask(interpreter, asked) }));
  const recorded = asked.map(({ code }, index) => [
    code,
    inRanges(told.map(({ minor, answers }) => [minor, answers[index]])),
  ]);
  const file = path.join(HERE, `${name}.answers.json`);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(recorded), undefined, 2)}\n`);
  console.log(`${name}: ${asked.length} snippets, 3.${[...interpreters.keys()].join(", 3.")}`);
}

/** One interpreter a minor, a native one before a WebAssembly build. */
function byMinor(all: readonly Interpreter[]): Map<number, Interpreter> {
  const found = new Map<number, Interpreter>();
  for (const interpreter of all) {
    const [answer] = ask(interpreter, [{ code: "import sys; result = sys.version_info.minor", run: true }]);
    if (!found.has(Number(answer))) found.set(Number(answer), interpreter);
  }
  return new Map([...found].sort(([left], [right]) => left - right));
}

function ask({ build, path: file }: Interpreter, asked: readonly object[]): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "recorded-"));
  const [program, args] =
    build === "wasm"
      ? [process.execPath, [PYODIDE_RUNNER, file, SCRIPT]]
      : [file, ["-S", "-I", "-B", SCRIPT]];
  try {
    const options = { cwd: folder, input: JSON.stringify(asked), timeout: TIME_LIMIT_MS, env: ENVIRONMENT };
    return JSON.parse(execFileSync(program, args, { ...options, encoding: "utf8" })) as string[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Joins neighbours that answer alike: `{"3.6-3.9": "!error", "3.10-3.15": "ok"}`. */
function inRanges(answers: readonly (readonly [minor: number, answer: string])[]): Record<string, string> {
  const ranges: { first: number; last: number; answer: string }[] = [];
  for (const [minor, answer] of answers) {
    const before = ranges.at(-1);
    if (before?.answer === answer && before.last === minor - 1) before.last = minor;
    else ranges.push({ first: minor, last: minor, answer });
  }
  return Object.fromEntries(ranges.map(({ first, last, answer }) => [`3.${first}-3.${last}`, answer]));
}
