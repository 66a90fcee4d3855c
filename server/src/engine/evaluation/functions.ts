import type { Scope } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { valueOfAnnotation } from "./annotations";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { homeOf } from "./module-table";
import { reachInScope } from "./reachability";
import { ALL_MINORS, type MinorSet } from "../version";
import { guardedUnion, type GuardedValue, NONE, UNKNOWN, type Value } from "./values";

/** What a call of a function of the project gives: as annotated, or as its `return` statements tell. */
export function returnValueOf(asking: Context, scope: Scope): Value {
  const ctx = homeOf(asking, scope);
  return ctx.once(ctx.lazyReturns, scope, UNKNOWN, () => {
    const result = inferReturn(ctx, scope);
    const asynchronous = ctx.tree.childOfKind(scope.node, NodeKind.TokenAsync) !== NO_NODE;
    return asynchronous && !scope.yields ? { tag: "awaitable", result } : result;
  });
}

/** The innermost scope that a node is in. */
export function scopeAt(ctx: Context, node: NodeIndex): Scope {
  for (let at = ctx.tree.parent(node); at >= 0; at = ctx.tree.parent(at)) {
    const scope = ctx.scopes.byNode.get(at);
    if (scope) return scope;
  }
  return ctx.scopes.module;
}

function inferReturn(ctx: Context, scope: Scope): Value {
  const { tree } = ctx;
  const annotation = tree.child(scope.node, Field.ReturnType);
  if (annotation !== NO_NODE) {
    return ctx.outOfOrder(scope.parent ?? scope, () => valueOfAnnotation(ctx, annotation));
  }
  if (scope.yields) return UNKNOWN;
  if (scope.kind === "lambda")
    return ctx.outOfOrder(scope, () => evaluate(ctx, tree.child(scope.node, Field.Body)));
  return ctx.outOfOrder(scope, () => {
    const values: GuardedValue[] = [];
    let left: MinorSet = ALL_MINORS;
    for (const statement of scope.returns) {
      const expression = tree.firstNamedChild(statement);
      const value = expression === NO_NODE ? NONE : evaluate(ctx, expression);
      if (value.tag === "unknown") return UNKNOWN;
      // What returns for sure keeps the rest of the function from running.
      const { may, must } = reachInScope(ctx, scope, statement);
      values.push({ value, on: may & left });
      left &= ~must;
    }
    const possible = values.filter(({ on }) => on !== 0);
    return possible.length ? guardedUnion(possible) : NONE;
  });
}
