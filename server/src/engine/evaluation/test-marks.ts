import type { Scope, ScopeTable } from "../binding/scopes";
import type { OffsetRange, Usage } from "../findings";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { type MinorSet, NO_MINORS } from "../version";
import { enclosingBinder } from "./assignment";
import { truthOf } from "./conditions";
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

/** Methods that a test class runs before each of its tests, or before all of them. */
const SET_UPS = ["setUp", "asyncSetUp", "setUpClass", "setup_method", "setup_class"];
const SKIPS = /^(?:raise\b|(?:self|cls)\.skipTest\(|pytest\.skip\()/;

/** The minors on which no test of the class around a function runs, since what sets it up skips them all there. */
export function skippedBySetUp(ctx: Context, { parent, node }: Scope): MinorSet {
  let skipped: MinorSet = NO_MINORS;
  if (parent?.kind !== "class") return skipped;
  for (const name of SET_UPS) {
    const definition = parent.bindings.get(name)?.at(-1);
    const scope = definition === undefined ? undefined : ctx.scopes.byNode.get(definition);
    if (scope?.kind !== "function" || scope.node === node) continue;
    ctx.inlined.add(scope);
    skipped |= ctx.outOfOrder(scope, () => skippedByTests(ctx, scope));
  }
  return skipped;
}

/** The minors on which an `if` at the top of a function skips what it is for. */
function skippedByTests(ctx: Context, { node }: Scope): MinorSet {
  const { tree } = ctx;
  let skipped: MinorSet = NO_MINORS;
  for (const statement of tree.namedChildren(tree.child(node, Field.Body))) {
    if (tree.kind(statement) !== NodeKind.IfStatement) continue;
    const last = tree.namedChildren(tree.child(statement, Field.Consequence)).at(-1);
    if (last === undefined || !SKIPS.test(tree.textOf(last))) continue;
    const { yes, no } = truthOf(evaluate(ctx, tree.child(statement, Field.Condition)));
    skipped |= yes & ~no;
  }
  return skipped;
}

/**
 * Takes the usages out of reach that stand in tests which somebody switched off by putting a `_` in front of their names:
 * `def _test_old(self)` in a class, named nowhere else in the document.
 */
export function withoutDisabledTests(
  usages: readonly Usage[],
  { tree, scopes }: { readonly tree: SyntaxTree; readonly scopes: ScopeTable },
): readonly Usage[] {
  const disabled: OffsetRange[] = [];
  for (const scope of scopes.byNode.values()) {
    if (scope.kind !== "class") continue;
    for (const [name, nodes] of scope.bindings) {
      if (DISABLED_TEST.test(name) && isNamedOnce(tree.text, name)) disabled.push(rangeOf(tree, nodes[0]));
    }
  }
  if (disabled.length === 0) return usages;
  const isDisabled = ({ start }: Usage): boolean =>
    disabled.some((range) => start >= range.start && start < range.end);
  return usages.map((usage) => (isDisabled(usage) ? { ...usage, reach: NO_MINORS } : usage));
}

const DISABLED_TEST = /^_+test/i;

function isNamedOnce(text: string, name: string): boolean {
  const first = text.indexOf(name);
  return text.indexOf(name, first + 1) < 0;
}

function rangeOf(tree: SyntaxTree, node: NodeIndex): OffsetRange {
  return { start: tree.start(node), end: tree.end(node) };
}
