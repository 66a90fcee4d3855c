/** A string, a comment, a bracket, a continued line, or the end of a line; strings may hold all of the others. */
const PIECE =
  /"""(?:[^\\]|\\[^])*?"""|'''(?:[^\\]|\\[^])*?'''|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|#[^\n]*|[([{]|[)\]}]|\\\n|\n/g;

/**
 * Gives the last line of a statement from one of its lines on: the line that closes what was opened since. Lines are
 * 1-based and end with `\n`.
 */
export function logicalEnd(text: string, line: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = text.indexOf("\n", start) + 1;
  let last = line;
  let depth = 0;
  PIECE.lastIndex = start;
  for (let match = PIECE.exec(text); match; match = PIECE.exec(text)) {
    const [piece] = match;
    if (piece === "\n" && depth <= 0) break;
    if ("([{".includes(piece)) depth += 1;
    else if (")]}".includes(piece)) depth -= 1;
    else last += piece.split("\n").length - 1;
    if (depth < 0) break;
  }
  return last;
}
