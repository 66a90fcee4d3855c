import type { Match } from "../../rewrites/matcher";
import type { Pattern } from "../../rewrites/pattern";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { removeListItems } from "../layout";
import { emit, type Emission } from "./emit";
import type { Piece } from "./pieces";

/** A list of arguments of the old pattern, and the list of the document that it matched. */
interface Aligned {
  readonly from: NodeIndex;
  readonly given: NodeIndex;
}

/**
 * The list of the old form that a list of the new form continues: that of a call of the same function, or of the bases of
 * the class. `undefined` where there is none or where the document has a generator in its place.
 */
export function alignedCall(to: Pattern, match: Match, list: NodeIndex): Aligned | undefined {
  const { pattern, pairs } = match;
  const key = keyOf(to.tree, list);
  for (let node = 0; node < pattern.tree.count; node++) {
    if (pattern.tree.kind(node) !== NodeKind.ArgumentList || keyOf(pattern.tree, node) !== key) continue;
    const given = pairs.get(node);
    if (given !== undefined) return { from: node, given };
  }
  return undefined;
}

/**
 * The document's list of arguments with only what differs between the two forms exchanged, so that everything else stays
 * as it is laid out. `undefined` where the order of arguments does not allow that.
 */
export function patchArguments(emission: Emission, list: NodeIndex, aligned: Aligned): Piece[] | undefined {
  const { tree, match, to } = emission;
  if (tree.kind(aligned.given) !== NodeKind.ArgumentList) return undefined;
  const old = match.pattern;
  const oldItems = old.tree.namedChildren(aligned.from);
  const newItems = to.tree.namedChildren(list);
  const oldTexts = new Set(oldItems.map((item) => old.tree.textOf(item)));
  const newTexts = new Set(newItems.map((item) => to.tree.textOf(item)));
  const siblings = tree.namedChildren(aligned.given);
  const gone = oldItems.filter((item) => !newTexts.has(old.tree.textOf(item)));
  const removed = gone.map((item) => argumentOf(tree, match.pairs.get(item), siblings));
  if (removed.includes(NO_NODE)) return undefined;
  const added = newItems.filter((item) => !oldTexts.has(to.tree.textOf(item)));
  const patches: { start: number; end: number; pieces: Piece[] }[] = [];
  const replaced = removed.slice(0, added.length).sort((a, b) => a - b);
  for (const [index, item] of added.entries()) {
    const at = replaced[index] as NodeIndex | undefined;
    const isKeyword = to.tree.kind(item) === NodeKind.KeywordArgument;
    if (at === undefined) {
      if (!isKeyword) return undefined;
      const last = siblings.filter((each) => !removed.includes(each) || replaced.includes(each)).at(-1);
      const start = last === undefined ? tree.start(aligned.given) + 1 : tree.end(last);
      patches.push({
        start,
        end: start,
        pieces: [...(last === undefined ? [] : [", "]), ...emit(emission, item)],
      });
    } else {
      if (!fits(tree, siblings, at, isKeyword)) return undefined;
      patches.push({ start: tree.start(at), end: tree.end(at), pieces: emit(emission, item) });
    }
  }
  const rest = removed.filter((item) => !replaced.includes(item));
  patches.push(...removeListItems(tree, rest, siblings).map((range) => ({ ...range, pieces: [] })));
  return applyPatches(tree, aligned.given, patches);
}

/** An argument can take a place where those behind it and before it may follow and precede its kind. */
function fits(tree: SyntaxTree, siblings: readonly NodeIndex[], at: NodeIndex, isKeyword: boolean): boolean {
  const keyword = (node: NodeIndex): boolean => tree.kind(node) === NodeKind.KeywordArgument;
  return isKeyword
    ? siblings.every((each) => each <= at || keyword(each))
    : siblings.every((each) => each >= at || !keyword(each));
}

/** The whole argument that a node is, or is the value of. */
function argumentOf(
  tree: SyntaxTree,
  node: NodeIndex | undefined,
  siblings: readonly NodeIndex[],
): NodeIndex {
  for (let at = node ?? NO_NODE; at > 0; at = tree.parent(at)) if (siblings.includes(at)) return at;
  return NO_NODE;
}

function applyPatches(
  tree: SyntaxTree,
  list: NodeIndex,
  patches: { start: number; end: number; pieces: Piece[] }[],
): Piece[] {
  const pieces: Piece[] = [];
  let cursor = tree.start(list);
  for (const { start, end, pieces: inner } of patches.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start > cursor) pieces.push({ start: cursor, end: start });
    pieces.push(...inner);
    cursor = Math.max(cursor, end);
  }
  pieces.push({ start: cursor, end: tree.end(list) });
  return pieces;
}

function keyOf(tree: SyntaxTree, list: NodeIndex): string {
  const parent = tree.parent(list);
  const callee = tree.child(parent, Field.Function);
  return callee === NO_NODE ? `${tree.kind(parent)}` : tree.textOf(callee);
}
