import type { Scope } from "../binding/scopes";
import { ALWAYS, type Truth, UNKNOWN_TRUTH } from "../guard/truth";
import { Field, NodeKind } from "../syntax/node-kind";
import { isNamed, NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import { NEVER_RETURNS, pathOf } from "./calls";
import { truthOf } from "./conditions";
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
 * Finds the minors on which a call of a function of the project may come back: none where the function says so itself or
 * where whatever it does ends in an exception, those that a version test at its beginning lets through, else all. What
 * raises `NotImplementedError` waits for somebody to write it anew, and counts as coming back.
 */
export function returnsOn(asking: Context, scope: Scope): MinorSet {
  const ctx = homeOf(asking, scope);
  if (
    scope.kind !== "function" ||
    scope.yields ||
    ctx.tree.childOfKind(scope.node, NodeKind.TokenAsync) !== NO_NODE
  )
    return ALL_MINORS;
  return ctx.once(ctx.lazyResults.ends, scope, ALL_MINORS, () => {
    const annotation = ctx.tree.child(scope.node, Field.ReturnType);
    if (annotation !== NO_NODE && isNever(ctx, scope, annotation)) return NO_MINORS;
    const { passes, returns } = ctx.outOfOrder(scope, () =>
      blockWays(ctx, scope, ctx.tree.child(scope.node, Field.Body)),
    );
    return passes | returns;
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

/** On which minors a run of some code may come to its end, and on which it may leave the function by `return`. */
interface Ways {
  readonly passes: MinorSet;
  readonly returns: MinorSet;
}

const PASSES: Ways = { passes: ALL_MINORS, returns: NO_MINORS };
const RAISES: Ways = { passes: NO_MINORS, returns: NO_MINORS };
const RETURNS: Ways = { passes: NO_MINORS, returns: ALL_MINORS };
const ANYHOW: Ways = { passes: ALL_MINORS, returns: ALL_MINORS };

function blockWays(ctx: Context, scope: Scope, block: NodeIndex): Ways {
  if (block === NO_NODE) return PASSES;
  let passes: MinorSet = ALL_MINORS;
  let returns: MinorSet = NO_MINORS;
  const { tree } = ctx;
  for (
    let statement = tree.firstNamedChild(block);
    statement !== NO_NODE;
    statement = tree.nextSibling(statement)
  ) {
    if (!isNamed(tree.kind(statement))) continue;
    const ways = statementWays(ctx, scope, statement);
    returns |= passes & ways.returns;
    passes &= ways.passes;
    if (passes === NO_MINORS) break;
  }
  return passes === ALL_MINORS && returns === NO_MINORS ? PASSES : { passes, returns };
}

function statementWays(ctx: Context, scope: Scope, statement: NodeIndex): Ways {
  const { tree } = ctx;
  switch (tree.kind(statement)) {
    case NodeKind.ReturnStatement:
      return RETURNS;
    case NodeKind.RaiseStatement:
      return /^raise\s+NotImplementedError\b/.test(tree.textOf(statement)) ? ANYHOW : RAISES;
    case NodeKind.ExpressionStatement:
      return waysOfExpression(ctx, tree.firstNamedChild(statement));
    case NodeKind.AssertStatement:
      return { passes: truthOfTest(ctx, scope, tree.firstNamedChild(statement)).yes, returns: NO_MINORS };
    case NodeKind.IfStatement:
      return waysOfIf(ctx, scope, statement);
    case NodeKind.TryStatement:
      return waysOfTry(ctx, scope, statement);
    default:
      return scope.returns.some((each) => each > statement && each <= tree.lastInside(statement))
        ? ANYHOW
        : PASSES;
  }
}

function waysOfExpression(ctx: Context, expression: NodeIndex): Ways {
  const passes = passesCall(ctx, expression);
  return passes === ALL_MINORS ? PASSES : { passes, returns: NO_MINORS };
}

/** The minors on which a call comes back, if it is one. */
function passesCall(ctx: Context, call: NodeIndex): MinorSet {
  const { tree } = ctx;
  if (call === NO_NODE || tree.kind(call) !== NodeKind.Call) return ALL_MINORS;
  const callee = evaluate(ctx, tree.child(call, Field.Function));
  if (callee.tag === "function") return returnsOn(ctx, callee.scope);
  return NEVER_RETURNS.has(pathOf(callee)) ? NO_MINORS : ALL_MINORS;
}

/** Tests matter only where one of the branches does not simply come to its end. */
function waysOfIf(ctx: Context, scope: Scope, statement: NodeIndex): Ways {
  const { tree } = ctx;
  const clauses = tree
    .namedChildren(statement)
    .filter(
      (clause) => tree.kind(clause) === NodeKind.ElifClause || tree.kind(clause) === NodeKind.ElseClause,
    );
  const branches = [statement, ...clauses].map((clause) => {
    const isElse = tree.kind(clause) === NodeKind.ElseClause;
    const body = tree.child(clause, isElse ? Field.Body : Field.Consequence);
    return {
      ways: blockWays(ctx, scope, body),
      test: isElse ? NO_NODE : tree.child(clause, Field.Condition),
    };
  });
  if (branches.every(({ ways }) => ways === PASSES || (ways.passes === ALL_MINORS && ways.returns === 0)))
    return PASSES;
  let left: MinorSet = ALL_MINORS;
  let passes: MinorSet = NO_MINORS;
  let returns: MinorSet = NO_MINORS;
  for (const { ways, test } of branches) {
    const { yes, no } = test === NO_NODE ? ALWAYS : truthOfTest(ctx, scope, test);
    passes |= left & yes & ways.passes;
    returns |= left & yes & ways.returns;
    left &= no;
  }
  return { passes: passes | left, returns };
}

/** What is known of a test that asks for nothing that the function is given or works out: those are seldom of versions. */
function truthOfTest(ctx: Context, scope: Scope, test: NodeIndex): Truth {
  if (test === NO_NODE) return UNKNOWN_TRUTH;
  const { tree } = ctx;
  for (let node = test; node <= tree.lastInside(test); node++)
    if (tree.kind(node) === NodeKind.Identifier && scope.bindings.has(tree.textOf(node)))
      return UNKNOWN_TRUTH;
  return truthOf(evaluate(ctx, test));
}

function waysOfTry(ctx: Context, scope: Scope, statement: NodeIndex): Ways {
  const { tree } = ctx;
  const handlers = tree
    .namedChildren(statement)
    .filter((clause) => tree.kind(clause) === NodeKind.ExceptClause)
    .map((clause) => blockWays(ctx, scope, tree.childOfKind(clause, NodeKind.Block)));
  const body = blockWays(ctx, scope, tree.child(statement, Field.Body));
  const passes = handlers.reduce((set, handler) => set | handler.passes, body.passes);
  const { returns } = scope.returns.some((each) => each > statement && each <= tree.lastInside(statement))
    ? ANYHOW
    : PASSES;
  return { passes, returns };
}
