import { Field } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { homeOf } from "./module-table";
import { type ClassValue, UNKNOWN, type Value } from "./values";

/** The base classes of a class of this document or another of the project, as values. */
export function basesOf(asking: Context, of: ClassValue): readonly Value[] {
  const ctx = homeOf(asking, of.scope);
  const { tree } = ctx;
  const list = tree.child(of.scope.node, Field.Superclasses);
  if (list === NO_NODE || !of.scope.parent) return [];
  const around = of.scope.parent;
  return ctx.once<NodeIndex, readonly Value[]>(ctx.lazyResults.bases, list, [UNKNOWN], () =>
    ctx.outOfOrder(around, () =>
      tree
        .namedChildren(list)
        .filter((child) => tree.field(child) !== Field.Name && !isKeyword(ctx, child))
        .map((child) => unsubscripted(ctx, child)),
    ),
  );
}

function isKeyword(ctx: Context, node: number): boolean {
  return ctx.tree.child(node, Field.Name) !== NO_NODE;
}

/** A base such as `dict[str, int]` is the class `dict`. */
function unsubscripted(ctx: Context, node: number): Value {
  const value = ctx.tree.child(node, Field.Value);
  const base = evaluate(
    ctx,
    ctx.tree.child(node, Field.Subscript) !== NO_NODE && value !== NO_NODE ? value : node,
  );
  return base;
}
