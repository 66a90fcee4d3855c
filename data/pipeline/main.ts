import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatModuleSource } from "../build/format-source";
import { buildModules, readSources } from "./build";

const DATA_FOLDER = join(import.meta.dirname, "..");
const GENERATED_FOLDER = join(DATA_FOLDER, "generated");

/** Gives the generated files as they should be, by file name. */
function generateFiles(): Map<string, string> {
  const modules = buildModules(readSources(join(DATA_FOLDER, "evidence")));
  return new Map(modules.map((module) => [`${module.module}.json`, formatModuleSource(module)]));
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

const files = generateFiles();
if (process.argv.includes("--check")) {
  const stale = findStale(files);
  if (stale.length > 0) {
    process.stderr.write(`data/generated is stale: ${stale.join(", ")}\nRun \`npm run catalogue:build\`.\n`);
    process.exitCode = 1;
  }
} else {
  write(files);
  process.stdout.write(`${files.size} modules written\n`);
}
