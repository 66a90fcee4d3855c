import { NodeKind } from "./node-kind";
import type { NodeIndex, SyntaxTree } from "./syntax-tree";

/** Tells whether a node, or one inside of it, is of a kind. */
export function holdsKind(tree: SyntaxTree, node: NodeIndex, kind: NodeKind): boolean {
  const last = tree.lastInside(node);
  for (let at = node; at <= last; at++) if (tree.kind(at) === kind) return true;
  return false;
}

/** Tells whether an identifier of a name stands in a node, whatever it means there. */
export function holdsName(tree: SyntaxTree, node: NodeIndex, name: string): boolean {
  const last = tree.lastInside(node);
  for (let at = node; at <= last; at++)
    if (tree.kind(at) === NodeKind.Identifier && tree.textOf(at) === name) return true;
  return false;
}
