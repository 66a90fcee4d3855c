import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildModules, readSources } from "./build";
import { openDecisions, type Decision } from "./merge/decisions";
import { measureRecall, type Reasoned, type RecallReport } from "./recall/measure";

/** Prints how much of what came and went between neighbouring interpreters the catalogue knows; with `--rest`, the rest. */
function main(): void {
  const data = join(import.meta.dirname, "..");
  const sources = readSources(join(data, "evidence"));
  const decisions = openDecisions(
    JSON.parse(readFileSync(join(data, "decisions.json"), "utf8")) as Record<string, Decision>,
  );
  const { modules } = buildModules(sources, decisions);
  for (const report of measureRecall(sources, modules)) printReport(report, process.argv.includes("--rest"));
}

function printReport({ title, total, known, missed, unreal }: RecallReport, isLong: boolean): void {
  process.stdout.write(
    `${title}: ${known} of ${total} (${((known / total) * 100).toFixed(2)}%), ${unreal.length} more that only seem to\n`,
  );
  if (isLong) for (const list of [missed, unreal]) list.forEach(printReasoned);
}

function printReasoned({ transition, reason }: Reasoned): void {
  const { id, parameter, happened, minor } = transition;
  process.stdout.write(`  ${id}${parameter ? `(${parameter})` : ""} ${happened} in 3.${minor}: ${reason}\n`);
}

main();
