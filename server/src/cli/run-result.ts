import { compareText } from "../engine/compare-text";
import type { FindingCode, ProjectTarget, Severity } from "../engine/findings";
import type { RunSummary } from "../messages";
import { SEVERITIES, type TargetProblem } from "../project";
import type { FileReport, ReportedFinding } from "./report";
import type { SkippedPath } from "./walk";

/** Everything that came of a check, for whichever format. */
export interface RunResult {
  /** In the order of the paths; files that were passed over are not in it. */
  readonly reports: readonly FileReport[];
  /** Paths as seen from the working folder. */
  readonly skipped: readonly SkippedPath[];
  /** Each once. */
  readonly problems: readonly TargetProblem[];
  readonly targets: RunSummary["targets"];
  /** What is wrong with the files that declare Pythons. */
  readonly declared: readonly DeclaredFindings[];
}

/** The findings in one declaring file, with the text of each line that has one. */
export interface DeclaredFindings {
  readonly findings: readonly ReportedFinding[];
  readonly lines: FileReport["lines"];
}

/** Sums up reports. `passedOver` are the paths that never came to a report. */
export function sumUp(reports: readonly FileReport[], passedOver: readonly SkippedPath[]): RunResult {
  const skipped = reports.flatMap(({ path, skipped: reason }) =>
    reason === undefined ? [] : [{ path, reason }],
  );
  const looked = reports.filter((report) => report.skipped === undefined);
  return {
    reports: looked,
    skipped: [...passedOver, ...skipped],
    problems: uniqueProblems(looked.flatMap(({ problems }) => problems)),
    targets: countTargets(looked),
    declared: [],
  };
}

/** Gives all findings of a run, file by file. */
export function findingsOf({ reports, declared }: RunResult): ReportedFinding[] {
  return [...reports, ...declared].flatMap(({ findings }) => findings);
}

/** The lowest minor that all files together need. */
export function minimumOf({ reports }: RunResult): number {
  return Math.max(0, ...reports.map(({ needs }) => needs.minimum));
}

/** The newest minor that all files together run on; `null` when no bound is known. */
export function maximumOf({ reports }: RunResult): number | null {
  const maxima = reports.flatMap(({ needs }) => (needs.maximum === null ? [] : [needs.maximum]));
  return maxima.length === 0 ? null : Math.min(...maxima);
}

/** Counts findings by severity, the gravest first. */
export function countSeverities(findings: readonly ReportedFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Tells whether a finding is at least as grave as a severity. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}

/** A row of the statistics: how often a code and a symbol were found. */
export interface StatisticsRow {
  readonly code: FindingCode;
  readonly symbol: string;
  readonly count: number;
}

/** Counts findings by code and symbol, the most frequent first. */
export function statisticsOf(findings: readonly ReportedFinding[]): StatisticsRow[] {
  const rows = new Map<string, StatisticsRow>();
  for (const { code, symbol } of findings) {
    const key = `${code} ${symbol}`;
    rows.set(key, { code, symbol, count: (rows.get(key)?.count ?? 0) + 1 });
  }
  return [...rows.values()].sort(
    (left, right) =>
      right.count - left.count ||
      compareText(left.code, right.code) ||
      compareText(left.symbol, right.symbol),
  );
}

function uniqueProblems(problems: readonly TargetProblem[]): TargetProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Lists the targets of a run with the number of files that each judges, the one of most files first. */
function countTargets(reports: readonly FileReport[]): RunSummary["targets"] {
  const counts = new Map<string, { target: ProjectTarget; files: number }>();
  for (const { target } of reports) {
    if (!target) continue;
    const key = JSON.stringify([target.range.text, target.origin]);
    counts.set(key, { target, files: (counts.get(key)?.files ?? 0) + 1 });
  }
  return [...counts.values()].sort((left, right) => right.files - left.files);
}
