import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createDiskModules } from "../../server/src/cli/disk-modules";
import { findPythons, type Python } from "../execution/pythons";
import { engineForTests } from "../unit/fixtures/engine-for-tests";
import { fixProject, libraryModules, type Project, targetOf } from "./fix-project";
import { LIBRARY_TESTS, TESTED_PACKAGES, type TestedPackage } from "./own-tests";

const USAGE = `usage: npm run corpora:fixes:tests -- [--unsafe] library [MODULE...]
       npm run corpora:fixes:tests -- [--unsafe] FOLDER [PACKAGE...]
Runs tests before and after every fix, and tells which come out another way.
library: a copy of the standard library of Python 3.11, by fast modules of its own tests.
FOLDER: projects by their own tests; what is not in it yet comes there as packages of Debian 12.`;

/** The Python whose library is fixed, and that runs all tests. */
const MINOR = 11;

/** Tests of one module or project that take longer than this hang. In milliseconds. */
const PATIENCE_MS = 600_000;

const DRIVER = path.join(__dirname, "run_tests.py");

/** One run of tests: with which program, what kind, and in which surroundings. */
interface TestRun {
  readonly program: string;
  readonly options: readonly string[];
  readonly kind: "unittest" | "pytest";
  readonly names: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

type Outcomes = Readonly<Record<string, string>>;

/** Gives the outcome of each test; of a run that breaks down, that of the run as a whole. */
function runTests({ program, options, kind, names, env }: TestRun): Outcomes {
  const folder = mkdtempSync(path.join(tmpdir(), "sincewhen tests "));
  const answer = path.join(folder, "outcomes.json");
  try {
    const run = spawnSync(program, [...options, DRIVER, answer, kind, ...names], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1", ...env },
      maxBuffer: 1 << 28,
      timeout: PATIENCE_MS,
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (existsSync(answer)) return JSON.parse(readFileSync(answer, "utf8")) as Outcomes;
    return { [names.join(" ")]: `ended with ${String(run.status)}: ${run.stderr.trim().slice(-500)}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A test that comes out another way after fixes. */
interface Difference {
  readonly id: string;
  /** How it came out, before and after. */
  readonly outcomes: string;
}

/** Runs tests before and after; where they differ once more, since some depend on the weather. */
function compare(before: TestRun, after: TestRun): { tests: number; differing: Difference[] } {
  const first = runTests(before);
  let differing = differences(first, runTests(after));
  if (differing.length > 0) {
    const again = new Set(differences(runTests(before), runTests(after)).map(({ id }) => id));
    differing = differing.filter(({ id }) => again.has(id));
  }
  return { tests: Object.keys(first).length, differing };
}

function differences(before: Outcomes, after: Outcomes): Difference[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return ids
    .filter((id) => before[id] !== after[id])
    .map((id) => ({ id, outcomes: `was ${before[id] ?? "not there"}, is ${after[id] ?? "not there"}` }));
}

/** Tells what of the differences has no reason in the table, and which reasons stand for nothing any more. */
function judge(differing: readonly Difference[], reasons: Readonly<Record<string, string>>): string[] {
  const left = new Set(Object.keys(reasons));
  const unexplained = differing.filter(({ id }) => !left.delete(id));
  return [
    ...unexplained.map(({ id, outcomes }) => `${id} ${outcomes}`),
    ...[...left].map((id) => `${id} does not differ, though a reason is written for it`),
  ];
}

/** The reasons for tests of some modules of the library; see `own-tests.json`. */
function reasonsFor(modules: readonly string[]): Readonly<Record<string, string>> {
  const table = JSON.parse(readFileSync(path.join(__dirname, "own-tests.json"), "utf8")) as {
    readonly library: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  return Object.fromEntries(modules.flatMap((module) => Object.entries(table.library[module] ?? {})));
}

/** What of an interpreter's library is no code of its own, or not for reading. */
const LEFT_OUT = /^(?:test|site-packages|idlelib|config-.*|lib-dynload)$/;

/** Makes a Python of its own with a copy of the library; tests and extension modules are those of the original. */
function copyPython(python: Python, home: string): { readonly program: string; readonly library: string } {
  const asked = spawnSync(
    python.program,
    ["-c", "import os, sys; print(os.path.dirname(os.__file__)); print(os.path.realpath(sys.executable))"],
    { encoding: "utf8" },
  );
  const [original, executable] = asked.stdout.trim().split("\n");
  const name = path.basename(original);
  const library = path.join(home, "lib", name);
  const program = path.join(home, "bin", name);
  cpSync(original, library, {
    recursive: true,
    filter: (file) =>
      path.basename(file) !== "__pycache__" &&
      !LEFT_OUT.test(path.relative(original, file).split(path.sep)[0]),
  });
  for (const each of ["test", "lib-dynload"])
    symlinkSync(path.join(original, each), path.join(library, each));
  mkdirSync(path.dirname(program));
  cpSync(executable, program);
  return { program, library };
}

async function testLibrary(
  python: Python,
  safety: "safe" | "unsafe",
  modules: readonly string[],
): Promise<string[]> {
  const work = mkdtempSync(path.join(tmpdir(), "sincewhen-library-"));
  try {
    const [before, after] = ["before", "after"].map((name) => copyPython(python, path.join(work, name)));
    const target = targetOf(`>=3.${String(MINOR)}`);
    const project = { name: "library", folder: after.library, target, modules: libraryModules() };
    // Tests that lie beside what they test stay as they are, like all others.
    await fixFolder(project, safety, /(?:^|\/)tests?\//);
    // Frozen modules are those of the interpreter, whatever lies in the library.
    const options = ["-s", "-W", "ignore", "-X", "frozen_modules=off"];
    const differing: Difference[] = [];
    let tests = 0;
    for (const module of modules) {
      const names = [`test.${module}`];
      const common = { options, kind: "unittest", names } as const;
      const result = compare({ ...common, program: before.program }, { ...common, program: after.program });
      tests += result.tests;
      differing.push(...result.differing);
    }
    console.log(
      `library: ${String(tests)} tests in ${String(modules.length)} modules, ${String(differing.length)} differ`,
    );
    return judge(differing, reasonsFor(modules));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Fixes the files of a folder where they lie, but for some. */
async function fixFolder(project: Project, safety: "safe" | "unsafe", left?: RegExp): Promise<void> {
  const { changed, fixes } = fixProject(await engineForTests(), project, safety);
  for (const { file, after } of changed)
    if (!left?.test(file)) writeFileSync(path.join(project.folder, file), after);
  console.log(`${project.name}: ${String(fixes)} fixes in ${String(changed.length)} files`);
}

/** Puts a package of Debian into a folder, unless it is there; gives the folder of its modules. */
function unpack(folder: string, name: string): string {
  const unpacked = path.join(folder, name);
  if (!existsSync(unpacked)) {
    const downloads = mkdtempSync(path.join(tmpdir(), "sincewhen-debian-"));
    const script = `apt-get download -q ${name} && mkdir -p "$1" && dpkg -x ${name}_*.deb "$1"`;
    const run = spawnSync("sh", ["-c", script, "sh", unpacked], { cwd: downloads, encoding: "utf8" });
    rmSync(downloads, { recursive: true, force: true });
    if (run.status !== 0) throw new Error(`${name} is not to be had: ${run.stderr}`);
  }
  return path.join(unpacked, "usr/lib/python3/dist-packages");
}

async function testPackage(
  { name, needs, target, folder, tests }: TestedPackage,
  { python, packages, safety }: { python: Python; packages: string; safety: "safe" | "unsafe" },
): Promise<string[]> {
  const original = unpack(packages, name);
  const needed = needs.map((each) => unpack(packages, each));
  const work = mkdtempSync(path.join(tmpdir(), "sincewhen-package-"));
  try {
    const [before, after] = ["before", "after"].map((each) => path.join(work, each));
    for (const copy of [before, after]) cpSync(original, copy, { recursive: true });
    await fixFolder(
      { name, folder: path.join(after, folder), target: targetOf(target), modules: createDiskModules() },
      safety,
    );
    const runOf = (copy: string): TestRun => ({
      program: python.program,
      options: ["-s", "-W", "ignore"],
      kind: "pytest",
      names: ["--rootdir", path.join(copy, folder), ...tests.map((test) => path.join(copy, folder, test))],
      env: { PYTHONPATH: [copy, ...needed].join(path.delimiter) },
    });
    const { tests: ran, differing } = compare(runOf(before), runOf(after));
    console.log(`${name}: ${String(ran)} tests, ${String(differing.length)} differ`);
    return judge(differing, {});
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { unsafe: { type: "boolean" } },
  });
  const [where, ...wanted] = positionals;
  const python = findPythons().find(({ minor }) => minor === MINOR);
  if (where === undefined || !python) {
    console.error(python ? USAGE : `There is no Python 3.${String(MINOR)} here.`);
    return 2;
  }
  const safety = values.unsafe ? "unsafe" : "safe";
  const failures: string[] = [];
  if (where === "library")
    failures.push(...(await testLibrary(python, safety, wanted.length > 0 ? wanted : LIBRARY_TESTS)));
  else {
    for (const each of TESTED_PACKAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
      failures.push(...(await testPackage(each, { python, packages: path.resolve(where), safety })));
  }
  for (const failure of failures) console.log(failure);
  return failures.length > 0 ? 1 : 0;
}

void main().then((status) => (process.exitCode = status));
