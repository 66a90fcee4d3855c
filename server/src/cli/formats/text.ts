import type { Severity } from "../../engine/findings";
import { formatMinor } from "../../engine/version";
import { plural, runSummary } from "../../messages";
import type { Paint } from "../terminal";
import { codeExcerpt } from "./code-excerpt";
import { printable } from "./printable";
import { type FileReport, lineKey, placeName, type ReportedFinding } from "../report";
import {
  countSeverities,
  findingsOf,
  maximumOf,
  minimumOf,
  type RunResult,
  statisticsOf,
} from "../run-result";

/** How a text is laid out. */
export interface TextLayout {
  readonly paint: Paint;
  /** Findings alone: no line of code, no related place, no summary. */
  readonly quiet: boolean;
  readonly statistics: boolean;
}

/** So many reasons are told for the minimum of one file. */
const REASONS_SHOWN = 5;

/** Writes one finding a line, as editors and scripts read them: `path:line:column: severity code message`. */
export function concise(result: RunResult, paint: Paint): string {
  return findingsOf(result)
    .map((finding) => `${findingLine(finding, paint)}\n`)
    .join("");
}

/** Writes findings with their lines of code and the places that they point at, and what came of it all. */
export function checkText(result: RunResult, { paint, quiet, statistics }: TextLayout): string {
  const blocks = [...result.reports, ...result.declared].flatMap((report) =>
    report.findings.map((finding) => {
      const code = quiet ? "" : codeLines(finding, report.lines[lineKey(finding)], paint);
      const related = quiet ? "" : relatedLines(finding, paint);
      return `${findingLine(finding, paint)}\n${code}${related}`;
    }),
  );
  const findings = findingsOf(result);
  if (statistics && findings.length > 0) blocks.push(statisticsTable(findings));
  if (!quiet) blocks.push(`${paint.bold(summaryOf(result, findings))}\n`);
  return blocks.join("");
}

/** Writes the minimum of each file, with the uses that set it, and of the whole. */
export function minimumText(result: RunResult, { paint, quiet }: TextLayout): string {
  const files = quiet ? [] : result.reports.map((report) => fileMinimum(report, paint));
  const maximum = maximumOf(result);
  const bound = maximum === null ? "" : `, and runs up to ${formatMinor(maximum)}`;
  const whole = `${plural(result.reports.length, "file")}: needs Python ${formatMinor(minimumOf(result))}${bound}`;
  return [...files, quiet ? formatMinor(minimumOf(result)) : paint.bold(whole), ""].join("\n");
}

function findingLine(finding: ReportedFinding, paint: Paint): string {
  const place = `${printable(placeName(finding.path, finding))}:${finding.line}:${finding.column}:`;
  const severity = paintSeverity(finding.severity, paint);
  return `${paint.bold(place)} ${severity} ${paint.dim(finding.code)} ${printable(finding.message)}`;
}

function paintSeverity(severity: Severity, paint: Paint): string {
  if (severity === "error") return paint.red(severity);
  return severity === "warning" ? paint.yellow(severity) : paint.blue(severity);
}

function codeLines(finding: ReportedFinding, line: string | undefined, paint: Paint): string {
  if (line === undefined) return "";
  const end = finding.endLine === finding.line ? finding.endColumn - 1 : Array.from(line).length;
  const { code, indent, marks } = codeExcerpt(line, finding.column - 1, end);
  return `    ${code}\n    ${indent}${paint.green(marks)}\n`;
}

function relatedLines({ related = [] }: ReportedFinding, paint: Paint): string {
  const lines = related.map((place) => {
    const where = `${printable(placeName(place.path, place))}:${place.line}:${place.column}:`;
    return `    ${paint.dim(where)} ${printable(place.message)}\n`;
  });
  return lines.join("");
}

function statisticsTable(findings: readonly ReportedFinding[]): string {
  const rows = statisticsOf(findings);
  const width = String(rows[0].count).length;
  const widest = Math.max(15, ...rows.map(({ code }) => code.length));
  const lines = rows.map(
    ({ count, code, symbol }) => `${String(count).padStart(width)}  ${code.padEnd(widest)}  ${symbol}`,
  );
  return `${lines.join("\n")}\n`;
}

function summaryOf(result: RunResult, findings: readonly ReportedFinding[]): string {
  return runSummary({
    files: result.reports.length,
    bySeverity: countSeverities(findings),
    minimum: minimumOf(result),
    targets: result.targets,
  });
}

function fileMinimum({ path, needs }: FileReport, paint: Paint): string {
  const bound = needs.maximum === null ? "" : ` up to ${formatMinor(needs.maximum)}`;
  const reasons = [
    ...needs.needs.filter(({ minimum }) => minimum === needs.minimum && minimum > 0),
    ...needs.needs.filter(({ minimum, maximum }) => maximum !== null && minimum !== needs.minimum),
  ];
  const shown = reasons.slice(0, REASONS_SHOWN).map((need) => {
    const life =
      need.maximum === null ? `since ${need.added}` : `gone in ${need.removed ?? "a newer Python"}`;
    const cell = need.cell === undefined ? "" : `cell ${need.cell}, `;
    return `    ${cell}line ${need.line}: ${need.symbol}, ${life}`;
  });
  const more = reasons.length - shown.length;
  const rest = more > 0 ? [`    and ${more} more`] : [];
  return [`${paint.bold(printable(path))}: ${formatMinor(needs.minimum)}${bound}`, ...shown, ...rest].join(
    "\n",
  );
}
