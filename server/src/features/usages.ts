import type { DocumentAnalysis, OffsetRange, Usage } from "../engine/findings";

/**
 * Finds what the cursor is on: the shortest usage around the offset, or else one that ends there, since a cursor behind
 * a name's last letter still means the name.
 */
export function usageAt(analysis: DocumentAnalysis, offset: number): Usage | undefined {
  let best: Usage | undefined;
  let touching: Usage | undefined;
  for (const usage of analysis.usages) {
    if (usage.start > offset) break;
    if (offset < usage.end && (!best || lengthOf(usage) < lengthOf(best))) best = usage;
    if (offset === usage.end && (!touching || lengthOf(usage) < lengthOf(touching))) touching = usage;
  }
  return best ?? touching;
}

/** Tells whether two stretches share a character, or touch where one of them is a mere cursor. */
export function overlaps(a: OffsetRange, b: OffsetRange): boolean {
  return a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end;
}

function lengthOf({ start, end }: OffsetRange): number {
  return end - start;
}
