import type { OffsetRange } from "./findings";

/** How many stretches of a list, sorted by their starts, start before an offset: the place of the first one at or after it. */
export function countBefore(sorted: readonly OffsetRange[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
