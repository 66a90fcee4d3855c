import type { ScopeTable } from "../binding/scopes";
import { isComprehension } from "../syntax/comprehensions";
import { NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import type { TellSyntax } from "./syntax-usages";

/** Tells of `async for` in a comprehension, and of one that makes a comprehension asynchronous inside of another. */
export function tellLoopClause(
  tree: SyntaxTree,
  scopes: ScopeTable,
  node: NodeIndex,
  tell: TellSyntax,
): void {
  const token = tree.childOfKind(node, NodeKind.TokenAsync);
  if (token === NO_NODE) return;
  tell("async-comprehension", tree.start(token), tree.end(token));
  const comprehension = tree.parent(node);
  if (tree.kind(comprehension) === NodeKind.GeneratorExpression) return;
  const outer = scopeNodeAround(tree, scopes, comprehension);
  if (!isComprehension(tree.kind(outer)) || isAsynchronous(tree, outer)) return;
  tell("nested-async-comprehension", tree.start(comprehension), tree.start(comprehension) + 1);
}

/** Tells of `await`, which older Pythons take in coroutines and newer ones in comprehensions as well. */
export function tellAwait(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex, tell: TellSyntax): void {
  const start = tree.start(node);
  const end = start + "await".length;
  tell("await", start, end);
  const isInComprehension = isComprehension(tree.kind(scopeNodeAround(tree, scopes, node)));
  if (isInComprehension) tell("await-in-comprehension", start, end);
}

/** Tells of `yield from`, and of a `yield` that makes a coroutine an asynchronous generator. */
export function tellYield(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex, tell: TellSyntax): void {
  const start = tree.start(node);
  const end = start + "yield".length;
  if (tree.childOfKind(node, NodeKind.TokenFrom) !== NO_NODE) tell("yield-from", start, end);
  else if (isAsynchronous(tree, scopeNodeAround(tree, scopes, node))) tell("async-generator", start, end);
}

/** Tells of a `return` that gives the value of a generator. */
export function tellReturn(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex, tell: TellSyntax): void {
  const owner = scopeNodeAround(tree, scopes, node);
  if (scopes.byNode.get(owner)?.yields !== true) return;
  if (isAsynchronous(tree, owner) || tree.firstNamedChild(node) === NO_NODE) return;
  const start = tree.start(node);
  tell("return-value-in-generator", start, start + "return".length);
}

function isAsynchronous(tree: SyntaxTree, scopeNode: NodeIndex): boolean {
  if (isComprehension(tree.kind(scopeNode))) {
    return tree
      .namedChildren(scopeNode)
      .some(
        (child) =>
          tree.kind(child) === NodeKind.ForInClause && tree.childOfKind(child, NodeKind.TokenAsync) >= 0,
      );
  }
  return tree.childOfKind(scopeNode, NodeKind.TokenAsync) !== NO_NODE;
}

/** The node of the scope around a node; the module's at the outermost. */
function scopeNodeAround(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex): NodeIndex {
  for (let at = tree.parent(node); at > 0; at = tree.parent(at)) {
    if (scopes.byNode.has(at)) return at;
  }
  return 0;
}
