import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import type { Value } from "./values";
import { lastNameOf, useNameTrigger } from "./triggers";

/** What a `with` statement calls may be fit for it only since some release. */
export function useEntered(ctx: Context, call: NodeIndex): void {
  const callee = ctx.silently(() => evaluate(ctx, ctx.tree.child(call, Field.Function)));
  if (callee.tag === "symbol") useNameTrigger(ctx, callee.entry, "enters", lastNameOf(ctx, call));
}

/**
 * What is caught around an `await` may be more or less than it was in an older release. Whoever handles cancellation by
 * itself first has thought of that.
 */
export function useCaught(ctx: Context, handlers: readonly NodeIndex[], body: NodeIndex): void {
  const { tree } = ctx;
  if (body === NO_NODE || ctx.lazy > 0 || !holdsAwait(ctx, body)) return;
  for (const handler of handlers) {
    for (const value of tree.namedChildren(handler)) {
      if (tree.kind(value) === NodeKind.Block) continue;
      const expression = tree.kind(value) === NodeKind.AsPattern ? tree.firstNamedChild(value) : value;
      const caught = ctx.silently(() => evaluate(ctx, expression));
      if (isCancellation(caught)) return;
      if (caught.tag === "symbol") useNameTrigger(ctx, caught.entry, "handler", lastNameOf(ctx, expression));
    }
  }
}

function isCancellation(caught: Value): boolean {
  if (caught.tag === "tuple") return caught.items.some(isCancellation);
  return (
    caught.tag === "symbol" &&
    (caught.entry.id === "asyncio.CancelledError" || caught.entry.id === "builtins.BaseException")
  );
}

function holdsAwait(ctx: Context, body: NodeIndex): boolean {
  for (let node = body; node <= ctx.tree.lastInside(body); node++) {
    if (ctx.tree.kind(node) === NodeKind.Await) return true;
  }
  return false;
}
