import { NodeKind } from "./node-kind";
import type { NodeIndex, SyntaxTree } from "./syntax-tree";

/** Kinds of expressions with a scope and a loop of their own: comprehensions and generator expressions. */
export const COMPREHENSIONS = [
  NodeKind.ListComprehension,
  NodeKind.SetComprehension,
  NodeKind.DictionaryComprehension,
  NodeKind.GeneratorExpression,
] as const;

/** Tells whether a kind of node is one of them. */
export function isComprehension(kind: NodeKind): boolean {
  return (
    kind === NodeKind.ListComprehension ||
    kind === NodeKind.SetComprehension ||
    kind === NodeKind.DictionaryComprehension ||
    kind === NodeKind.GeneratorExpression
  );
}

/** Tells whether a `for` is the first one of its comprehension: what that goes over is evaluated around it. */
export function isFirstClause(tree: SyntaxTree, clause: NodeIndex): boolean {
  return tree.childOfKind(tree.parent(clause), NodeKind.ForInClause) === clause;
}
