import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Engine } from "../../server/src/engine/analysis";
import { singleMinor } from "../../server/src/engine/version";
import { createDiskModules } from "../../server/src/cli/disk-modules";
import { findPythons, type Python } from "../execution/pythons";
import { engineForTests } from "../unit/fixtures/engine-for-tests";
import { askFirst, type ChangedProgram, type Judged } from "./compare-programs";
import { fixProject, libraryModules, type Outcome, type Project, targetOf } from "./fix-project";

const USAGE = `usage: npm run corpora:fixes -- [--unsafe] [--write FOLDER] FOLDER [PACKAGE...]
       npm run corpora:fixes -- --target RANGE [--library] [--unsafe] [--write FOLDER] FOLDER
Without a target, FOLDER holds one folder for each package of judged.json, each checked against its own minimum.
--library: the files are those of the standard library, so that its modules are no others than Python's own.`;

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
      .filter((name) => isImported(engine, name, program, texts))
      .map((name) => fault(`${name} is imported elsewhere`)),
  ];
}

function isKnown({ catalogue }: Engine, module: string, name: string | null): boolean {
  if (name === null) return catalogue.isModule(module);
  return catalogue.lookup(`${module}.${name}`) !== undefined || catalogue.isModule(`${module}.${name}`);
}

/** Tells whether another file imports a name of a module that does not bind it any more; code in a string may. */
function isImported(
  { catalogue }: Engine,
  name: string,
  { file, after }: ChangedProgram,
  texts: Outcome["texts"],
): boolean {
  if (new RegExp(`\\b(?:def|class)\\s+${name}\\b`).test(after)) return false;
  const module = file.replace(/(?:\/__init__)?\.py$/, "").split("/");
  const names = `(?:\\([^)]*|[^\\n(]*)\\b${name}\\b`;
  const statement = new RegExp(
    `^\\s*from\\s+(\\.*)((?:[\\w.]*\\.)?${module[module.length - 1]})\\s+import\\s+${names}`,
    "gm",
  );
  return [...texts].some(([other, text]) => {
    if (other === file || !text.includes(name)) return false;
    return [...text.matchAll(statement)].some(([, dots, path]) => {
      // `typing` is the library's, whatever a package calls a module of its own.
      const isLibrary = dots === "" && path !== module.join(".") && catalogue.isModule(path);
      return !isLibrary && leadsTo(module, { other, dots, path });
    });
  });
}

/** Tells whether an import of another file can mean a module. */
function leadsTo(
  module: readonly string[],
  { other, dots, path }: { readonly other: string; readonly dots: string; readonly path: string },
): boolean {
  const parts = path.split(".");
  // What is above the folder that is fixed has no name here.
  if (dots === "")
    return module.slice(-parts.length).join(".") === path.split(".").slice(-module.length).join(".");
  const around = other.split("/").slice(0, -dots.length);
  return [...around, ...parts].join("/") === module.join("/");
}

function write(folder: string, { name }: Project, { changed }: Outcome): void {
  for (const { file, after } of changed) {
    const to = path.join(folder, name, file);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, after);
  }
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
  const wish = { safety: values.unsafe ? "unsafe" : "safe", pythons: findPythons() } as const;
  const modules = values.library ? libraryModules() : createDiskModules();
  const projects =
    values.target === undefined
      ? packagesIn(folder, wanted)
      : [{ name: path.basename(folder), folder, target: targetOf(values.target), modules }];
  let failed = 0;
  for (const project of projects) {
    const outcome = fixProject(engine, project, wish.safety);
    const failures = [...outcome.failures, ...judge(engine, project, outcome, wish.pythons)];
    if (values.write !== undefined) write(values.write, project, outcome);
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
