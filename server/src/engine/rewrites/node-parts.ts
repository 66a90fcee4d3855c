import { NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";

/** The node inside of parentheses, and of the wrapper that annotations have. */
export function unwrap(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  let at = node;
  while (tree.kind(at) === NodeKind.ParenthesizedExpression || tree.kind(at) === NodeKind.Type) {
    const inner = tree.firstNamedChild(at);
    if (inner === NO_NODE) return at;
    at = inner;
  }
  return at;
}

/** The children that make a node what it is: nodes and the tokens that are kept, without comments. */
export function partsOf(tree: SyntaxTree, node: NodeIndex): NodeIndex[] {
  const parts: NodeIndex[] = [];
  for (let part = firstPart(tree, node); part !== NO_NODE; part = nextPart(tree, part)) parts.push(part);
  return parts;
}

/** The first of the parts of a node; `NO_NODE` where it has none. */
export function firstPart(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  return partFrom(tree, tree.firstChild(node));
}

/** The part behind one. */
export function nextPart(tree: SyntaxTree, part: NodeIndex): NodeIndex {
  return partFrom(tree, tree.nextSibling(part));
}

function partFrom(tree: SyntaxTree, child: NodeIndex): NodeIndex {
  let at = child;
  while (at !== NO_NODE && NO_PARTS.has(tree.kind(at))) at = tree.nextSibling(at);
  return at;
}

const NO_PARTS: ReadonlySet<NodeKind> = new Set([NodeKind.Comment, NodeKind.StringStart, NodeKind.StringEnd]);
