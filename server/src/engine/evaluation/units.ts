import type { Scope } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context, DeferredBody } from "./context";
import { walkDeferredBody } from "./definitions";
import type { Kept } from "./kept-findings";
import { collectSyntaxUsages } from "./syntax-usages";

/** Walks a unit: an outermost function, then what is defined in it. */
export function walkUnit(ctx: Context, unit: DeferredBody): void {
  ctx.bound.enter(unit.node, ctx.tree.lastInside(unit.node));
  ctx.deferred = [unit];
  for (let next = 0; next < ctx.deferred.length; next++) walkDeferredBody(ctx, ctx.deferred[next]);
}

/** The units that were there before, are reached on the same minors, and were not reached by an edit. */
export function unreached(
  before: readonly DeferredBody[],
  units: readonly DeferredBody[],
  reached: ReadonlySet<Scope>,
): Set<Scope> {
  const reaches = new Map(before.map(({ scope, reach }) => [scope, reach]));
  const kept = new Set<Scope>();
  const seen = new Set<Scope>();
  for (const { scope, reach } of units) {
    // What stands in a loop is defined more than once.
    if (!seen.has(scope) && reaches.get(scope) === reach && !reached.has(scope)) kept.add(scope);
    else kept.delete(scope);
    seen.add(scope);
  }
  return kept;
}

/** Looks for syntax where a walk was not kept. */
export function collectSyntaxOutside(ctx: Context, { units, kept, isLoaded }: Kept): void {
  const { tree } = ctx;
  let from = 0;
  for (const { node, scope } of units) {
    const body = tree.child(node, Field.Body);
    if (body === NO_NODE) continue;
    if (isLoaded && kept.has(scope)) {
      collectSyntaxUsages(ctx, ctx.usages, from, body - 1);
      from = tree.lastInside(node) + 1;
    } else if (!isLoaded && !kept.has(scope))
      collectSyntaxUsages(ctx, ctx.usages, body, tree.lastInside(node));
  }
  if (isLoaded) collectSyntaxUsages(ctx, ctx.usages, from);
}

/** Units in document order, each once. */
export function byNode(units: readonly DeferredBody[]): DeferredBody[] {
  const seen = new Set<Scope>();
  return [...units]
    .sort((left, right) => left.node - right.node)
    .filter(({ scope }) => !seen.has(scope) && seen.add(scope));
}

/** The outermost function in whose body a node is. */
export function unitAround({ tree, scopes }: Context, node: NodeIndex): Scope | undefined {
  let outermost: NodeIndex = NO_NODE;
  for (let at = node; at > 0; at = tree.parent(at)) {
    const parent = tree.parent(at);
    if (tree.kind(parent) === NodeKind.FunctionDefinition && tree.field(at) === Field.Body)
      outermost = parent;
  }
  return outermost === NO_NODE ? undefined : scopes.byNode.get(outermost);
}
