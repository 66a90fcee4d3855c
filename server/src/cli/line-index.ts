/** A place as people and editors count: from 1, columns in Unicode code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Translates UTF-16 offsets of one text into positions. */
export interface LineIndex {
  positionAt(offset: number): Position;
  /** Gives a line without its end. `line` counts from 1; beyond the text it is empty. */
  lineText(line: number): string;
}

/**
 * Indexes a text. A line ends with `\n`, `\r\n` or a lone `\r`, as Python reads it; other separators of Unicode end
 * none. Asking costs a binary search, however long the line.
 */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const pairs = surrogatePairs(text);
  return {
    positionAt(offset) {
      const line = countUpTo(starts, offset);
      const start = starts[line - 1];
      const pairsBefore = countUpTo(pairs, offset - 1) - countUpTo(pairs, start - 1);
      return { line, column: offset - start - pairsBefore + 1 };
    },
    lineText(line) {
      const start = starts[line - 1];
      return start === undefined
        ? ""
        : text.slice(start, starts[line] ?? text.length).replace(/\r?\n$|\r$/, "");
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Offsets of the characters that UTF-16 needs two units for. */
function surrogatePairs(text: string): number[] {
  return Array.from(text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g), (match) => match.index);
}

/** Counts the members of an ascending list that are at most `limit`. */
function countUpTo(list: readonly number[], limit: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
