import type { AnnotatedTextEdit, Location, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { OffsetRange, TextReplacement } from "../engine/findings";
import type { CellLimits } from "../engine/cell-limits";
import type { LineIndex } from "./line-index";

/** What an edit of one document depends on. */
export interface EditContext {
  readonly uri: string;
  /** Version that the offsets belong to; `null` for a file that the client does not hold open. */
  readonly version: number | null;
  readonly lines: LineIndex;
  /** The client refuses an edit for a version that is gone, so tell it which one is meant. */
  readonly versionedEdits: boolean;
  /** The cells of the notebook whose joined text the offsets count in; absent for a document of its own. */
  readonly cells?: readonly CellPlace[];
}

/** An edit that the client may ask about, together with all others of the same annotation. */
export interface AnnotatedReplacement extends TextReplacement {
  /** Key of the annotation. */
  readonly annotationId?: string;
}

/** Where a notebook's cell stands in the joined text of all cells. */
export interface CellPlace extends OffsetRange {
  readonly uri: string;
  readonly version: number;
  readonly lines: LineIndex;
  /** What the joined text has otherwise than the cell; offsets are those of the joined text. */
  readonly masked: readonly OffsetRange[];
}

/** What edits to the joined text must heed. Without cells, nothing. */
export function limitsOf(cells: readonly CellPlace[] = []): CellLimits {
  // A cell ends where the line break stands that joins it to the next.
  return {
    borders: cells.slice(0, -1).map(({ end }) => end),
    masked: cells.flatMap(({ masked }) => masked),
  };
}

/** Finds a stretch of a notebook's program, given from where one of its cells stands in the joined text (`start`). */
export function locateInCells(
  range: OffsetRange,
  { cells, start }: { readonly cells: readonly CellPlace[]; readonly start: number },
): Location {
  const at = range.start + start;
  const cell = cells.findLast((each) => each.start <= at) ?? cells[0];
  const own = { start: at - cell.start, end: range.end + start - cell.start };
  return { uri: cell.uri, range: cell.lines.toRange(own) };
}

/**
 * Gives the protocol's form of an edit to one document. Positions are those before any of the replacements; lines that
 * come in end as the document's first line does.
 */
export function toWorkspaceEdit(
  replacements: readonly AnnotatedReplacement[],
  context: EditContext,
): WorkspaceEdit {
  if (context.cells) return toCellEdits(replacements, context.cells, context.versionedEdits);
  const { uri, version } = context;
  const lineBreak = LINE_BREAK.exec(context.lines.text)?.[0] ?? "\n";
  const edits = replacements.map((replacement) => toTextEdit(replacement, context.lines, lineBreak));
  return context.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

/** Gives each cell its part. What reaches over a cell's end reached for the line break that joins it to the next. */
function toCellEdits(
  replacements: readonly AnnotatedReplacement[],
  cells: readonly CellPlace[],
  versionedEdits: boolean,
): WorkspaceEdit {
  const parts = cells.flatMap(({ uri, version, lines, start, end }, index) => {
    const next = cells[index + 1]?.start ?? Infinity;
    const own = replacements.filter((each) => each.start >= start && each.start < next);
    if (own.length === 0) return [];
    const lineBreak = LINE_BREAK.exec(lines.text)?.[0] ?? "\n";
    const edits = own.map((each) => {
      const inCell = { start: Math.min(each.start, end) - start, end: Math.min(each.end, end) - start };
      return toTextEdit({ ...each, ...inCell }, lines, lineBreak);
    });
    return [{ uri, version, edits }];
  });
  return versionedEdits
    ? { documentChanges: parts.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) }
    : { changes: Object.fromEntries(parts.map(({ uri, edits }) => [uri, edits])) };
}

/**
 * Joins the edits of several fixes into one, sorted. A fix that would touch what an earlier one touches is left out
 * whole; what several fixes want alike (an import that each needs) is done once.
 */
export function mergeEdits(fixes: readonly (readonly TextReplacement[])[]): TextReplacement[] {
  const merged: TextReplacement[] = [];
  for (const edits of fixes) {
    const fresh = edits.filter((edit) => !merged.some((other) => isSame(edit, other)));
    if (fresh.every((edit) => !merged.some((other) => collide(edit, other)))) merged.push(...fresh);
  }
  return merged.sort((a, b) => a.start - b.start || a.end - b.end);
}

const LINE_BREAK = /\r\n|\n|\r/;
const LINE_BREAKS = /\r\n|\n|\r/g;

function toTextEdit(
  { annotationId, newText, ...range }: AnnotatedReplacement,
  lines: LineIndex,
  lineBreak: string,
): TextEdit | AnnotatedTextEdit {
  const edit = { range: lines.toRange(range), newText: newText.replaceAll(LINE_BREAKS, lineBreak) };
  return annotationId === undefined ? edit : { ...edit, annotationId };
}

function isSame(a: TextReplacement, b: TextReplacement): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

/** What touches collides, too: the order of two insertions at one place would be a guess. */
function collide(a: TextReplacement, b: TextReplacement): boolean {
  return a.start <= b.end && b.start <= a.end;
}
