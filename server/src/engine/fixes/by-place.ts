import type { OffsetRange } from "../findings";
import { countBefore } from "../sorted-ranges";

/**
 * Gives what starts within a stretch of text, both ends included, from a list in document order. Takes the time of a
 * search in a sorted list, so that asking once for each of many findings stays cheap.
 */
export function startingWithin<T extends OffsetRange>(
  sorted: readonly T[],
  { start, end }: OffsetRange,
): readonly T[] {
  const from = countBefore(sorted, start);
  return sorted.slice(from, countBefore(sorted, end + 1));
}
