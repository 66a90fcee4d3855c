import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { valueOfAnnotation } from "./annotations";
import type { Context } from "./context";
import { evaluate, evaluateBinaryResult } from "./expressions";
import { resolveMember } from "./members";
import { scopeAt } from "./functions";
import { asTuple } from "./named-tuples";
import { entered, iterated, iteratedAsynchronously } from "./protocols";
import { isSelfReferringSite, selfReferringSite } from "./self-reference";
import { useNameTrigger } from "./triggers";
import { isClass, mapMembers } from "./types";
import { constant, instance, union, UNKNOWN, type Value } from "./values";
import { deriveItem, type VersionValue } from "./version-values";

/** Targets nested deeper than this bind nothing that is followed. */
const DEEPEST_TARGET = 100;

/** Takes note that an identifier is bound to a value. */
export type Bind = (identifier: NodeIndex, value: Value) => void;

/** The node that binds an identifier in a target: an assignment, loop, `as`, walrus; `NO_NODE` when there is none. */
export function enclosingBinder(tree: SyntaxTree, identifier: NodeIndex): NodeIndex {
  for (let node = tree.parent(identifier); node > 0; node = tree.parent(node)) {
    switch (tree.kind(node)) {
      case NodeKind.Assignment:
      case NodeKind.AugmentedAssignment:
      case NodeKind.ForStatement:
      case NodeKind.ForInClause:
      case NodeKind.NamedExpression:
      case NodeKind.AsPattern:
        return node;
      case NodeKind.Block:
      case NodeKind.CaseClause:
      case NodeKind.ExpressionStatement:
        return NO_NODE;
      default:
    }
  }
  return NO_NODE;
}

/** Evaluates what a binder binds its target to, and hands each name of the target its part. */
export function bindTarget(ctx: Context, binder: NodeIndex, bind: Bind): Value {
  const { tree } = ctx;
  switch (tree.kind(binder)) {
    case NodeKind.Assignment: {
      const value = assignedValue(ctx, binder, bind);
      spread(ctx, tree.child(binder, Field.Left), value, bind);
      return value;
    }
    case NodeKind.AugmentedAssignment: {
      const value = evaluateBinaryResult(ctx, binder);
      spread(ctx, tree.child(binder, Field.Left), value, bind);
      return value;
    }
    case NodeKind.ForStatement:
    case NodeKind.ForInClause: {
      const element = loopElement(ctx, binder, evaluate(ctx, tree.child(binder, Field.Right)));
      spread(ctx, tree.child(binder, Field.Left), element, bind);
      return element;
    }
    case NodeKind.NamedExpression: {
      const value = evaluate(ctx, tree.child(binder, Field.Value));
      const name = tree.child(binder, Field.Name);
      if (name !== NO_NODE) bind(name, value);
      return value;
    }
    case NodeKind.AsPattern:
      return bindAsPattern(ctx, binder, bind);
    default:
      return UNKNOWN;
  }
}

/** What a `for` clause binds at each turn. */
export function loopElement(ctx: Context, loop: NodeIndex, iterable: Value): Value {
  const asynchronous = ctx.tree.childOfKind(loop, NodeKind.TokenAsync) !== NO_NODE;
  return asynchronous ? iteratedAsynchronously(ctx, iterable) : iterated(ctx, iterable);
}

/** Hands each name of a target its part of a value; evaluates the objects of attributes and subscripts in it. */
export function spread(ctx: Context, target: NodeIndex, value: Value, bind: Bind, depth = 0): void {
  const { tree } = ctx;
  if (target === NO_NODE || depth > DEEPEST_TARGET) return;
  switch (tree.kind(target)) {
    case NodeKind.Identifier:
      return bind(target, value);
    case NodeKind.Attribute:
      return writeAttribute(ctx, target);
    case NodeKind.Subscript:
      evaluate(ctx, target);
      return;
    case NodeKind.ParenthesizedExpression:
    case NodeKind.AsPatternTarget:
      return spread(ctx, tree.firstNamedChild(target), value, bind, depth + 1);
    case NodeKind.ListSplatPattern:
    case NodeKind.ListSplat:
      return spread(ctx, tree.firstNamedChild(target), instance("builtins.list", [value]), bind, depth + 1);
    case NodeKind.PatternList:
    case NodeKind.TuplePattern:
    case NodeKind.ListPattern:
    case NodeKind.ExpressionList:
    case NodeKind.Tuple:
    case NodeKind.List:
      return spreadItems(ctx, tree.namedChildren(target), value, (each, part) =>
        spread(ctx, each, part, bind, depth + 1),
      );
    default:
  }
}

/** Assigning to an attribute of a library object is a use that an older release only overlooks. */
function writeAttribute(ctx: Context, target: NodeIndex): void {
  const { tree } = ctx;
  const object = evaluate(ctx, tree.child(target, Field.Object));
  const attribute = tree.child(target, Field.Attribute);
  if (ctx.testedAttributes.size > 0) forgetAttribute(ctx, tree.textOf(target));
  if (object.tag !== "instance" || attribute === NO_NODE) return;
  const { entry } = resolveMember(ctx, object, tree.textOf(attribute));
  if (!entry) return;
  const place = { start: tree.start(attribute), end: tree.end(attribute) };
  ctx.use(entry, "definition", place.start, place.end);
  useNameTrigger(ctx, entry, "sets", place);
}

function forgetAttribute(ctx: Context, path: string): void {
  const tested = ctx.testedAttributes.get(path.slice(0, path.indexOf(".")));
  if (tested) ctx.flowOf(ctx.scope)?.forgetAttributes(tested, path);
}

/** The value of `self.name = ...` at one place, given the attribute node; from the annotation where there is one. */
export function valueOfAttributeSite(ctx: Context, attribute: NodeIndex): Value {
  const assignment = ctx.tree.parent(attribute);
  if (ctx.tree.kind(assignment) !== NodeKind.Assignment) return UNKNOWN;
  return ctx.once(ctx.lazyResults.values, attribute, UNKNOWN, () =>
    ctx.outOfOrder(scopeAt(ctx, assignment), () =>
      isSelfReferringSite(ctx.tree, attribute)
        ? selfReferringSite(ctx, attribute, siteValue)
        : siteValue(ctx, attribute),
    ),
  );
}

function siteValue(ctx: Context, attribute: NodeIndex): Value {
  return assignedValue(ctx, ctx.tree.parent(attribute), () => undefined);
}

function assignedValue(ctx: Context, assignment: NodeIndex, bind: Bind): Value {
  const { tree } = ctx;
  // `a = b = c` is an assignment whose right side is one; the value is at its end.
  const inner: NodeIndex[] = [];
  let right = tree.child(assignment, Field.Right);
  while (right !== NO_NODE && tree.kind(right) === NodeKind.Assignment) {
    inner.push(tree.child(right, Field.Left));
    right = tree.child(right, Field.Right);
  }
  const value = right === NO_NODE ? UNKNOWN : evaluate(ctx, right);
  for (const target of inner) spread(ctx, target, value, bind);
  const type = tree.child(assignment, Field.Type);
  if (type === NO_NODE) return value;
  const declared = valueOfAnnotation(ctx, type);
  return declared.tag === "unknown" ? value : declared;
}

/** Hands each of several targets its part of a value. */
function spreadItems(
  ctx: Context,
  targets: readonly NodeIndex[],
  value: Value,
  give: (target: NodeIndex, part: Value) => void,
): void {
  const isSplat = (target: NodeIndex): boolean =>
    ctx.tree.kind(target) === NodeKind.ListSplatPattern || ctx.tree.kind(target) === NodeKind.ListSplat;
  if (value.tag === "object") value = asTuple(ctx, value);
  if (value.tag === "tuple" && value.items.length === targets.length && !targets.some(isSplat)) {
    targets.forEach((target, index) => give(target, value.items[index]));
    return;
  }
  if (value.tag === "version") return spreadVersion(ctx, targets, value, give, isSplat);
  const element = iterated(ctx, value);
  for (const target of targets) give(target, element);
}

/** `major, minor, *rest = sys.version_info`: what is behind a star is counted from the end. */
function spreadVersion(
  ctx: Context,
  targets: readonly NodeIndex[],
  value: VersionValue,
  give: (target: NodeIndex, part: Value) => void,
  isSplat: (target: NodeIndex) => boolean,
): void {
  const splat = targets.findIndex(isSplat);
  for (const [place, target] of targets.entries()) {
    const index = splat >= 0 && place > splat ? place - targets.length : place;
    const part = place === splat ? undefined : deriveItem(ctx, value, constant(index), NO_NODE);
    give(target, part ?? UNKNOWN);
  }
}

function bindAsPattern(ctx: Context, node: NodeIndex, bind: Bind): Value {
  const { tree } = ctx;
  const value = evaluate(ctx, tree.firstNamedChild(node));
  const target = tree.child(node, Field.Alias);
  if (target === NO_NODE) return value;
  const parent = tree.parent(node);
  if (tree.kind(parent) === NodeKind.WithItem) {
    const statement = tree.parent(tree.parent(parent));
    const asynchronous = tree.childOfKind(statement, NodeKind.TokenAsync) !== NO_NODE;
    spread(ctx, target, entered(ctx, value, asynchronous), bind);
  } else if (tree.kind(parent) === NodeKind.ExceptClause) {
    spread(ctx, target, caughtBy(value), bind);
  } else {
    spread(ctx, target, UNKNOWN, bind);
  }
  return value;
}

/** What `except value as name` binds. */
function caughtBy(value: Value): Value {
  const classes = value.tag === "tuple" ? union(value.items) : value;
  return mapMembers(classes, (member) =>
    member.tag === "symbol" && isClass(member.entry)
      ? instance(member.entry.id)
      : member.tag === "class"
        ? { tag: "object", of: member }
        : UNKNOWN,
  );
}
