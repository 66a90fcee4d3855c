import type { Scope } from "../binding/scopes";
import type { OffsetRange } from "../findings";
import { countBefore } from "../sorted-ranges";
import type { EditedNodes } from "../syntax/edited-block";
import { Field } from "../syntax/node-kind";
import { NO_NODE, type SyntaxTree } from "../syntax/syntax-tree";
import type { OuterFunction } from "./mentions";

/** What of a walk was kept after an edit. */
export interface Kept {
  /** All outermost functions, in document order. */
  readonly units: readonly OuterFunction[];
  /** Those of which the bodies were not walked again. */
  readonly kept: ReadonlySet<Scope>;
  /** Everything else was walked again; otherwise nothing but the bodies of the others. */
  readonly isLoaded: boolean;
}

/** A stretch of the text before an edit, and by how much it moved. */
interface Stretch extends OffsetRange {
  readonly offset: number;
}

/** Puts what was found again among what was found before and is kept. Both are sorted, and so is the result. */
export function merge<T extends OffsetRange>(
  tree: SyntaxTree,
  before: readonly T[],
  found: readonly T[],
  kept: Kept,
  edit: EditedNodes,
): T[] {
  const all: T[] = [];
  let next = 0;
  for (const { start, end, offset } of stretchesOf(tree, kept, edit)) {
    for (; next < found.length && found[next].start < start + offset; next++) all.push(found[next]);
    const last = countBefore(before, end);
    for (let place = countBefore(before, start); place < last; place++) all.push(by(before[place], offset));
  }
  for (; next < found.length; next++) all.push(found[next]);
  return all;
}

/** What was found before, after an edit that changed none of it. */
export function moved<T extends OffsetRange>(
  before: readonly T[],
  { oldEnd, offset }: EditedNodes,
): readonly T[] {
  if (offset === 0) return before;
  return before.map((each) => by(each, each.start < oldEnd ? 0 : offset));
}

/** Sorts stretches of text. */
export function byPosition(left: OffsetRange, right: OffsetRange): number {
  return left.start - right.start || left.end - right.end;
}

function by<T extends OffsetRange>(each: T, offset: number): T {
  return offset === 0 ? each : { ...each, start: each.start + offset, end: each.end + offset };
}

/** The stretches in which everything is kept, in order. */
function stretchesOf(tree: SyntaxTree, { units, kept, isLoaded }: Kept, edit: EditedNodes): Stretch[] {
  const stretches: Stretch[] = [];
  let from: number = 0;
  for (const { node, scope } of units) {
    const body = tree.child(node, Field.Body);
    if (body === NO_NODE || kept.has(scope) !== isLoaded) continue;
    const offset = node > edit.after ? edit.offset : 0;
    const start = tree.start(body) - offset;
    // The body of an edited function starts where it did, and ends somewhere else: behind the edit or with it.
    const isEdited = node === edit.after && !isLoaded;
    const end = isEdited ? Math.max(tree.end(node) - edit.offset, edit.oldEnd) : tree.end(node) - offset;
    if (isLoaded) stretches.push({ start, end, offset });
    else {
      stretches.push({ start: from, end: start, offset });
      from = end;
    }
  }
  if (!isLoaded) stretches.push({ start: from, end: Infinity, offset: edit.offset });
  return stretches;
}
