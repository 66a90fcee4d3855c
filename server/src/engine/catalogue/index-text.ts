/**
 * The text of an index. Most of its sections are never asked for, so that a host may leave them where they are stored; a
 * string is one, too.
 */
export interface IndexText {
  /** Gives the characters from an offset up to another, fewer where the text ends before; it must be the same text always. */
  slice(start: number, end: number): string;
}

/** Characters of the header that are read at a time. */
const HEADER_BLOCK = 1 << 16;

/** Gives the first line of an index, without its line break; the whole text where it has none. */
export function firstLine(text: IndexText): string {
  let line = "";
  for (;;) {
    const block = text.slice(line.length, line.length + HEADER_BLOCK);
    const end = block.indexOf("\n");
    if (end >= 0) return line + block.slice(0, end);
    line += block;
    if (block.length < HEADER_BLOCK) return line;
  }
}
