/** One line of a text, without its end. */
export interface TextLine {
  readonly text: string;
  /** UTF-16 offset of its first character. */
  readonly start: number;
}

/** Splits a text into lines that end with `\n`, `\r\n` or `\r`, and tells where each begins. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ text: text.slice(start, index), start });
    start = index + lineBreak.length;
  }
  lines.push({ text: text.slice(start), start });
  return lines;
}

/** A stretch of a line with the offset behind its last character. */
export function withEnd(line: TextLine): TextLine & { readonly end: number } {
  return { ...line, end: line.start + line.text.length };
}

/** Gives a part of a line without the blanks around it; `from` and `to` are offsets inside the line. */
export function trimmedPart(line: TextLine, from: number, to = line.text.length): TextLine {
  const part = line.text.slice(from, to);
  const blanks = part.length - part.trimStart().length;
  return { text: part.trim(), start: line.start + from + blanks };
}
