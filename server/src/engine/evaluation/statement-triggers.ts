import { holdsKind } from "../syntax/contents";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
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
  if (body === NO_NODE || ctx.lazy > 0 || !holdsKind(ctx.tree, body, NodeKind.Await)) return;
  for (const handler of handlers) {
    for (const expression of caughtBy(tree, handler)) {
      const caught = ctx.silently(() => evaluate(ctx, expression));
      if (isCancellation(caught)) return;
      if (caught.tag === "symbol") useNameTrigger(ctx, caught.entry, "handler", lastNameOf(ctx, expression));
    }
  }
}

/**
 * What is caught may be a base of a module's own exceptions since some release only. Where one of those is caught by itself,
 * or whatever there is, nothing rests on that.
 */
export function useGuarding(ctx: Context, handlers: readonly NodeIndex[], firstUsage: number): void {
  if (ctx.lazy > 0 || ctx.usages.length === firstUsage) return;
  const { tree, catalogue } = ctx;
  const expressions = handlers.flatMap((handler) =>
    caughtBy(tree, handler).flatMap((each) =>
      tree.kind(each) === NodeKind.Tuple ? tree.namedChildren(each) : [each],
    ),
  );
  const caught = expressions.map((each) => ctx.silently(() => evaluate(ctx, each)));
  const used = ctx.usages.slice(firstUsage).map(({ entryId }) => entryId);
  caught.forEach((value, index) => {
    if (value.tag !== "symbol") return;
    for (const id of catalogue.triggers(value.entry.id)?.guards ?? []) {
      const behaviour = catalogue.lookup(id);
      const module = id.slice(id.indexOf(":") + 1, id.lastIndexOf("."));
      if (!behaviour || !used.some((each) => each.startsWith(`${module}.`))) continue;
      const isProvidedFor = caught.some((other) => catchesAnyOf(other, module));
      const { start, end } = lastNameOf(ctx, expressions[index]);
      if (!isProvidedFor) ctx.use(behaviour, "behaviour", start, end);
    }
  });
}

/** Tells whether catching something catches what a module raises on every Python; what is unknown may. */
function catchesAnyOf(value: Value, module: string): boolean {
  if (value.tag !== "symbol") return true;
  const { id } = value.entry;
  return id.startsWith(`${module}.`) || id === "builtins.Exception" || id === "builtins.BaseException";
}

/** The expressions that tell what a handler catches; none for a bare `except`. */
function caughtBy(tree: SyntaxTree, handler: NodeIndex): NodeIndex[] {
  return tree
    .namedChildren(handler)
    .filter((value) => tree.kind(value) !== NodeKind.Block && tree.kind(value) !== NodeKind.Comment)
    .map((value) => (tree.kind(value) === NodeKind.AsPattern ? tree.firstNamedChild(value) : value));
}

function isCancellation(caught: Value): boolean {
  if (caught.tag === "tuple") return caught.items.some(isCancellation);
  return (
    caught.tag === "symbol" &&
    (caught.entry.id === "asyncio.CancelledError" || caught.entry.id === "builtins.BaseException")
  );
}
