import type { Severity } from "../../engine/findings";
import { formatMinor } from "../../engine/version";
import { plural, runSummary } from "../../messages";
import type { Paint } from "../terminal";
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
  /** Findings alone: no line of code, no summary. */
  readonly quiet: boolean;
  readonly statistics: boolean;
}

/** Lines of code are shown up to this many characters, around the place. */
const WIDEST = 120;
/** So many reasons are told for the minimum of one file. */
const REASONS_SHOWN = 5;

/** Writes one finding a line, as editors and scripts read them: `path:line:column: severity code message`. */
export function concise(result: RunResult, paint: Paint): string {
  return findingsOf(result)
    .map((finding) => `${findingLine(finding, paint)}\n`)
    .join("");
}

/** Writes findings with their lines of code, and what came of it all. */
export function checkText(result: RunResult, { paint, quiet, statistics }: TextLayout): string {
  const blocks = result.reports.flatMap((report) =>
    report.findings.map((finding) => {
      const code = quiet ? "" : codeLines(finding, report.lines[lineKey(finding)], paint);
      return `${findingLine(finding, paint)}\n${code}`;
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

/** Writes a name of the file system so that it keeps to its line and to its colour. */
export function printable(text: string): string {
  return text.replaceAll(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => {
    const names: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
    return names[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
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

/** Shows a line of code with its place marked. Columns count code points; a tab is kept, so that the mark stays below. */
function codeLines(finding: ReportedFinding, line: string | undefined, paint: Paint): string {
  if (line === undefined) return "";
  const characters = Array.from(line);
  const from = finding.column - 1;
  const to = finding.endLine === finding.line ? Math.max(finding.endColumn - 1, from + 1) : characters.length;
  const start =
    characters.length <= WIDEST ? 0 : Math.max(0, Math.min(from - WIDEST / 3, characters.length - WIDEST));
  const cut = Math.floor(start);
  const shown = characters.slice(cut, cut + WIDEST);
  const blank = shown.slice(0, from - cut).map((character) => (character === "\t" ? "\t" : " "));
  const mark = "^".repeat(Math.max(1, Math.min(to, cut + WIDEST) - from));
  const code = shown.map((character) =>
    character === "\t" ? "\t" : printable(character).length > 1 ? "?" : character,
  );
  return `    ${code.join("")}\n    ${blank.join("")}${paint.green(mark)}\n`;
}

function statisticsTable(findings: readonly ReportedFinding[]): string {
  const rows = statisticsOf(findings);
  const width = String(rows[0]!.count).length;
  const lines = rows.map(
    ({ count, code, symbol }) => `${String(count).padStart(width)}  ${code.padEnd(15)}  ${symbol}`,
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
