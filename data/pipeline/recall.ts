import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildModules, readSources } from "./build";
import { openDecisions, type Decision } from "./merge/decisions";
import { measureRecall, type Reasoned, type RecallReport } from "./recall/measure";

/**
 * Prints how much of what came and went between neighbouring interpreters the catalogue knows, with and without what is
 * left out, and why it is; with `--rest`, also what each reason leaves out.
 */
function main(): void {
  const data = join(import.meta.dirname, "..");
  const sources = readSources(join(data, "evidence"));
  const decisions = openDecisions(
    JSON.parse(readFileSync(join(data, "decisions.json"), "utf8")) as Record<string, Decision>,
  );
  const { modules } = buildModules(sources, decisions);
  for (const report of measureRecall(sources, modules)) printReport(report, process.argv.includes("--rest"));
}

function printReport({ title, total, known, missed, excluded }: RecallReport, isLong: boolean): void {
  const all = total + excluded.length;
  process.stdout.write(
    `${title}: ${known} of ${total} (${percentage(known, total)}); ` +
      `with nothing left out ${known} of ${all} (${percentage(known, all)})\n`,
  );
  for (const [reason, list] of groupByReason(missed)) printGroup(`missed, ${reason}`, list, true);
  for (const [reason, list] of groupByReason(excluded)) printGroup(`left out, ${reason}`, list, isLong);
}

function percentage(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(2)}%`;
}

function groupByReason(list: readonly Reasoned[]): [reason: string, list: readonly Reasoned[]][] {
  const groups = new Map<string, Reasoned[]>();
  for (const one of list) groups.set(one.reason, [...(groups.get(one.reason) ?? []), one]);
  return [...groups].sort(([, left], [, right]) => right.length - left.length);
}

function printGroup(title: string, list: readonly Reasoned[], isLong: boolean): void {
  process.stdout.write(`  ${list.length} ${title}\n`);
  if (isLong) list.forEach(printTransition);
}

function printTransition({ transition }: Reasoned): void {
  const { id, parameter, happened, minor } = transition;
  process.stdout.write(`    ${id}${parameter ? `(${parameter})` : ""} ${happened} in 3.${minor}\n`);
}

main();
