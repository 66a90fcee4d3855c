import type { OffsetRange, TextReplacement } from "../../findings";

/** A part of new code: text of its own, or a stretch of the document that is taken over. */
export type Piece = string | OffsetRange;

/**
 * The edits that turn a stretch of a document into pieces. What is taken over in the order in which it stood is left
 * alone, with its comments and layout.
 */
export function toEdits(
  text: string,
  { start, end }: OffsetRange,
  pieces: readonly Piece[],
): TextReplacement[] {
  const edits: TextReplacement[] = [];
  let cursor = start;
  let literal = "";
  const flush = (to: number): void => {
    if (text.slice(cursor, to) !== literal) edits.push({ start: cursor, end: to, newText: literal });
    literal = "";
  };
  for (const piece of pieces) {
    if (typeof piece === "string") literal += piece;
    else if (piece.start >= cursor && piece.end <= end) {
      flush(piece.start);
      cursor = piece.end;
    } else literal += text.slice(piece.start, piece.end);
  }
  flush(end);
  return edits;
}

/** The text that pieces make. */
export function textOfPieces(text: string, pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (typeof piece === "string" ? piece : text.slice(piece.start, piece.end)))
    .join("");
}
