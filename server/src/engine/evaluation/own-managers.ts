import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { type Context, type Forgiveness, FULL_FORGIVENESS, NO_FORGIVENESS } from "./context";
import { decoratorsOf } from "./decorators";
import { sumOf } from "./forgiveness";
import { scopeAt } from "./functions";
import { resolveMember } from "./members";
import { homeOf } from "./module-table";
import { caughtBy } from "./protection";
import type { Value } from "./values";

/**
 * What a context manager of the project provides for in the body of its `with`, given what is called to make it: a
 * generator what it catches around its `yield`, a class everything where its `__exit__` may answer that all is well.
 * `undefined` where it provides for nothing.
 */
export function swallowedByOwn(ctx: Context, callee: Value): Forgiveness | undefined {
  if (callee.tag === "function") return caughtAroundYield(ctx, callee);
  if (callee.tag !== "class") return undefined;
  const exit = resolveMember(ctx, { tag: "object", of: callee }, "__exit__").value;
  return exit.tag === "function" && mayAnswerYes(ctx, exit) ? FULL_FORGIVENESS : undefined;
}

type OwnFunction = Extract<Value, { tag: "function" }>;

function caughtAroundYield(asking: Context, { scope }: OwnFunction): Forgiveness | undefined {
  const ctx = homeOf(asking, scope);
  const { tree } = ctx;
  if (!scope.yields || !decoratorsOf(tree, scope.node).managesContext) return undefined;
  ctx.inlined.add(scope);
  const last = tree.lastInside(scope.node);
  let caught: Forgiveness | undefined;
  for (let node = scope.node; node <= last; node++) {
    if (tree.kind(node) !== NodeKind.Yield || scopeAt(ctx, node) !== scope) continue;
    for (const handler of handlersAround(ctx, node, scope.node))
      caught = sumOf(
        caught ?? NO_FORGIVENESS,
        ctx.outOfOrder(scope, () => caughtBy(ctx, handler)),
      );
  }
  return caught;
}

/** The handlers of every `try` of a function that has a node in its body. */
function handlersAround({ tree }: Context, node: NodeIndex, end: NodeIndex): NodeIndex[] {
  const handlers: NodeIndex[] = [];
  for (let at = node; at !== end; at = tree.parent(at)) {
    const statement = tree.parent(at);
    if (tree.kind(statement) !== NodeKind.TryStatement || tree.child(statement, Field.Body) !== at) continue;
    handlers.push(
      ...tree.namedChildren(statement).filter((each) => tree.kind(each) === NodeKind.ExceptClause),
    );
  }
  return handlers;
}

/** Tells whether a method returns `True`, or what a test comes out as. */
function mayAnswerYes(asking: Context, { scope }: OwnFunction): boolean {
  const ctx = homeOf(asking, scope);
  const { tree } = ctx;
  ctx.inlined.add(scope);
  return scope.returns.some((statement) => {
    const answer = tree.firstNamedChild(statement);
    if (answer === NO_NODE) return false;
    return TESTS.has(tree.kind(answer)) || /^(?:isinstance|issubclass)\(/.test(tree.textOf(answer));
  });
}

const TESTS: ReadonlySet<NodeKind> = new Set([
  NodeKind.True,
  NodeKind.ComparisonOperator,
  NodeKind.BooleanOperator,
  NodeKind.NotOperator,
]);
