import { NO_NODE, type SyntaxTree } from "../../../../server/src/engine/syntax/syntax-tree";

/** Every number of a tree, so that two trees are the same when their lists are. */
export function listNodes(tree: SyntaxTree): number[][] {
  const nodes: number[][] = [];
  for (let node = 0; node < tree.count; node++) {
    nodes.push([
      tree.kind(node),
      tree.field(node),
      tree.start(node),
      tree.end(node),
      tree.parent(node),
      tree.nextSibling(node),
      tree.lastInside(node),
    ]);
  }
  return nodes;
}

/** Says what is wrong with the build of a tree; nothing when it is sound. */
export function findFlaw(tree: SyntaxTree): string | undefined {
  if (tree.count === 0 || tree.parent(0) !== NO_NODE) return "the first node is not the root";
  if (tree.lastInside(0) !== tree.count - 1) return "the root does not hold every node";
  for (let node = 1; node < tree.count; node++) {
    const parent = tree.parent(node);
    const flaw =
      parent < 0 || parent >= node
        ? "does not follow its parent"
        : tree.lastInside(node) > tree.lastInside(parent)
          ? "reaches beyond its parent's nodes"
          : tree.start(node) < tree.start(parent) || tree.end(node) > tree.end(parent)
            ? "reaches beyond its parent's text"
            : tree.start(node) > tree.end(node) || tree.end(node) > tree.text.length
              ? "has no stretch of text"
              : flawOfSibling(tree, node);
    if (flaw) return `node ${node} ${flaw}`;
  }
  return undefined;
}

function flawOfSibling(tree: SyntaxTree, node: number): string | undefined {
  const next = tree.nextSibling(node);
  if (next === NO_NODE) {
    return tree.lastInside(node) === tree.lastInside(tree.parent(node)) ? undefined : "misses its sibling";
  }
  if (next !== tree.lastInside(node) + 1) return "is not followed by its sibling";
  if (tree.parent(next) !== tree.parent(node)) return "has a sibling of another parent";
  return tree.start(next) < tree.end(node) ? "overlaps its sibling" : undefined;
}
