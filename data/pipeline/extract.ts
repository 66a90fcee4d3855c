import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { DATA_FOLDER } from "../build/read-sources";
import { askInterpreter, askPyodide } from "./extract/ask-interpreter";
import { convertInventory } from "./extract/convert-inventory";
import { toDocsRows } from "./extract/docs-rows";
import { recordInputs, type ExtractedSources, type ReleaseInputs } from "./extract/extracted-sources";
import { mergeDocs } from "./extract/merge-docs";
import { readDocsFolder } from "./extract/read-docs-folder";
import { minorOf, updateRuntime } from "./extract/update-runtime";

const EVIDENCE = path.join(DATA_FOLDER, "evidence");
const DOCS = path.join(EVIDENCE, "docs.tsv");
const RUNTIME = path.join(EVIDENCE, "runtime.json.gz");
const SOURCES = path.join(EVIDENCE, "sources.json");
const USAGE = `Usage: catalogue:extract --release 3.N [--docs FOLDER] [--python PROGRAM | --pyodide VERSION|FOLDER] [--inventory OBJECTS.INV]`;

/** Lays what the documentation of a release says over the evidence. */
function extractDocs(folder: string, release: string): ReleaseInputs["docs"] {
  const { format, pages, sha256, objects } = readDocsFolder(folder);
  const rows = toDocsRows(objects);
  const { text, added, confirmed } = mergeDocs(readFileSync(DOCS, "utf8"), rows, release);
  writeFileSync(DOCS, text);
  console.log(
    `${pages} pages, ${objects.length} things, ${rows.length} notes: ${confirmed} confirmed, ${added} new`,
  );
  return { format, pages, sha256, rows: rows.length };
}

/** Lays what an interpreter holds over the evidence; gives its build. Throws when it is of another release. */
function extractRuntime({ python, pyodide }: Options, release: string): string | undefined {
  if (python === undefined && pyodide === undefined) return undefined;
  const raw = python === undefined ? askPyodide(pyodide!, RUNTIME) : askInterpreter(python, RUNTIME);
  if (`3.${minorOf(raw)}` !== release) throw new Error(`that is ${raw.python}, not ${release}`);
  updateRuntime(RUNTIME, [raw]);
  console.log(
    `${raw.python}: ${Object.keys(raw.modules).length} modules, ${raw.missing.length} not to be had`,
  );
  return raw.python;
}

interface Options {
  readonly release?: string;
  readonly docs?: string;
  readonly python?: string;
  readonly pyodide?: string;
  readonly inventory?: string;
}

/** Writes the evidence of one release, from its documentation and an interpreter, and records what was read. */
function main(args: string[]): number {
  const text = { type: "string" } as const;
  const options = { release: text, docs: text, python: text, pyodide: text, inventory: text };
  const given: Options = parseArgs({ args, options }).values;
  const { release, docs, inventory } = given;
  const isSaid = docs ?? inventory ?? given.python ?? given.pyodide;
  if (!release || !/^3\.\d+$/.test(release) || isSaid === undefined) {
    console.error(USAGE);
    return 2;
  }
  const runtime = extractRuntime(given, release);
  const inputs: ReleaseInputs = {
    ...(docs !== undefined && { docs: extractDocs(docs, release) }),
    ...(runtime !== undefined && { runtime }),
  };
  if (inventory !== undefined)
    writeFileSync(path.join(EVIDENCE, "inventory.tsv"), convertInventory(readFileSync(inventory)));
  const known = existsSync(SOURCES) ? (JSON.parse(readFileSync(SOURCES, "utf8")) as ExtractedSources) : {};
  writeFileSync(SOURCES, `${JSON.stringify(recordInputs(known, release, inputs), undefined, 2)}\n`);
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
