import type { FloorGain } from "../engine/floor/facts";
import type { CodePlace } from "../engine/target-findings";
import type { FixSafety, FindingCode, ProjectTarget, Severity } from "../engine/findings";
import type { TargetProblem } from "../project";

/** A stretch of a file: 1-based, columns in Unicode code points, the end exclusive. In a notebook it counts from a cell. */
export interface Place {
  /** Number of the cell among all cells of a notebook, from 1. */
  readonly cell?: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One edit of a fix. */
export interface ReportedEdit extends Place {
  readonly path: string;
  readonly newText: string;
}

/** A way to mend a finding. */
export interface ReportedFix {
  readonly id: string;
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly ReportedEdit[];
}

/** A finding as every format tells it. Versions are texts such as `3.8`; `null` where there is nothing to tell. */
export interface ReportedFinding extends Place {
  readonly path: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly symbol: string;
  readonly kind: string | null;
  readonly added: string | null;
  readonly deprecated: string | null;
  readonly removed: string | null;
  readonly failing: readonly string[];
  readonly message: string;
  readonly url: string | null;
  readonly fixes: readonly ReportedFix[];
  /** Places that cause it, or that it contradicts; of a finding in code the guard around it that lets in what fails. */
  readonly related?: readonly RelatedPlace[];
}

/** A place that a finding points at. */
export interface RelatedPlace {
  readonly path: string;
  readonly cell?: number;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A use that raises the minimum or sets the maximum of a file. */
export interface ReportedNeed {
  readonly symbol: string;
  readonly added: string | null;
  readonly removed: string | null;
  readonly minimum: number;
  readonly maximum: number | null;
  readonly cell?: number;
  readonly line: number;
  readonly column: number;
}

/** What one file needs; minors. */
export interface ReportedNeeds {
  readonly minimum: number;
  readonly maximum: number | null;
  readonly needs: readonly ReportedNeed[];
}

/** A use, guard or idiom that speaks for or against a lower end of the target. */
export interface ReportedFloorPlace {
  readonly kind: "need" | FloorGain["kind"];
  readonly symbol: string;
  /** Of a need the lowest minor that has it, of anything else the lowest that lets it go. */
  readonly minor: number;
  readonly cell?: number;
  readonly line: number;
  readonly column: number;
}

/** What came of one file. Plain data: it crosses threads. Paths are as seen from the working folder. */
export interface FileReport {
  readonly path: string;
  /** Why the file was passed over; `undefined` when it was not. */
  readonly skipped?: string;
  /** Something went wrong that should not: exit status 2. */
  readonly isFailure?: boolean;
  readonly target: ProjectTarget | undefined;
  readonly problems: readonly TargetProblem[];
  readonly findings: readonly ReportedFinding[];
  /** The text of each line with a finding, by `cell:line` or `line`, where the format shows it. */
  readonly lines: Readonly<Record<string, string>>;
  readonly needs: ReportedNeeds;
  /** The uses that the target's lower end is too low for. Empty where nobody asks for findings. */
  readonly shortfalls: readonly CodePlace[];
  /** Empty where nobody asks for them. */
  readonly floor: readonly ReportedFloorPlace[];
}

/** Names the line of a place in `FileReport.lines`. */
export function lineKey({ cell, line }: Pick<Place, "cell" | "line">): string {
  return cell === undefined ? String(line) : `${cell}:${line}`;
}

/** Names the file of a place as people click on it: `app.py`, `report.ipynb:cell 3`. */
export function placeName(path: string, { cell }: Pick<Place, "cell">): string {
  return cell === undefined ? path : `${path}:cell ${cell}`;
}
