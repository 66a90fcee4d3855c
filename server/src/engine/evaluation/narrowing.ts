import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { lookupName } from "./names";
import { isClass } from "./types";
import { instance, union, UNKNOWN, type Value, withoutNone } from "./values";

/** Conditions nested deeper than this are not asked what they tell of names. */
const DEEPEST_CONDITION = 30;

/** A name that a condition says something of, and what it is where the condition holds. */
export type Narrowing = readonly [name: string, value: Value];

/** What names are known to be where a condition holds, or where it does not (`holds` false). */
export function narrowingsOf(ctx: Context, node: NodeIndex, holds: boolean, depth = 0): Narrowing[] {
  const { tree } = ctx;
  if (node === NO_NODE || depth > DEEPEST_CONDITION) return [];
  switch (tree.kind(node)) {
    case NodeKind.ParenthesizedExpression:
      return narrowingsOf(ctx, tree.firstNamedChild(node), holds, depth + 1);
    case NodeKind.NotOperator:
      return narrowingsOf(ctx, tree.child(node, Field.Argument), !holds, depth + 1);
    case NodeKind.BooleanOperator: {
      const isAnd = tree.childOfKind(node, NodeKind.TokenAnd) !== NO_NODE;
      if (isAnd !== holds) return [];
      const left = narrowingsOf(ctx, tree.child(node, Field.Left), holds, depth + 1);
      return [...left, ...narrowingsOf(ctx, tree.child(node, Field.Right), holds, depth + 1)];
    }
    case NodeKind.Identifier: {
      const value = lookupName(ctx, tree.textOf(node));
      return holds && value.tag === "union" ? [[tree.textOf(node), withoutNone(value)]] : [];
    }
    case NodeKind.ComparisonOperator:
      return [...narrowedByNone(ctx, node, holds), ...(holds ? narrowedByType(ctx, node) : [])];
    case NodeKind.Call:
      return holds ? narrowedByIsinstance(ctx, node) : [];
    default:
      return [];
  }
}

/** `name is not None` and `name is None`. */
function narrowedByNone(ctx: Context, node: NodeIndex, holds: boolean): Narrowing[] {
  const { tree } = ctx;
  const [left, right, ...more] = tree.namedChildren(node);
  if (more.length || right === undefined || tree.kind(right) !== NodeKind.None) return [];
  const name = nameOf(ctx, left);
  const isNot = tree.childOfKind(node, NodeKind.TokenIsNot) !== NO_NODE;
  const is = tree.childOfKind(node, NodeKind.TokenIs) !== NO_NODE;
  if (name === undefined || !(holds ? isNot : is)) return [];
  const value = lookupName(ctx, name);
  return value.tag === "union" ? [[name, withoutNone(value)]] : [];
}

function narrowedByIsinstance(ctx: Context, call: NodeIndex): Narrowing[] {
  const { tree } = ctx;
  if (tree.textOf(tree.child(call, Field.Function)) !== "isinstance") return [];
  const [subject, classes] = tree.namedChildren(tree.child(call, Field.Arguments));
  if (classes === undefined) return [];
  const name = nameOf(ctx, subject) ?? attributeOf(ctx, subject);
  if (name === undefined) return [];
  const before = ctx.silently(() => evaluate(ctx, subject));
  return [[name, narrowedTo(before, objectsOf(ctx.silently(() => evaluate(ctx, classes))))]];
}

/** `self.path`: an attribute of a name, or of an attribute of one. */
function attributeOf(ctx: Context, node: NodeIndex): string | undefined {
  if (ctx.tree.kind(node) !== NodeKind.Attribute) return undefined;
  const text = ctx.tree.textOf(node);
  if (!/^[^\W\d]\w*(?:\.[^\W\d]\w*)+$/u.test(text)) return undefined;
  const root = text.slice(0, text.indexOf("."));
  const tested = ctx.testedAttributes.get(root) ?? new Set();
  ctx.testedAttributes.set(root, tested.add(text));
  return text;
}

/** What something is that is known to be of a class: no less than the object of the project that it may be known to be already. */
export function narrowedTo(before: Value, value: Value): Value {
  return value.tag === "instance" && before.tag === "object" ? before : value;
}

/** `type(name) is str`. */
function narrowedByType(ctx: Context, node: NodeIndex): Narrowing[] {
  const { tree } = ctx;
  const [call, type, ...more] = tree.namedChildren(node);
  if (more.length || type === undefined || tree.kind(call) !== NodeKind.Call) return [];
  if (tree.textOf(tree.child(call, Field.Function)) !== "type") return [];
  const isSame = [NodeKind.TokenIs, NodeKind.TokenEqualEqual].some(
    (kind) => tree.childOfKind(node, kind) !== NO_NODE,
  );
  const [subject, ...others] = tree.namedChildren(tree.child(call, Field.Arguments));
  const name = subject === undefined || others.length > 0 ? undefined : nameOf(ctx, subject);
  if (!isSame || name === undefined) return [];
  return [[name, objectsOf(ctx.silently(() => evaluate(ctx, type)))]];
}

function nameOf(ctx: Context, node: NodeIndex): string | undefined {
  const { tree } = ctx;
  if (tree.kind(node) === NodeKind.ParenthesizedExpression) return nameOf(ctx, tree.firstNamedChild(node));
  if (tree.kind(node) === NodeKind.NamedExpression) return tree.textOf(tree.child(node, Field.Name));
  return tree.kind(node) === NodeKind.Identifier ? tree.textOf(node) : undefined;
}

/** The objects of a class or of each class of a tuple; unknown of anything else. */
export function objectsOf(classes: Value): Value {
  switch (classes.tag) {
    case "tuple":
      return union(classes.items.map(objectsOf));
    case "symbol":
      return isClass(classes.entry) ? instance(classes.entry.id) : UNKNOWN;
    case "class":
      return { tag: "object", of: classes };
    default:
      return UNKNOWN;
  }
}
