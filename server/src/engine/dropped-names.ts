import type { TextReplacement } from "./findings";

/** Names that the edits of a fix take out of import statements: what no code uses any more once it is made. */
export function droppedNames(text: string, edits: readonly TextReplacement[]): readonly string[] {
  return edits.flatMap(({ start, end, newText }) => {
    if (start === end || !isInImport(text, start, end)) return [];
    const kept = new Set(wordsOf(newText));
    return wordsOf(text.slice(start, end)).filter((word) => !kept.has(word));
  });
}

/** Every name that the edits of a fix write. */
export function writtenNames(edits: readonly TextReplacement[]): readonly string[] {
  return edits.flatMap(({ newText }) => wordsOf(newText));
}

/** The longest list of imported names that is looked through. In UTF-16 units. */
const LONGEST_LIST = 4000;

function isInImport(text: string, start: number, end: number): boolean {
  if (/^\s*(?:import|from)[ \t]/.test(text.slice(start, Math.min(end, start + 200)))) return true;
  return OPEN_IMPORT.test(text.slice(Math.max(0, start - LONGEST_LIST), start));
}

/** An import statement that the text ends in. */
const OPEN_IMPORT =
  /(?:^|[\r\n;])[ \t]*(?:from[ \t]+[\w.]+[ \t]+)?import\b(?:[ \t\w,.]|\\\r?\n)*(?:\((?:[\w\s,]|#.*)*)?$/;

function wordsOf(text: string): readonly string[] {
  return text.match(/[^\W\d]\w*/g) ?? [];
}
