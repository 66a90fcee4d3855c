import type { DocumentAnalysis, Finding, OffsetRange, Usage } from "../engine/findings";

/**
 * Finds what the cursor is on: the shortest usage around the offset, or else one that ends there, since a cursor behind
 * a name's last letter still means the name. Where several have the same place, it is the one that a finding tells of.
 */
export function usageAt(analysis: DocumentAnalysis, offset: number): Usage | undefined {
  let best: Usage | undefined;
  let touching: Usage | undefined;
  for (const usage of analysis.usages) {
    if (usage.start > offset) break;
    if (offset < usage.end && (!best || lengthOf(usage) < lengthOf(best))) best = usage;
    if (offset === usage.end && (!touching || lengthOf(usage) < lengthOf(touching))) touching = usage;
  }
  const found = best ?? touching;
  return (
    found && (analysis.usages.find((usage) => isAt(usage, found) && findingOf(usage, analysis)) ?? found)
  );
}

/** What is told of a usage, at its very place. */
export function findingOf(usage: Usage, { findings }: DocumentAnalysis): Finding | undefined {
  return findings.find((finding) => finding.entryId === usage.entryId && isAt(finding, usage));
}

/** Tells whether two stretches share a character, or touch where one of them is a mere cursor. */
export function overlaps(a: OffsetRange, b: OffsetRange): boolean {
  return a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end;
}

function isAt(one: OffsetRange, other: OffsetRange): boolean {
  return one.start === other.start && one.end === other.end;
}

function lengthOf({ start, end }: OffsetRange): number {
  return end - start;
}
