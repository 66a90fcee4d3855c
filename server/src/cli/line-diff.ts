/** Unchanged lines that are shown around a change. */
const CONTEXT = 3;

interface Hunk {
  /** First line of the old and the new text that differ, 0-based, and how many. */
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
}

/**
 * Writes the difference between two texts as `diff -u` does; empty for equal ones. Lines end with `\n` or `\r\n`, which
 * belongs to the line.
 */
export function unifiedDiff(path: string, oldText: string, newText: string): string {
  if (oldText === newText) return "";
  const oldLines = splitLines(oldText);
  const newLines = splitLines(newText);
  const hunks = groupHunks(findChanges(oldLines, newLines));
  const body = hunks.map((hunk) => writeHunk(hunk, oldLines, newLines)).join("");
  return `--- a/${path}\n+++ b/${path}\n${body}`;
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Finds the changed stretches by the shortest edit script (Myers, 1986), after the equal ends are taken off. */
function findChanges(oldLines: readonly string[], newLines: readonly string[]): Hunk[] {
  let start = 0;
  while (start < oldLines.length && start < newLines.length && oldLines[start] === newLines[start]) start++;
  let oldEnd = oldLines.length;
  let newEnd = newLines.length;
  while (oldEnd > start && newEnd > start && oldLines[oldEnd - 1] === newLines[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  const pairs = matchLines(oldLines.slice(start, oldEnd), newLines.slice(start, newEnd));
  const changes: Hunk[] = [];
  let [oldAt, newAt] = [start, start];
  for (const [oldLine, newLine] of [...pairs, [oldEnd - start, newEnd - start] as const]) {
    const [oldStop, newStop] = [oldLine + start, newLine + start];
    if (oldStop > oldAt || newStop > newAt) {
      changes.push({
        oldStart: oldAt,
        oldCount: oldStop - oldAt,
        newStart: newAt,
        newCount: newStop - newAt,
      });
    }
    [oldAt, newAt] = [oldStop + 1, newStop + 1];
  }
  return changes;
}

/** Pairs the lines that both texts have, in order, as many as the shortest edit script keeps. */
function matchLines(oldLines: readonly string[], newLines: readonly string[]): (readonly [number, number])[] {
  const reach = new Map<number, number>([[1, 0]]);
  const history: Map<number, number>[] = [];
  for (let edits = 0; edits <= oldLines.length + newLines.length; edits++) {
    history.push(new Map(reach));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const isInsertion =
        diagonal === -edits || (diagonal !== edits && at(reach, diagonal - 1) < at(reach, diagonal + 1));
      let oldAt = isInsertion ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1;
      while (
        oldAt < oldLines.length &&
        oldAt - diagonal < newLines.length &&
        oldLines[oldAt] === newLines[oldAt - diagonal]
      ) {
        oldAt++;
      }
      reach.set(diagonal, oldAt);
      if (oldAt >= oldLines.length && oldAt - diagonal >= newLines.length) {
        return traceBack(history, oldLines.length, newLines.length);
      }
    }
  }
  return [];
}

function traceBack(
  history: readonly Map<number, number>[],
  oldLength: number,
  newLength: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  let [oldAt, newAt] = [oldLength, newLength];
  for (let edits = history.length - 1; edits >= 0; edits--) {
    const reach = history[edits];
    const diagonal = oldAt - newAt;
    const isInsertion =
      diagonal === -edits || (diagonal !== edits && at(reach, diagonal - 1) < at(reach, diagonal + 1));
    const before = isInsertion ? diagonal + 1 : diagonal - 1;
    const oldBefore = at(reach, before);
    const newBefore = oldBefore - before;
    while (oldAt > oldBefore && newAt > newBefore && oldAt > 0 && newAt > 0)
      pairs.unshift([--oldAt, --newAt]);
    [oldAt, newAt] = [oldBefore, newBefore];
  }
  return pairs;
}

function at(reach: ReadonlyMap<number, number>, diagonal: number): number {
  return reach.get(diagonal) ?? -1;
}

/** Joins changes whose contexts touch, and widens each by its context. */
function groupHunks(changes: readonly Hunk[]): Hunk[][] {
  const groups: Hunk[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    const isNear = last && change.oldStart - (last.oldStart + last.oldCount) <= 2 * CONTEXT;
    if (isNear) groups.at(-1)!.push(change);
    else groups.push([change]);
  }
  return groups;
}

function writeHunk(
  changes: readonly Hunk[],
  oldLines: readonly string[],
  newLines: readonly string[],
): string {
  const first = changes[0];
  const last = changes.at(-1)!;
  const before = Math.min(CONTEXT, first.oldStart);
  const oldStart = first.oldStart - before;
  const newStart = first.newStart - before;
  const oldEnd = Math.min(oldLines.length, last.oldStart + last.oldCount + CONTEXT);
  const newEnd = Math.min(newLines.length, last.newStart + last.newCount + CONTEXT);
  const lines: string[] = [];
  let oldAt = oldStart;
  for (const change of changes) {
    lines.push(...mark(" ", oldLines.slice(oldAt, change.oldStart)));
    lines.push(...mark("-", oldLines.slice(change.oldStart, change.oldStart + change.oldCount)));
    lines.push(...mark("+", newLines.slice(change.newStart, change.newStart + change.newCount)));
    oldAt = change.oldStart + change.oldCount;
  }
  lines.push(...mark(" ", oldLines.slice(oldAt, oldEnd)));
  const span = (start: number, count: number): string => `${count === 0 ? start : start + 1},${count}`;
  return `@@ -${span(oldStart, oldEnd - oldStart)} +${span(newStart, newEnd - newStart)} @@\n${lines.join("")}`;
}

function mark(sign: string, lines: readonly string[]): string[] {
  return lines.map((line) =>
    line.endsWith("\n") ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`,
  );
}
