import type { OffsetRange } from "../findings";

/**
 * Gives what starts within a stretch of text, both ends included, from a list in document order. Takes the time of a
 * search in a sorted list, so that asking once for each of many findings stays cheap.
 */
export function startingWithin<T extends OffsetRange>(
  sorted: readonly T[],
  { start, end }: OffsetRange,
): readonly T[] {
  const from = firstAtOrAfter(sorted, start);
  return sorted.slice(from, firstAtOrAfter(sorted, end + 1));
}

function firstAtOrAfter(sorted: readonly OffsetRange[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
