import path from "node:path";
import { DATA_FOLDER, readSources } from "../build/read-sources";
import { rewriteSources } from "./fix";
import { lintSources, type LintProblem } from "./lint";

const USAGE = "Usage: catalogue:lint [--fix]";

/** Lints this project's data and tells the problems; `--fix` first rewrites files into canonical form. */
function main(args: readonly string[]): number {
  if (args.some((arg) => arg !== "--fix")) {
    console.error(USAGE);
    return 2;
  }
  try {
    if (args.includes("--fix")) rewriteSources(DATA_FOLDER);
    return tell(lintSources(readSources(DATA_FOLDER)));
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

function tell(problems: readonly LintProblem[]): number {
  for (const { path: file, line, severity, rule, message } of problems) {
    const place = [path.relative(process.cwd(), path.resolve(file)), line].filter(
      (part) => part !== undefined,
    );
    console.log(`${place.join(":")}: ${severity}: ${message} [${rule}]`);
  }
  const errors = problems.filter((problem) => problem.severity === "error").length;
  console.log(`${errors} errors, ${problems.length - errors} warnings`);
  return errors > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
