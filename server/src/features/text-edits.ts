import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { TextReplacement } from "../engine/findings";
import type { LineIndex } from "./line-index";

/** What an edit of one document depends on. */
export interface EditContext {
  readonly uri: string;
  /** Version that the offsets belong to. */
  readonly version: number;
  readonly lines: LineIndex;
  /** The client refuses an edit for a version that is gone, so tell it which one is meant. */
  readonly versionedEdits: boolean;
}

/**
 * Gives the protocol's form of an edit to one document. Positions are those before any of the replacements; lines that
 * come in end as the document's first line does.
 */
export function toWorkspaceEdit(
  replacements: readonly TextReplacement[],
  context: EditContext,
): WorkspaceEdit {
  const { uri, version } = context;
  const lineBreak = LINE_BREAK.exec(context.lines.text)?.[0] ?? "\n";
  const edits = replacements.map((replacement) => toTextEdit(replacement, context.lines, lineBreak));
  return context.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
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

function toTextEdit(replacement: TextReplacement, lines: LineIndex, lineBreak: string): TextEdit {
  return {
    range: lines.toRange(replacement),
    newText: replacement.newText.replaceAll(LINE_BREAKS, lineBreak),
  };
}

function isSame(a: TextReplacement, b: TextReplacement): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

/** What touches collides, too: the order of two insertions at one place would be a guess. */
function collide(a: TextReplacement, b: TextReplacement): boolean {
  return a.start <= b.end && b.start <= a.end;
}
