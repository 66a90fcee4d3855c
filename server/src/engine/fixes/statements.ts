import { scopeAround } from "../rewrites/scope-around";
import type { Scope, ScopeTable } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { hasOwnLines } from "./layout";

/** Tells whether a node is a statement of a block or of the module, with its decorators. */
function isStatement(tree: SyntaxTree, node: NodeIndex): boolean {
  const parent = tree.parent(node);
  // A case is a part of its `match`, though it stands in a block of its own kind.
  if (parent === NO_NODE || tree.kind(node) === NodeKind.CaseClause) return false;
  const kind = tree.kind(parent);
  return kind === NodeKind.Module || kind === NodeKind.Block;
}

/** The innermost statement around a node, decorators included; `NO_NODE` inside of what could not be parsed. */
export function statementAround(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  for (let at = node; at > 0; at = tree.parent(at)) {
    if (tree.kind(at) === NodeKind.Error) return NO_NODE;
    if (isStatement(tree, at)) return at;
  }
  return NO_NODE;
}

/**
 * The innermost statement around a node that has its lines for itself: for `if ready: run()` the whole `if`. `NO_NODE`
 * where there is none, and where statements share a line by semicolons.
 */
export function lineStatementAround(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  for (let at = statementAround(tree, node); at !== NO_NODE; at = statementAround(tree, tree.parent(at))) {
    if (hasOwnLines(tree, at)) return at;
    const block = tree.parent(at);
    if (tree.kind(block) !== NodeKind.Block || tree.namedChildren(block).length > 1) return NO_NODE;
  }
  return NO_NODE;
}

/** The function that a node's statement belongs to; `undefined` at module and class level. */
export function functionAround(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex): Scope | undefined {
  for (let scope: Scope | undefined = scopeAround(tree, scopes, node); scope; scope = scope.parent) {
    if (scope.kind === "function") return scope;
    if (scope.kind === "class" || scope.kind === "module") return undefined;
  }
  return undefined;
}

/** The names that a statement binds in its own scope, in order, each once; nested functions and classes bind their own. */
export function namesBoundBy(tree: SyntaxTree, scopes: ScopeTable, statement: NodeIndex): string[] {
  const scope = scopeAround(tree, scopes, statement);
  const last = tree.lastInside(statement);
  const names: { readonly name: string; readonly at: NodeIndex }[] = [];
  for (const [name, nodes] of scope.bindings) {
    const at = nodes.find((node) => node >= statement && node <= last);
    if (at !== undefined) names.push({ name, at });
  }
  return names.sort((left, right) => left.at - right.at).map(({ name }) => name);
}

/** Tells whether a function gives a value back somewhere, so that its callers look at what it returns. */
export function returnsValue(tree: SyntaxTree, { returns }: Scope): boolean {
  return returns.some((statement) => tree.firstNamedChild(statement) !== NO_NODE);
}

/** The call that has a node as its function or among its arguments; `NO_NODE` for none. */
export function callAround(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  const parent = tree.parent(node);
  if (parent === NO_NODE) return NO_NODE;
  switch (tree.kind(parent)) {
    case NodeKind.Call:
      return tree.field(node) === Field.Function ? parent : NO_NODE;
    case NodeKind.Attribute:
      return tree.field(node) === Field.Attribute ? callAround(tree, parent) : NO_NODE;
    case NodeKind.KeywordArgument:
      return callAround(tree, parent);
    case NodeKind.ArgumentList:
      return tree.kind(tree.parent(parent)) === NodeKind.Call ? tree.parent(parent) : NO_NODE;
    default:
      return NO_NODE;
  }
}

/**
 * The dictionary that a name is bound to for the sake of calls, around a keyword in it: in `options = {"strict": True}` and
 * `options = dict(strict=True)`, whose names are those of parameters. `NO_NODE` anywhere else.
 */
export function keptKeywordsAround(tree: SyntaxTree, node: NodeIndex, entryId: string): NodeIndex {
  let dictionary = NO_NODE;
  for (let at = node; at > 0 && dictionary === NO_NODE; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (kind === NodeKind.Dictionary) dictionary = at;
    else if (kind === NodeKind.Call)
      dictionary = tree.textOf(tree.child(at, Field.Function)) === "dict" ? at : NO_NODE;
    if (kind === NodeKind.Call || tree.kind(tree.parent(at)) === NodeKind.Block) break;
  }
  if (dictionary === NO_NODE || !/^(?!builtins\.dict\().*\(\w+\)$/.test(entryId)) return NO_NODE;
  const isBound =
    tree.kind(tree.parent(dictionary)) === NodeKind.Assignment && tree.field(dictionary) === Field.Right;
  return isBound ? dictionary : NO_NODE;
}
