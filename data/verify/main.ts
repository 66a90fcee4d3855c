import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadCatalogue } from "../../server/src/engine/catalogue/load";
import { compileIndex } from "../build/compile-index";
import { DATA_FOLDER, readSources } from "../build/read-sources";
import { mergeFiles } from "../build/write-index";
import { readEvidenceFile } from "../pipeline/evidence/runtime-evidence";
import { ask } from "./ask";
import { lookUpEvidence } from "./evidence";
import { judge, readExceptions } from "./exceptions";
import { askFor, listFacts, type Fact, type Questions } from "./facts";
import { findInterpreters, findPyodides, type Interpreter } from "./interpreters";
import { UNCHECKED, type Reason } from "./outcome";
import { fetchPyodides, pyodideCache } from "./pyodide";
import { report, type Finished } from "./report";
import { verify } from "./verify";

const USAGE = `Usage: catalogue:verify [--fetch] [--pyodide FOLDER]... [--only PROGRAM]... [--list REASON]

Holds the catalogue against every Python that this machine has, or only against the named programs.
  --fetch           first installs npm's pyodide packages into ~/.cache/sincewhen/pyodide
  --pyodide FOLDER  also against the pyodide packages in that folder, instead of those there
  --only PROGRAM    against this interpreter instead of those that are found
  --list REASON     also names what could not be checked for that reason: ${Object.keys(UNCHECKED).join(", ")}`;

const EXCEPTIONS_FILE = path.join(DATA_FOLDER, "verify-exceptions.json");
const EVIDENCE_FILE = path.join(DATA_FOLDER, "evidence", "runtime.json.gz");

/** Gives the exit status: 1 for contradictions that nobody explained, 2 for wrong arguments or no interpreter. */
async function main(args: string[]): Promise<number> {
  let interpreters: Interpreter[];
  let listed: Reason | undefined;
  try {
    const choice = readChoice(args);
    if (choice.fetch) fetchPyodides(pyodideCache(process.env));
    interpreters = chooseInterpreters(choice);
    listed = choice.list;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const exceptions = readExceptions(EXCEPTIONS_FILE);
  const facts = readFacts();
  const told = await askAll(interpreters, askFor(facts));
  const outcomes = verify(
    facts,
    told.map((one) => one.answers),
    lookUpEvidence(readEvidenceFile(readFileSync(EVIDENCE_FILE))),
  );
  const finished: Finished[] = told.map((one, place) => ({ ...one, outcomes: outcomes[place] }));
  const runs = finished.map(({ answers: { version, build }, outcomes: of }) => ({
    minor: version[1],
    build,
    outcomes: of,
  }));
  const judgement = judge(
    runs,
    exceptions,
    facts.map(({ id }) => id),
  );
  console.log(report(finished, judgement, listed).join("\n"));
  return judgement.contradictions.length + judgement.stale.length > 0 ? 1 : 0;
}

interface Choice {
  readonly fetch?: boolean;
  readonly pyodide?: readonly string[];
  readonly only?: readonly string[];
  readonly list?: Reason;
}

function readChoice(args: string[]): Choice {
  const { values } = parseArgs({
    args,
    options: {
      fetch: { type: "boolean" },
      pyodide: { type: "string", multiple: true },
      only: { type: "string", multiple: true },
      list: { type: "string" },
    },
  });
  const { list } = values;
  if (list !== undefined && !Object.hasOwn(UNCHECKED, list)) throw new Error(`There is no reason "${list}".`);
  return values as Choice;
}

function chooseInterpreters({ only, pyodide, fetch }: Choice): Interpreter[] {
  const native = only?.map((file): Interpreter => ({ build: "native", path: path.resolve(file) }));
  const folders = pyodide ?? installedPyodides(only !== undefined && !fetch);
  const pyodides = folders.flatMap((folder) => findPyodides(path.resolve(folder)));
  const all = [...(native ?? findInterpreters(process.env)), ...pyodides];
  if (all.length === 0) throw new Error("There is no Python to ask.");
  return all;
}

/** The cache folder, where it is there and nobody asked for certain programs only. */
function installedPyodides(isChosen: boolean): string[] {
  const folder = pyodideCache(process.env);
  return !isChosen && existsSync(folder) ? [folder] : [];
}

function readFacts(): Fact[] {
  const { files, calendar, aliases, languages } = readSources(DATA_FOLDER);
  const modules = mergeFiles(files);
  return listFacts(modules, loadCatalogue(compileIndex({ modules, calendar, aliases, languages }).text));
}

/** Asks one after the other, since each uses a whole core for some seconds. */
async function askAll(interpreters: readonly Interpreter[], questions: Questions) {
  const told = [];
  for (const interpreter of interpreters)
    told.push({ interpreter, answers: await ask(interpreter, questions) });
  return told;
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
