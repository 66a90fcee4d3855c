import type { Scope } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { NEVER_RETURNS, pathOf } from "./calls";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { homeOf } from "./module-table";
import { lookupName } from "./names";

/** Annotations of functions that never return. */
const NEVER = new Set([
  "typing.NoReturn",
  "typing.Never",
  "typing_extensions.NoReturn",
  "typing_extensions.Never",
]);

/**
 * Tells whether a call of a function of the project never comes back: it says so itself, or whatever it does ends in an
 * exception. What raises `NotImplementedError` waits for somebody to write it anew, and counts as coming back.
 */
export function neverReturns(asking: Context, scope: Scope): boolean {
  const ctx = homeOf(asking, scope);
  if (
    scope.kind !== "function" ||
    scope.yields ||
    ctx.tree.childOfKind(scope.node, NodeKind.TokenAsync) !== NO_NODE
  )
    return false;
  return ctx.once(ctx.lazyResults.ends, scope, false, () => {
    const annotation = ctx.tree.child(scope.node, Field.ReturnType);
    if (annotation !== NO_NODE) return isNever(ctx, scope, annotation);
    if (scope.returns.length > 0) return false;
    return ctx.outOfOrder(scope, () => blockEnds(ctx, ctx.tree.child(scope.node, Field.Body)));
  });
}

function isNever(ctx: Context, scope: Scope, annotation: NodeIndex): boolean {
  const text = ctx.tree.textOf(annotation).replace(/["'\s]/g, "");
  if (!/(?:^|\.)(?:NoReturn|Never)$/.test(text)) return false;
  const [first, last] = text.split(".");
  return ctx.outOfOrder(scope.parent ?? scope, () => {
    const path = pathOf(lookupName(ctx, first));
    return NEVER.has(last === undefined ? path : `${path}.${last}`);
  });
}

/** Tells whether no run of a block comes to its end. */
function blockEnds(ctx: Context, block: NodeIndex): boolean {
  return (
    block !== NO_NODE && ctx.tree.namedChildren(block).some((statement) => statementEnds(ctx, statement))
  );
}

function statementEnds(ctx: Context, statement: NodeIndex): boolean {
  const { tree } = ctx;
  switch (tree.kind(statement)) {
    case NodeKind.RaiseStatement:
      return !/^raise\s+NotImplementedError\b/.test(tree.textOf(statement));
    case NodeKind.ExpressionStatement:
      return isEndingCall(ctx, tree.firstNamedChild(statement));
    case NodeKind.IfStatement:
      return ifEnds(ctx, statement);
    case NodeKind.WithStatement:
      return false;
    case NodeKind.TryStatement:
      return tryEnds(ctx, statement);
    default:
      return false;
  }
}

function isEndingCall(ctx: Context, call: NodeIndex): boolean {
  const { tree } = ctx;
  if (call === NO_NODE || tree.kind(call) !== NodeKind.Call) return false;
  const callee = evaluate(ctx, tree.child(call, Field.Function));
  if (callee.tag === "function") return neverReturns(ctx, callee.scope);
  return NEVER_RETURNS.has(pathOf(callee));
}

function ifEnds(ctx: Context, statement: NodeIndex): boolean {
  const { tree } = ctx;
  const clauses = tree.namedChildren(statement);
  const otherwise = clauses.find((clause) => tree.kind(clause) === NodeKind.ElseClause);
  if (otherwise === undefined || !blockEnds(ctx, tree.child(otherwise, Field.Body))) return false;
  const tested = [statement, ...clauses.filter((clause) => tree.kind(clause) === NodeKind.ElifClause)];
  return tested.every((clause) => blockEnds(ctx, tree.child(clause, Field.Consequence)));
}

function tryEnds(ctx: Context, statement: NodeIndex): boolean {
  const { tree } = ctx;
  const clauses = tree.namedChildren(statement);
  const bodyOf = (clause: NodeIndex): NodeIndex => tree.childOfKind(clause, NodeKind.Block);
  const handlers = clauses.filter((clause) => tree.kind(clause) === NodeKind.ExceptClause);
  return (
    blockEnds(ctx, tree.child(statement, Field.Body)) &&
    handlers.every((handler) => blockEnds(ctx, bodyOf(handler)))
  );
}
