import type { ScopeTable } from "../binding/scopes";
import { isComprehension, isFirstClause } from "../syntax/comprehensions";
import { Field, NodeKind } from "../syntax/node-kind";
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
  tellNested(tree, scopes, tree.parent(node), tell);
}

/** Tells of an asynchronous comprehension inside of one that is not. */
function tellNested(tree: SyntaxTree, scopes: ScopeTable, comprehension: NodeIndex, tell: TellSyntax): void {
  if (tree.kind(comprehension) === NodeKind.GeneratorExpression) return;
  const outer = scopeNodeAround(tree, scopes, comprehension);
  if (!isComprehension(tree.kind(outer)) || isAsynchronous(tree, scopes, outer)) return;
  tell("nested-async-comprehension", tree.start(comprehension), tree.start(comprehension) + 1);
}

/** Tells of `await`, which older Pythons take in coroutines and newer ones in comprehensions as well. */
export function tellAwait(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex, tell: TellSyntax): void {
  const start = tree.start(node);
  const end = start + "await".length;
  tell("await", start, end);
  const owner = scopeNodeAround(tree, scopes, node);
  if (!isComprehension(tree.kind(owner))) return;
  tell("await-in-comprehension", start, end);
  if (firstAwait(tree, scopes, owner) === node && !hasAsynchronousClause(tree, owner))
    tellNested(tree, scopes, owner, tell);
}

/** Tells of `yield from`, and of a `yield` that makes a coroutine an asynchronous generator. */
export function tellYield(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex, tell: TellSyntax): void {
  const start = tree.start(node);
  const end = start + "yield".length;
  if (tree.childOfKind(node, NodeKind.TokenFrom) !== NO_NODE) tell("yield-from", start, end);
  else if (isAsynchronous(tree, scopes, scopeNodeAround(tree, scopes, node)))
    tell("async-generator", start, end);
}

/** Tells of a `return` that gives the value of a generator. */
export function tellReturn(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex, tell: TellSyntax): void {
  const owner = scopeNodeAround(tree, scopes, node);
  if (scopes.byNode.get(owner)?.yields !== true) return;
  if (isAsynchronous(tree, scopes, owner) || tree.firstNamedChild(node) === NO_NODE) return;
  const start = tree.start(node);
  tell("return-value-in-generator", start, start + "return".length);
}

function isAsynchronous(tree: SyntaxTree, scopes: ScopeTable, scopeNode: NodeIndex): boolean {
  if (!isComprehension(tree.kind(scopeNode)))
    return tree.childOfKind(scopeNode, NodeKind.TokenAsync) !== NO_NODE;
  return hasAsynchronousClause(tree, scopeNode) || firstAwait(tree, scopes, scopeNode) !== NO_NODE;
}

function hasAsynchronousClause(tree: SyntaxTree, comprehension: NodeIndex): boolean {
  return tree
    .namedChildren(comprehension)
    .some(
      (child) =>
        tree.kind(child) === NodeKind.ForInClause && tree.childOfKind(child, NodeKind.TokenAsync) !== NO_NODE,
    );
}

/** The first `await` that a comprehension evaluates itself. */
function firstAwait(tree: SyntaxTree, scopes: ScopeTable, comprehension: NodeIndex): NodeIndex {
  for (let node = comprehension; node <= tree.lastInside(comprehension); node++)
    if (tree.kind(node) === NodeKind.Await && scopeNodeAround(tree, scopes, node) === comprehension)
      return node;
  return NO_NODE;
}

/**
 * The node of the scope that evaluates a node; the module's at the outermost. What the first `for` of a comprehension goes
 * over is evaluated around it.
 */
function scopeNodeAround(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex): NodeIndex {
  let inner = node;
  for (let at = tree.parent(node); at > 0; inner = at, at = tree.parent(at)) {
    if (
      tree.kind(at) === NodeKind.ForInClause &&
      tree.field(inner) === Field.Right &&
      isFirstClause(tree, at)
    )
      at = tree.parent(at);
    else if (scopes.byNode.has(at)) return at;
  }
  return 0;
}
