import type { OffsetRange, TextReplacement } from "./findings";

/** What edits to the joined cells of a notebook must heed; both empty for any other text. */
export interface CellLimits {
  /** Offsets of the line breaks that join the cells, in order: they stay, and no edit reaches over one. */
  readonly borders: readonly number[];
  /** What stands in the text for something else, in order: edits may take it away, but not write it anew. */
  readonly masked: readonly OffsetRange[];
}

/**
 * Leaves the borders out of what edits take away. `undefined` where an edit puts something in the place of a border, writes
 * anew what is masked, takes away a part of it, or would stand above the magic that a cell must begin with.
 */
export function withinCells(
  edits: readonly TextReplacement[],
  { text, borders, masked }: CellLimits & { readonly text: string },
): readonly TextReplacement[] | undefined {
  if (borders.length === 0) return edits;
  const isCellMagic = (range: OffsetRange): boolean => text.startsWith("#%", range.start);
  const parts: TextReplacement[] = [];
  for (const { start, end, newText } of edits) {
    const touched = masked.filter((range) => start < range.end && range.start < end);
    const isWhole = touched.every((range) => start <= range.start && range.end <= end);
    if (touched.length > 0 && (newText !== "" || !isWhole)) return undefined;
    if (newText !== "" && masked.some((range) => range.start === start && isCellMagic(range)))
      return undefined;
    const inside = borders.filter((border) => start <= border && border < end);
    if (inside.length > 0 && newText !== "") return undefined;
    const starts = [start, ...inside.map((border) => border + 1)];
    const ends = [...inside, end];
    starts.forEach((from, index) => {
      if (from < ends[index] || inside.length === 0) parts.push({ start: from, end: ends[index], newText });
    });
  }
  return parts;
}

/** Where the limits are after edits that heeded them. */
export function moveLimits({ borders, masked }: CellLimits, edits: readonly TextReplacement[]): CellLimits {
  const left = masked.filter(
    (range) => !edits.some(({ start, end }) => start < range.end && range.start < end),
  );
  const starts = moveOffsets(
    left.map(({ start }) => start),
    edits,
  );
  return {
    borders: moveOffsets(borders, edits),
    masked: left.map(({ start, end }, index) => ({ start: starts[index], end: starts[index] + end - start })),
  };
}

/** Where offsets are after edits none of which reaches over them; what is put in at one of them comes before it. */
function moveOffsets(offsets: readonly number[], edits: readonly TextReplacement[]): number[] {
  return offsets.map((offset) => {
    const before = edits.filter(({ end }) => end <= offset);
    return before.reduce((at, { start, end, newText }) => at + newText.length - (end - start), offset);
  });
}
