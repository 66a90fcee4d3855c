import type { Scope } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { type MinorSet, NO_MINORS } from "../version";
import { enclosingBinder } from "./assignment";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import type { Value } from "./values";

/**
 * The minors on which pytest skips the tests of the module and classes around a function, as a `pytestmark` says: one mark
 * or a list of them. Whatever else is defined there is for these tests.
 * See https://docs.pytest.org/en/stable/reference/reference.html#globalvar-pytestmark.
 */
export function skippedByMarks(ctx: Context, scope: Scope): MinorSet {
  let skipped: MinorSet = NO_MINORS;
  for (let around = scope.parent; around; around = around.parent) skipped |= skippedIn(ctx, around);
  return skipped;
}

function skippedIn(ctx: Context, scope: Scope): MinorSet {
  let skipped: MinorSet = NO_MINORS;
  for (const name of scope.bindings.get("pytestmark") ?? []) {
    const binder = enclosingBinder(ctx.tree, name);
    if (binder === NO_NODE || ctx.tree.kind(binder) !== NodeKind.Assignment) return NO_MINORS;
    for (const mark of marksIn(ctx, ctx.tree.child(binder, Field.Right))) {
      const value: Value = ctx.outOfOrder(scope, () => evaluate(ctx, mark));
      if (value.tag === "skip") skipped |= value.on;
    }
  }
  return skipped;
}

function marksIn({ tree }: Context, right: NodeIndex): readonly NodeIndex[] {
  if (right === NO_NODE) return [];
  const isList = tree.kind(right) === NodeKind.List || tree.kind(right) === NodeKind.Tuple;
  return isList ? tree.namedChildren(right) : [right];
}
