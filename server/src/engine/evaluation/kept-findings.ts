import type { Scope } from "../binding/scopes";
import type { OffsetRange } from "../findings";
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

/**
 * Puts what was found again among what was found before and is kept in some stretches. Both are sorted, and so is the
 * result.
 */
export function merge<T extends OffsetRange>(
  stretches: readonly Stretch[],
  before: readonly T[],
  found: readonly T[],
): T[] {
  const all: T[] = [];
  let next = 0;
  let place = 0;
  for (const { start, end, offset } of stretches) {
    for (; next < found.length && found[next].start < start + offset; next++) all.push(found[next]);
    while (place < before.length && before[place].start < start) place++;
    for (; place < before.length && before[place].start < end; place++) all.push(by(before[place], offset));
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
  if (offset === 0) return each;
  // A literal with all of it and other offsets would take several times as long, and there are thousands.
  const copy: { -readonly [Key in keyof T]: T[Key] } = { ...each };
  copy.start += offset;
  copy.end += offset;
  return copy;
}

/** The stretches in which everything is kept, in order. */
export function stretchesOf(tree: SyntaxTree, { units, kept, isLoaded }: Kept, edit: EditedNodes): Stretch[] {
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
