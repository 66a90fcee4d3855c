import type { OffsetRange } from "../../findings";
import { NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { indentationAt } from "../layout";
import { CannotEmit, type Emission } from "./emit";
import type { Piece } from "./pieces";

/**
 * The statements that `$$$name` stands for, with the comments that belong to them. Where they stay behind the header of a
 * compound statement at the same depth they are taken over from its colon on, just as they are; else they are moved.
 */
export function bodyPieces(emission: Emission, node: NodeIndex, name: string): Piece[] {
  const { tree, match, to, layout } = emission;
  const statements = match.holes.get(name) ?? [];
  const [first] = statements;
  const last = statements[statements.length - 1];
  if (first === undefined) throw new CannotEmit("not-shown");
  const end = endWithComment(tree, last);
  const block = to.tree.parent(node);
  const isWhole = to.tree.kind(block) === NodeKind.Block && to.tree.namedChildren(block).length === 1;
  const colon = isWhole ? colonBefore(tree, first) : NO_NODE;
  const depth = layout.indentation + layout.unit.repeat(depthOf(to.tree, node));
  const isInline = colon !== NO_NODE && !/[\r\n]/.test(tree.text.slice(tree.end(colon), tree.start(first)));
  const before = indentationAt(tree.text, tree.start(first));
  if (colon !== NO_NODE && (isInline || before === depth)) return [{ start: tree.end(colon), end }];
  const start = colonStart(tree, first);
  return moveLines(tree, { start, end }, before, depth);
}

/**
 * What a hole of a pattern stands for, its further lines as deep as its new place: it may have begun in a line of its own,
 * deeper than what was around it. As it is where a line stands further left than its first.
 */
export function shiftLines({ tree, to, layout }: Emission, node: NodeIndex, slice: OffsetRange): Piece[] {
  const before = indentationAt(tree.text, slice.start);
  const after = layout.indentation + layout.unit.repeat(depthOf(to.tree, node));
  if (before === after || !/[\r\n]/.test(tree.text.slice(slice.start, slice.end))) return [slice];
  try {
    return moveLines(tree, slice, before, after);
  } catch (error) {
    if (error instanceof CannotEmit) return [slice];
    throw error;
  }
}

/** How many blocks of a pattern a node stands in. */
function depthOf(tree: SyntaxTree, node: NodeIndex): number {
  let depth = 0;
  for (let at = tree.parent(node); at > 0; at = tree.parent(at))
    if (tree.kind(at) === NodeKind.Block) depth++;
  return depth;
}

/** The colon of the header whose whole block begins with a statement; `NO_NODE` where it is not the first. */
function colonBefore(tree: SyntaxTree, first: NodeIndex): NodeIndex {
  const block = tree.parent(first);
  if (tree.kind(block) !== NodeKind.Block || tree.firstNamedChild(block) !== first) return NO_NODE;
  let colon: NodeIndex = NO_NODE;
  for (
    let child = tree.firstChild(tree.parent(block));
    child !== NO_NODE && child < block;
    child = tree.nextSibling(child)
  ) {
    if (tree.kind(child) === NodeKind.TokenColon) colon = child;
  }
  return colon;
}

/** Where a body begins that is moved: with the comments above its first statement. */
function colonStart(tree: SyntaxTree, first: NodeIndex): number {
  const colon = colonBefore(tree, first);
  if (colon === NO_NODE) return tree.start(first);
  for (let node = colon + 1; node < first; node++) {
    if (tree.kind(node) !== NodeKind.Comment) continue;
    if (/[\r\n]/.test(tree.text.slice(tree.end(colon), tree.start(node)))) return tree.start(node);
  }
  return tree.start(first);
}

function endWithComment(tree: SyntaxTree, node: NodeIndex): number {
  const rest = /^[ \t]*#[^\r\n]*/.exec(tree.text.slice(tree.end(node)));
  return tree.end(node) + (rest?.[0].length ?? 0);
}

/** Lines with another indentation; those that begin inside of a string stay as they are. */
function moveLines(
  tree: SyntaxTree,
  { start, end }: { start: number; end: number },
  before: string,
  after: string,
): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (const match of tree.text.slice(start, end).matchAll(/\r\n|\n|\r/g)) {
    const next = start + match.index + match[0].length;
    pieces.push({ start: from, end: next });
    from = next;
    if (/^[ \t]*(?:[\r\n]|$)/.test(tree.text.slice(next, end)) || isInString(tree, next)) continue;
    if (!tree.text.startsWith(before, next)) throw new CannotEmit("indentation");
    pieces.push(after);
    from = next + before.length;
  }
  pieces.push({ start: from, end });
  return pieces;
}

function isInString(tree: SyntaxTree, offset: number): boolean {
  for (let node = tree.innermost(offset, offset); node > 0; node = tree.parent(node)) {
    if (tree.kind(node) === NodeKind.String) return tree.start(node) < offset && offset < tree.end(node);
  }
  return false;
}
