import type { OffsetRange, TextReplacement } from "../findings";
import { NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";

/** The white space before the first thing on the line of an offset. */
export function indentationAt(text: string, offset: number): string {
  const lineStart = startOfLine(text, offset);
  return /^[ \t\f]*/.exec(text.slice(lineStart))?.[0] ?? "";
}

/** The offset at which the line of an offset begins. */
export function startOfLine(text: string, offset: number): number {
  let start = offset;
  // Step by step: a search for the line ending that a text does not use would run to its beginning.
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The end of the line before that of an offset, before its line break; 0 on the first line. */
export function previousLineEnd(text: string, offset: number): number {
  const start = startOfLine(text, offset);
  return text.slice(0, start).endsWith("\r\n") ? start - 2 : Math.max(0, start - 1);
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** The line ending that a text uses: that of its first line. */
export function lineEndingOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/** One step of indentation, as the document has it: that of its first indented block. */
export function indentationUnit(tree: SyntaxTree): string {
  const known = units.get(tree);
  if (known !== undefined) return known;
  const unit = findIndentationUnit(tree);
  units.set(tree, unit);
  return unit;
}

const units = new WeakMap<SyntaxTree, string>();

function findIndentationUnit(tree: SyntaxTree): string {
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind(node) !== NodeKind.Block) continue;
    const inner = indentationAt(tree.text, tree.start(node));
    const outer = indentationAt(tree.text, tree.start(tree.parent(node)));
    const ownLine =
      startOfLine(tree.text, tree.start(node)) !== startOfLine(tree.text, tree.start(tree.parent(node)));
    if (ownLine && inner.startsWith(outer) && inner.length > outer.length) return inner.slice(outer.length);
  }
  return "    ";
}

/** Tells whether nothing else stands on the lines of a statement, so that it can be replaced by several. */
export function hasOwnLines(tree: SyntaxTree, first: NodeIndex, last: NodeIndex = first): boolean {
  const { text } = tree;
  const before = text.slice(startOfLine(text, tree.start(first)), tree.start(first));
  const after = /^[^\r\n]*/.exec(text.slice(tree.end(last)))?.[0] ?? "";
  return before.trim() === "" && /^\s*(#.*)?$/.test(after);
}

/** Tells whether a comment stands inside of a stretch of code: rewriting it would lose what somebody wrote. */
export function holdsComment(tree: SyntaxTree, start: number, end: number): boolean {
  for (let node = tree.firstFrom(start); node < tree.count && tree.start(node) < end; node++) {
    if (tree.kind(node) === NodeKind.Comment) return true;
  }
  return false;
}

/** The edit that takes one item out of a comma-separated list, with the comma that goes with it. */
export function removeListItem(
  tree: SyntaxTree,
  item: NodeIndex,
  siblings: readonly NodeIndex[],
): TextReplacement {
  const index = siblings.indexOf(item);
  if (index > 0) return { start: tree.end(siblings[index - 1]), end: tree.end(item), newText: "" };
  const next = siblings[index + 1] ?? NO_NODE;
  return { start: tree.start(item), end: next === NO_NODE ? tree.end(item) : tree.start(next), newText: "" };
}

/** Sorts the edits of one fix; several insertions at one place become one, in the order in which they are given. */
export function joinEdits(...groups: readonly (readonly TextReplacement[])[]): TextReplacement[] {
  const joined: TextReplacement[] = [];
  for (const edit of groups.flat().sort((left, right) => left.start - right.start || left.end - right.end)) {
    const last = joined.at(-1);
    if (last?.start === edit.start && last.end === edit.start) {
      joined[joined.length - 1] = { ...edit, newText: last.newText + edit.newText };
    } else joined.push(edit);
  }
  return joined;
}

/**
 * The edits that take several items out of a comma-separated list: where a comment stands between items, those that have
 * a line for themselves with their line. `undefined` where a comment would go with them.
 */
export function takeOut(
  tree: SyntaxTree,
  items: readonly NodeIndex[],
  siblings: readonly NodeIndex[],
): TextReplacement[] | undefined {
  const holds = ({ start, end }: OffsetRange): boolean => holdsComment(tree, start, end);
  let removals: readonly (OffsetRange | undefined)[] = removeListItems(tree, items, siblings);
  if (removals.some((range) => range && holds(range))) removals = items.map((item) => itemLine(tree, item));
  return removals.every((range) => range !== undefined)
    ? removals.map((range) => ({ ...range, newText: "" }))
    : undefined;
}

/** The line of an item that has it for itself, with its comma and the line break before it. */
function itemLine(tree: SyntaxTree, item: NodeIndex): OffsetRange | undefined {
  const { text } = tree;
  const start = tree.start(item);
  const behind = /^[ \t]*,?[ \t]*(?=[\r\n])/.exec(text.slice(tree.end(item), tree.end(item) + 100));
  const isAlone = behind && text.slice(startOfLine(text, start), start).trim() === "";
  return isAlone
    ? { start: previousLineEnd(text, start), end: tree.end(item) + behind[0].length }
    : undefined;
}

/** The stretches that take several items out of a comma-separated list, with the commas that go with them. */
export function removeListItems(
  tree: SyntaxTree,
  items: readonly NodeIndex[],
  siblings: readonly NodeIndex[],
): OffsetRange[] {
  const ranges: OffsetRange[] = [];
  for (let from = 0; from < siblings.length; from++) {
    if (!items.includes(siblings[from])) continue;
    let to = from;
    while (to + 1 < siblings.length && items.includes(siblings[to + 1])) to++;
    if (from > 0) ranges.push({ start: tree.end(siblings[from - 1]), end: tree.end(siblings[to]) });
    else {
      const next = siblings[to + 1] as NodeIndex | undefined;
      const end = next === undefined ? tree.end(siblings[to]) : tree.start(next);
      ranges.push({ start: tree.start(siblings[from]), end });
    }
    from = to;
  }
  return ranges;
}

/** Sorted edits; what is put in where something else is taken out becomes one edit. */
export function mergeAdjacent(edits: readonly TextReplacement[]): TextReplacement[] {
  const merged: TextReplacement[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && last.end >= edit.start) {
      merged[merged.length - 1] = {
        start: last.start,
        end: Math.max(last.end, edit.end),
        newText: last.newText + edit.newText,
      };
    } else merged.push(edit);
  }
  return merged;
}
