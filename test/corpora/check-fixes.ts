import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Engine, ModuleSource } from "../../server/src/engine/analysis";
import type { Finding, ProjectTarget } from "../../server/src/engine/findings";
import { fixText, type FixedText } from "../../server/src/engine/fix-all";
import { singleMinor } from "../../server/src/engine/version";
import { createDiskModules } from "../../server/src/cli/disk-modules";
import { isSkipped, readSourceBytes } from "../../server/src/cli/source-file";
import { isRangeProblem, parsePythonRange } from "../../server/src/project";
import { findPythons, type Python } from "../execution/pythons";
import { engineForTests } from "../unit/fixtures/engine-for-tests";
import { askFirst, type ChangedProgram, type Judged } from "./compare-programs";

const USAGE = `usage: npm run corpora:fixes -- [--unsafe] [--write FOLDER] FOLDER [PACKAGE...]
       npm run corpora:fixes -- --target RANGE [--library] [--unsafe] [--write FOLDER] FOLDER
Without a target, FOLDER holds one folder for each package of judged.json, each checked against its own minimum.
--library: the files are those of the standard library, so that its modules are no others than Python's own.`;

/** Where code is, and for which Pythons. */
interface Project {
  readonly name: string;
  readonly folder: string;
  readonly target: ProjectTarget;
  readonly modules: ModuleSource | undefined;
}

/** What is asked of every project. */
interface Wish {
  readonly safety: "safe" | "unsafe";
  /** The folder that gets the fixed files. */
  readonly write: string | undefined;
  readonly pythons: readonly Python[];
}

/** What fixes made of a project. */
interface Outcome {
  readonly changed: readonly ChangedProgram[];
  readonly texts: ReadonlyMap<string, string>;
  readonly fixes: number;
  readonly failures: readonly string[];
}

/** Fixes every file of a project; tells where a second run would change more, or findings appear. */
function fixProject(engine: Engine, { folder, target, modules }: Project, { safety }: Wish): Outcome {
  const changed: ChangedProgram[] = [];
  const texts = new Map<string, string>();
  const failures: string[] = [];
  let fixes = 0;
  for (const file of listPrograms(folder)) {
    const full = path.join(folder, file);
    const source = readSourceBytes(readFileSync(full), full);
    if (isSkipped(source)) continue;
    const request = { path: full, target, ignore: [], safety, ...(modules && { modules }) } as const;
    texts.set(file, source.text);
    const result = fixText(engine, source.text, request);
    if (result.applied.length === 0) continue;
    fixes += result.applied.length;
    changed.push({ file, before: source.text, after: result.text });
    const again = fixText(engine, result.text, request);
    if (again.text !== result.text)
      failures.push(`${file}: a second run applies ${again.applied.join(", ")}`);
    const before = findingsIn(engine, source.text, request);
    const after = result.analysis.findings.filter((finding) => !wasHidden(finding, before, result));
    failures.push(...appeared(before, after).map((name) => `${file}: new finding ${name}`));
  }
  return { changed, texts, fixes, failures };
}

function findingsIn(
  engine: Engine,
  text: string,
  { path: uri, target, modules }: { path: string; target: ProjectTarget; modules?: ModuleSource },
): readonly Finding[] {
  const document = engine.parse(text);
  try {
    return engine.analyse(document, { uri, version: 0, target, ...(modules && { modules }) }).findings;
  } finally {
    document.dispose();
  }
}

/** One place tells of one better way at a time: where it was taken, the next one shows. */
function wasHidden({ code, start }: Finding, before: readonly Finding[], { edits }: FixedText): boolean {
  if (code !== "modernise") return false;
  let shift = 0;
  for (const edit of edits) {
    if (edit.start + shift > start) break;
    shift += edit.newText.length - (edit.end - edit.start);
  }
  return before.some((finding) => finding.code === code && finding.start === start - shift);
}

/** Kinds of findings of which there are more than before. */
function appeared(before: readonly Finding[], after: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  const keyOf = ({ code, entryId }: Finding): string => `${code} ${entryId}`;
  for (const finding of before) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  const names = new Set<string>();
  for (const finding of after) {
    const left = (counts.get(keyOf(finding)) ?? 0) - 1;
    counts.set(keyOf(finding), left);
    if (left < 0) names.add(keyOf(finding));
  }
  return [...names];
}

/** Compiles every changed file on the oldest and the newest interpreter that compiled it before. */
function judge(
  engine: Engine,
  { target }: Project,
  { changed, texts }: Outcome,
  pythons: readonly Python[],
): string[] {
  const own = pythons.filter(({ minor }) => (target.range.minors & singleMinor(minor)) !== 0);
  const failures = askFirst(own, changed).flatMap((judged) => faultsOf(engine, judged, texts));
  const newest = askFirst([...own].reverse(), changed);
  return [...failures, ...newest.flatMap((judged) => faultsOf(engine, judged, texts))];
}

function faultsOf(engine: Engine, { program, python, answer }: Judged, texts: Outcome["texts"]): string[] {
  const { compiles, unbound = [], imports = [], lost = [] } = answer;
  const fault = (what: string): string => `${program.file}: ${what} (Python ${python.version})`;
  if (compiles !== true) return [fault(`does not compile: ${String(compiles)}`)];
  return [
    ...unbound.map((name) => fault(`${name} is read and no longer bound`)),
    ...imports
      .filter(([module, name]) => !isKnown(engine, module, name))
      .map((it) => fault(`imports ${it.join(" ")}`)),
    ...lost
      .filter((name) => isImported(name, program, texts))
      .map((name) => fault(`${name} is imported elsewhere`)),
  ];
}

function isKnown({ catalogue }: Engine, module: string, name: string | null): boolean {
  if (name === null) return catalogue.isModule(module);
  return catalogue.lookup(`${module}.${name}`) !== undefined || catalogue.isModule(`${module}.${name}`);
}

/** Tells whether another file imports a name of a module that does not bind it any more; code in a string may. */
function isImported(name: string, { file, after }: ChangedProgram, texts: Outcome["texts"]): boolean {
  if (new RegExp(`\\b(?:def|class)\\s+${name}\\b`).test(after)) return false;
  const parts = file.replace(/(?:\/__init__)?\.py$/, "").split("/");
  const module = parts[parts.length - 1];
  // `typing` alone is not the `typing` of a package.
  const from = parts.length === 1 ? `[\\w.]*` : `[\\w.]*\\.`;
  const names = `(?:\\([^)]*|[^\\n(]*)\\b${name}\\b`;
  const statement = new RegExp(`^\\s*from\\s+${from}${module}\\s+import\\s+${names}`, "m");
  return [...texts].some(([other, text]) => other !== file && text.includes(name) && statement.test(text));
}

function listPrograms(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

function write(folder: string, { name }: Project, { changed }: Outcome): void {
  for (const { file, after } of changed) {
    const to = path.join(folder, name, file);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, after);
  }
}

/** The files of the library, as far as they are no modules of the catalogue, and for who wants to know what imports what. */
function libraryModules(): ModuleSource {
  const files = createDiskModules();
  return { version: 0, find: (request) => (request.isLibrary ? undefined : files.find(request)) };
}

function targetOf(text: string): ProjectTarget {
  const range = parsePythonRange(text);
  if (isRangeProblem(range)) throw new Error(`${text} is no range of Pythons`);
  return { range, origin: { path: "command line", key: "--target" } };
}

/** Packages by the table of judged findings, which says what each declares. */
function packagesIn(folder: string, wanted: readonly string[]): Project[] {
  const table = JSON.parse(readFileSync(path.join(__dirname, "judged.json"), "utf8")) as {
    readonly packages: readonly { readonly name: string; readonly minimum: string }[];
  };
  return table.packages
    .filter(
      ({ name }) => (wanted.length === 0 || wanted.includes(name)) && existsSync(path.join(folder, name)),
    )
    .map(({ name, minimum }) => ({
      name,
      folder: path.join(folder, name),
      target: targetOf(`>=${minimum}`),
      modules: createDiskModules(),
    }));
}

/** Applies all fixes to the code of a folder, in memory, and checks what comes out; gives the exit status. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      target: { type: "string" },
      library: { type: "boolean" },
      unsafe: { type: "boolean" },
      write: { type: "string" },
    },
  });
  const [given, ...wanted] = positionals;
  if (given === undefined) {
    console.error(USAGE);
    return 2;
  }
  const folder = path.resolve(given);
  const engine = await engineForTests();
  const wish = {
    safety: values.unsafe ? "unsafe" : "safe",
    write: values.write,
    pythons: findPythons(),
  } as const;
  const modules = values.library ? libraryModules() : createDiskModules();
  const projects =
    values.target === undefined
      ? packagesIn(folder, wanted)
      : [{ name: path.basename(folder), folder, target: targetOf(values.target), modules }];
  let failed = 0;
  for (const project of projects) {
    const outcome = fixProject(engine, project, wish);
    const failures = [...outcome.failures, ...judge(engine, project, outcome, wish.pythons)];
    if (wish.write !== undefined) write(wish.write, project, outcome);
    failed += failures.length;
    for (const failure of new Set(failures)) console.log(`${project.name}/${failure}`);
    const { texts, changed, fixes } = outcome;
    console.log(
      `${project.name}: ${String(texts.size)} files, ${String(fixes)} ${wish.safety === "safe" ? "safe " : ""}fixes in ` +
        `${String(changed.length)}, ${String(failures.length)} failures`,
    );
  }
  return failed > 0 || projects.length === 0 ? 1 : 0;
}

void main().then((status) => (process.exitCode = status));
