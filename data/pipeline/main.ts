import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatModuleSource } from "../build/format-source";
import { buildModules, readSources } from "./build";
import { openDecisions, type Decision } from "./merge/decisions";
import type { DroppedFacts } from "./types/place-facts";

const DATA_FOLDER = join(import.meta.dirname, "..");
const GENERATED_FOLDER = join(DATA_FOLDER, "generated");

interface Generated {
  /** The generated files as they should be, by file name. */
  readonly files: ReadonlyMap<string, string>;
  readonly dropped: DroppedFacts;
}

/** Makes the generated files. Throws when the sources disagree and nobody decided. */
function generateFiles(): Generated {
  const decisions = openDecisions(
    JSON.parse(readFileSync(join(DATA_FOLDER, "decisions.json"), "utf8")) as Record<string, Decision>,
  );
  const { modules, conflicts, dropped } = buildModules(readSources(join(DATA_FOLDER, "evidence")), decisions);
  const unused = decisions.unused().map((id) => `${id}: decided, but nothing in the evidence has that id`);
  const problems = [...conflicts, ...unused];
  if (problems.length > 0)
    throw new Error(`${problems.length} to settle in data/decisions.json:\n${problems.join("\n")}`);
  const files = new Map(modules.map((module) => [`${module.module}.json`, formatModuleSource(module)]));
  return { files, dropped };
}

function listGenerated(): string[] {
  mkdirSync(GENERATED_FOLDER, { recursive: true });
  return readdirSync(GENERATED_FOLDER).filter((name) => name.endsWith(".json"));
}

/** Writes what changed and deletes what no module stands for any more. */
function write(files: ReadonlyMap<string, string>): void {
  for (const name of listGenerated()) if (!files.has(name)) rmSync(join(GENERATED_FOLDER, name));
  for (const [name, text] of files) {
    const path = join(GENERATED_FOLDER, name);
    writeFileSync(path, text);
  }
}

/** Names the files that differ from what the evidence gives. */
function findStale(files: ReadonlyMap<string, string>): string[] {
  const present = listGenerated();
  const stale = present.filter(
    (name) => files.get(name) !== readFileSync(join(GENERATED_FOLDER, name), "utf8"),
  );
  const lacking = [...files.keys()].filter((name) => !present.includes(name));
  return [...stale, ...lacking].sort();
}

function main(): void {
  const { files, dropped } = generateFiles();
  if (process.argv.includes("--check")) {
    const stale = findStale(files);
    if (stale.length === 0) return;
    throw new Error(`data/generated is stale: ${stale.join(", ")}\nRun \`npm run catalogue:build\`.`);
  }
  write(files);
  process.stdout.write(
    `${files.size} modules written; type facts that no entry took:\n` +
      `  ${dropped.unreached} on things without an entry that nothing leads to, ${dropped.misfit} on entries of another kind, ` +
      `${dropped.doubled} told under another name already\n`,
  );
}

try {
  main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
