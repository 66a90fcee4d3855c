import type { Scope } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { isInformative } from "../guard/truth";
import { valueOfAnnotation } from "./annotations";
import { truthOf } from "./conditions";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { decoratorsOf } from "./decorators";
import { homeOf } from "./module-table";
import { iterated } from "./protocols";
import { reachInScope } from "./reachability";
import { ALL_MINORS, type MinorSet } from "../version";
import { agreedValue, assumedValue, mentionsFunction } from "./self-reference";
import { asyncElementOf, elementOf } from "./types";
import { guardedUnion, type GuardedValue, instance, NONE, union, UNKNOWN, type Value } from "./values";

/** What a call of a function of the project gives: as annotated, or as its `return` statements tell. */
export function returnValueOf(asking: Context, scope: Scope): Value {
  const ctx = homeOf(asking, scope);
  const assumed = assumedValue(ctx, { scope, name: "()" });
  if (assumed) return assumed;
  return ctx.once(ctx.lazyResults.returns, scope, UNKNOWN, () => {
    const result = inferReturn(ctx, scope);
    const asynchronous = ctx.tree.childOfKind(scope.node, NodeKind.TokenAsync) !== NO_NODE;
    if (scope.yields && decoratorsOf(ctx.tree, scope.node).managesContext)
      return managerOf(ctx, result, asynchronous);
    return asynchronous && !scope.yields ? { tag: "awaitable", result } : result;
  });
}

/** What `contextlib.contextmanager` makes of a generator: its one value is what a `with` binds. */
function managerOf({ catalogue }: Context, generator: Value, asynchronous: boolean): Value {
  return asynchronous
    ? instance("contextlib.AbstractAsyncContextManager", [asyncElementOf(catalogue, generator)])
    : instance("contextlib.AbstractContextManager", [elementOf(catalogue, generator)]);
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
    const annotated = ctx.outOfOrder(scope.parent ?? scope, () => valueOfAnnotation(ctx, annotation));
    // `-> bool` tells less than a test of the version that is returned.
    const isTruth = annotated.tag === "instance" && annotated.classId === "builtins.bool" && !scope.yields;
    const returned = isTruth ? returnedValue(ctx, scope) : UNKNOWN;
    return isInformative(truthOf(returned)) ? returned : annotated;
  }
  if (scope.yields) return generatorOf(ctx, scope);
  if (scope.kind === "lambda")
    return ctx.outOfOrder(scope, () => evaluate(ctx, tree.child(scope.node, Field.Body)));
  return returnedValue(ctx, scope);
}

/** What a function that calls itself gives is what its other `return` statements do, where it agrees with that. */
function returnedValue(ctx: Context, scope: Scope): Value {
  const { tree } = ctx;
  const isCircular = (statement: NodeIndex): boolean => mentionsFunction(tree, statement, scope);
  if (!scope.returns.some(isCircular)) return valueOfReturns(ctx, scope);
  const others = scope.returns.filter((statement) => !isCircular(statement));
  const start = ctx.outOfOrder(scope, () => union(others.map((statement) => returnedBy(ctx, statement))));
  return agreedValue(ctx, { scope, name: "()" }, start, () => valueOfReturns(ctx, scope));
}

function returnedBy(ctx: Context, statement: NodeIndex): Value {
  const expression = ctx.tree.firstNamedChild(statement);
  return expression === NO_NODE ? NONE : evaluate(ctx, expression);
}

/** A function with `yield` gives a generator of what it yields, as far as all of that is known. */
function generatorOf(ctx: Context, scope: Scope): Value {
  const { tree } = ctx;
  const asynchronous = tree.childOfKind(scope.node, NodeKind.TokenAsync) !== NO_NODE;
  const last = tree.lastInside(scope.node);
  return ctx.outOfOrder(scope, () => {
    const yielded: Value[] = [];
    for (let node = scope.node; node <= last; node++) {
      if (tree.kind(node) !== NodeKind.Yield || scopeAt(ctx, node) !== scope) continue;
      const value = yieldedBy(ctx, node);
      if (value.tag === "unknown") return UNKNOWN;
      yielded.push(value);
    }
    const element = union(yielded);
    if (element.tag === "unknown") return UNKNOWN;
    return asynchronous
      ? instance("collections.abc.AsyncGenerator", [element, UNKNOWN])
      : instance("collections.abc.Generator", [element, UNKNOWN, UNKNOWN]);
  });
}

function yieldedBy(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const expression = tree.firstNamedChild(node);
  if (expression === NO_NODE) return NONE;
  const value = evaluate(ctx, expression);
  const delegates = tree.childOfKind(node, NodeKind.TokenFrom) !== NO_NODE;
  return delegates ? iterated(ctx, value) : value;
}

/** What the `return` statements of a function give. */
function valueOfReturns(ctx: Context, scope: Scope): Value {
  const { tree } = ctx;
  return ctx.outOfOrder(scope, () => {
    const values: (GuardedValue & { readonly isChosen: boolean })[] = [];
    let left: MinorSet = ALL_MINORS;
    for (const statement of scope.returns) {
      const expression = tree.firstNamedChild(statement);
      const value = returnedBy(ctx, statement);
      if (value.tag === "unknown") return UNKNOWN;
      // What returns for sure keeps the rest of the function from running.
      const { may, must } = reachInScope(ctx, scope, statement);
      values.push({ value, on: may & left, isChosen: readsEnvironment(ctx, expression) });
      left &= ~must;
    }
    const possible = values.filter(({ on }) => on !== 0);
    const usual = guardedUnion(possible.filter(({ isChosen }) => !isChosen));
    // Who sets a variable of the environment against what the version says has chosen to.
    if (isInformative(truthOf(usual))) return usual;
    return possible.length ? guardedUnion(possible) : NONE;
  });
}

/** Tells whether an expression asks the environment: `os.environ["X"]`, `os.getenv("X")`. */
function readsEnvironment(ctx: Context, expression: NodeIndex): boolean {
  const { tree } = ctx;
  if (expression === NO_NODE) return false;
  const last = tree.lastInside(expression);
  for (let node = expression; node <= last; node++) {
    const kind = tree.kind(node);
    if (kind !== NodeKind.Attribute && kind !== NodeKind.Identifier) continue;
    if (!/environ$|getenv$/.test(tree.textOf(node))) continue;
    const value = evaluate(ctx, node);
    if (value.tag === "symbol" && /^os\.(?:environb?|getenvb?)$/.test(value.entry.id)) return true;
  }
  return false;
}
