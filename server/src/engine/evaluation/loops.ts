import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { type MinorSet, NO_MINORS } from "../version";
import { bindTarget } from "./assignment";
import { branch, join } from "./branches";
import { truthOf } from "./conditions";
import { narrowingsOf } from "./narrowing";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import type { Branch } from "./flow";
import { bindName, boundValue, targetValue } from "./names";
import { agreedValue, isSelfReferring } from "./self-reference";
import { walkBlock } from "./statements";
import { union, type Value } from "./values";

/** Walks `for ... in ...:` with its `else`. */
export function walkFor(ctx: Context, node: NodeIndex): void {
  const reached = ctx.reach;
  expectRebinding(ctx, node);
  const { breaks: around } = ctx;
  const body = branch(ctx, reached, [], () => {
    bindTarget(ctx, node, (name, value) => bindName(ctx, name, value));
    walkBlock(ctx, ctx.tree.child(node, Field.Body));
  });
  ctx.breaks = around;
  leaveLoop(ctx, node, { exhausted: reached, after: reached }, body);
}

/** Walks `while ...:` with its `else`. */
export function walkWhile(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  expectRebinding(ctx, node);
  const condition = tree.child(node, Field.Condition);
  const truth = truthOf(evaluate(ctx, condition));
  const reached = ctx.reach;
  const { breaks: around } = ctx;
  ctx.breaks = NO_MINORS;
  const body = branch(ctx, reached & truth.yes, narrowingsOf(ctx, condition, true), () =>
    walkBlock(ctx, tree.child(node, Field.Body)),
  );
  const exhausted = reached & truth.no;
  const after = exhausted | ctx.breaks;
  ctx.breaks = around;
  leaveLoop(ctx, node, { exhausted, after }, body);
}

/**
 * A loop may end before its first turn, after any turn, or by `break`. `exhausted` are the minors on which it can end by
 * itself, so that its `else` runs, `after` those on which what follows is reached somehow.
 */
function leaveLoop(
  ctx: Context,
  node: NodeIndex,
  { exhausted, after }: { readonly exhausted: MinorSet; readonly after: MinorSet },
  { changed }: Branch,
): void {
  join(ctx, [
    { after, changed },
    { after, changed: new Map() },
  ]);
  const otherwise = ctx.tree.child(node, Field.Alternative);
  if (otherwise === NO_NODE) return;
  const rest = branch(ctx, exhausted, [], () => walkBlock(ctx, ctx.tree.child(otherwise, Field.Body)));
  join(ctx, [rest, { after, changed: new Map() }]);
}

/** In a later turn, names that the loop binds have what an earlier turn left in them. */
function expectRebinding(ctx: Context, loop: NodeIndex): void {
  const flow = ctx.flowOf(ctx.scope);
  if (!flow) return;
  for (const tested of ctx.testedAttributes.values()) flow.forgetAttributes(tested);
  const last = ctx.tree.lastInside(loop);
  // A scope may have hundreds of names, and every loop in it goes through them.
  ctx.scope.bindings.forEach((nodes, name) => {
    if (nodes[nodes.length - 1] < loop || nodes[0] > last) return;
    const before = flow.get(name);
    if (before === undefined || before.tag === "unknown") return;
    const inside = nodes.filter((node) => node > loop && node <= last && !isLoopTarget(ctx, loop, node));
    if (inside.length) flow.set(name, valueInLoop(ctx, name, before, inside));
  });
}

/** What a name may be in any turn of a loop that binds it: what it was before, and what the loop makes of it. */
function valueInLoop(ctx: Context, name: string, before: Value, inside: readonly NodeIndex[]): Value {
  const { scope, tree } = ctx;
  const circular = inside.filter((node) => isSelfReferring(tree, node));
  const others = inside.filter((node) => !circular.includes(node));
  const start = union([before, ...others.map((node) => boundValue(ctx, scope, node))]);
  if (circular.length === 0) return start;
  const step = (): Value => union(circular.map((node) => targetValue(ctx, node)));
  return agreedValue(ctx, { scope, name }, start, () => ctx.outOfOrder(scope, step));
}

function isLoopTarget(ctx: Context, loop: NodeIndex, node: NodeIndex): boolean {
  const { tree } = ctx;
  if (tree.kind(loop) !== NodeKind.ForStatement) return false;
  const left = tree.child(loop, Field.Left);
  return left !== NO_NODE && node >= left && node <= tree.lastInside(left);
}
