import type { ProjectTarget } from "../../engine/findings";
import { formatMinor } from "../../engine/version";
import { declarationProblem } from "../../messages";
import type { TargetProblem } from "../../project";
import { findingsOf, maximumOf, minimumOf, type RunResult, statisticsOf } from "../run-result";
import type { FileReport } from "../report";

/** Number of the shapes that `--format json` writes. Members may be added under the same number, never taken away. */
export const SCHEMA = 1;

/** Writes a value as a text of JSON with a line end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Writes `check --format json`. `target` is the one of most files where there are several. */
export function checkJson(result: RunResult, options: { readonly statistics: boolean }): string {
  const findings = findingsOf(result);
  return toJson({
    schema: SCHEMA,
    target: result.targets[0] ? targetJson(result.targets[0].target) : null,
    targets: result.targets.map(({ target, files }) => ({ ...targetJson(target), files })),
    summary: {
      files: result.reports.length,
      findings: findings.length,
      minimum: formatMinor(minimumOf(result)),
      skipped: result.skipped,
    },
    problems: result.problems.map(problemJson),
    ...(options.statistics && { statistics: statisticsOf(findings) }),
    findings,
  });
}

/** Writes a value that could not be used. */
export function problemJson({ path, line, problem }: TargetProblem): Record<string, unknown> {
  return { path, line: line ?? null, message: declarationProblem(problem) };
}

/** Writes `min --format json`. */
export function minimumJson(result: RunResult): string {
  return toJson({
    schema: SCHEMA,
    minimum: formatMinor(minimumOf(result)),
    maximum: minorOrNull(maximumOf(result)),
    files: result.reports.map(fileMinimumJson),
    skipped: result.skipped,
  });
}

/** Writes a target as every report does. */
export function targetJson({ range, origin }: ProjectTarget): Record<string, unknown> {
  return {
    range: range.text,
    minimum: minorOrNull(range.minimum),
    maximum: minorOrNull(range.maximum),
    origin: { path: origin.path, key: origin.key, line: origin.line ?? null },
  };
}

/** Writes a minor as `3.8`, and the absence of one as `null`. */
export function minorOrNull(minor: number | null | undefined): string | null {
  return minor === null || minor === undefined ? null : formatMinor(minor);
}

function fileMinimumJson({ path, needs }: FileReport): Record<string, unknown> {
  const place = ({ cell, line, column }: { cell?: number; line: number; column: number }) => ({
    ...(cell !== undefined && { cell }),
    line,
    column,
  });
  return {
    path,
    minimum: formatMinor(needs.minimum),
    maximum: minorOrNull(needs.maximum),
    reasons: needs.needs
      .filter(({ minimum }) => minimum > 0)
      .sort((left, right) => right.minimum - left.minimum)
      .map((need) => ({ symbol: need.symbol, added: need.added, ...place(need) })),
    limits: needs.needs
      .filter(({ maximum }) => maximum !== null)
      .map((need) => ({ symbol: need.symbol, removed: need.removed, ...place(need) })),
  };
}
