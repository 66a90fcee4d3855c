import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { formatModuleSource, formatTable } from "../build/format-source";
import { DATA_FOLDER, readSources, type CatalogueSources } from "../build/read-sources";
import { findDuplicateKeys } from "./json-keys";
import { lintSources, type LintProblem } from "./lint";

const USAGE = "Usage: catalogue:lint [--fix]";

/** Lints this project's data and tells the problems; `--fix` first rewrites files into canonical form. */
function main(args: readonly string[]): number {
  if (args.some((arg) => arg !== "--fix")) {
    console.error(USAGE);
    return 2;
  }
  try {
    if (args.includes("--fix")) rewriteFiles(readSources(DATA_FOLDER));
    return tell(lintSources(readSources(DATA_FOLDER)));
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

/** A file that states a member twice is left alone: rewriting it would drop one of the two unseen. */
function rewriteFiles({ files, aliases }: CatalogueSources): void {
  for (const file of files) {
    const formatted = formatModuleSource(file.source);
    if (formatted !== file.text && findDuplicateKeys(file.text).length === 0)
      writeFileSync(file.path, formatted);
  }
  const aliasesFile = path.join(DATA_FOLDER, "authored", "aliases.json");
  const isWritten = Object.keys(aliases).length > 0;
  if (isWritten && findDuplicateKeys(readFileSync(aliasesFile, "utf8")).length === 0) {
    writeFileSync(aliasesFile, formatTable(aliases));
  }
}

function tell(problems: readonly LintProblem[]): number {
  for (const { path: file, line, severity, rule, message } of problems) {
    const place = [
      path.relative(process.cwd(), path.resolve(file)),
      ...(line === undefined ? [] : [line]),
    ].join(":");
    console.log(`${place}: ${severity}: ${message} [${rule}]`);
  }
  const errors = problems.filter((problem) => problem.severity === "error").length;
  console.log(`${errors} errors, ${problems.length - errors} warnings`);
  return errors > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
