import { both, either, isInformative, negate, type Truth } from "../guard/truth";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { ALL_MINORS, NO_MINORS } from "../version";
import { bindTarget } from "./assignment";
import { walkAnnotation } from "./annotations";
import { evaluateCall } from "./calls";
import { evaluateComprehension, evaluateLambda } from "./comprehensions";
import { evaluateComparison, testValue, truthOf } from "./conditions";
import { narrowingsOf } from "./narrowing";
import type { Context } from "./context";
import { isBoundByOwner } from "./library-symbols";
import { resolveMember } from "./members";
import { bindName, evaluateName } from "./names";
import { evaluateBinary, evaluateBinaryResult } from "./operators";
import { commonType } from "./common-type";
import { iterated } from "./protocols";
import { evaluateString } from "./strings";
import { evaluateGenericType, evaluateSubscript } from "./subscripts";
import { awaited } from "./types";
import {
  constant,
  guardedUnion,
  instance,
  isTruthValue,
  NONE,
  union,
  UNKNOWN,
  type Value,
  withoutConstant,
  withoutNone,
} from "./values";

export { evaluateBinaryResult };

/** Expressions nested deeper than this are not followed: the stack is not endless, and nobody writes them by hand. */
const DEEPEST = 400;

/** Evaluates an expression: tells of every usage in it and gives what it may stand for. */
export function evaluate(ctx: Context, node: NodeIndex): Value {
  if (node === NO_NODE) return UNKNOWN;
  if (ctx.nesting.depth > DEEPEST) {
    ctx.nesting.cuts++;
    return UNKNOWN;
  }
  ctx.nesting.depth++;
  const value = evaluateKind(ctx, node);
  ctx.nesting.depth--;
  return value;
}

/** Evaluates every expression directly inside a node; gives their values in order. */
export function evaluateChildren(ctx: Context, node: NodeIndex): Value[] {
  return ctx.tree.namedChildren(node).map((child) => evaluate(ctx, child));
}

function evaluateKind(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  switch (tree.kind(node)) {
    case NodeKind.Identifier:
      return evaluateName(ctx, node);
    case NodeKind.Attribute:
      return evaluateAttribute(ctx, node);
    case NodeKind.Call:
      return evaluateCall(ctx, node);
    case NodeKind.String:
      return evaluateString(ctx, node);
    case NodeKind.ConcatenatedString:
      return instance(classOf(evaluateChildren(ctx, node)[0]) ?? "builtins.str");
    case NodeKind.Integer:
    case NodeKind.Float:
      return evaluateNumber(tree.textOf(node));
    case NodeKind.True:
      return constant(true);
    case NodeKind.False:
      return constant(false);
    case NodeKind.None:
      return NONE;
    case NodeKind.Tuple:
    case NodeKind.ExpressionList:
      return evaluateTuple(ctx, node);
    case NodeKind.List:
      return collection(ctx, "builtins.list", node);
    case NodeKind.Set:
      return collection(ctx, "builtins.set", node);
    case NodeKind.Dictionary:
      return evaluateDictionary(ctx, node);
    case NodeKind.ListComprehension:
    case NodeKind.SetComprehension:
    case NodeKind.DictionaryComprehension:
    case NodeKind.GeneratorExpression:
      return evaluateComprehension(ctx, node);
    case NodeKind.Subscript:
      return evaluateSubscript(ctx, node);
    case NodeKind.BinaryOperator:
      return evaluateBinary(ctx, node);
    case NodeKind.UnaryOperator:
      return evaluateUnary(ctx, node);
    case NodeKind.NotOperator:
      return testValue(negate(truthOf(evaluate(ctx, tree.child(node, Field.Argument)))));
    case NodeKind.BooleanOperator:
      return evaluateBoolean(ctx, node);
    case NodeKind.ComparisonOperator:
      return evaluateComparison(ctx, node);
    case NodeKind.ConditionalExpression:
      return evaluateConditional(ctx, node);
    case NodeKind.NamedExpression:
    case NodeKind.AsPattern:
      return bindTarget(ctx, node, (name, value) => bindName(ctx, name, value));
    case NodeKind.Lambda:
      return evaluateLambda(ctx, node);
    case NodeKind.Await:
      return awaited(ctx.catalogue, evaluate(ctx, tree.firstNamedChild(node)));
    case NodeKind.ParenthesizedExpression:
      return evaluate(ctx, tree.firstNamedChild(node));
    case NodeKind.Type:
      return evaluate(ctx, tree.firstNamedChild(node));
    case NodeKind.GenericType:
      return evaluateGenericType(ctx, node);
    case NodeKind.ListSplat: {
      const value = evaluate(ctx, tree.firstNamedChild(node));
      // `*tuple[int]` is newer than the subscript, which is read as one on `*tuple`.
      return tree.kind(tree.parent(node)) === NodeKind.Subscript ? UNKNOWN : value;
    }
    case NodeKind.KeywordArgument:
      return evaluate(ctx, tree.child(node, Field.Value));
    case NodeKind.Assignment:
      // Only broken code has an assignment inside of an expression.
      walkAnnotation(ctx, tree.child(node, Field.Type), true);
      return bindTarget(ctx, node, (name, value) => bindName(ctx, name, value));
    default:
      evaluateChildren(ctx, node);
      return UNKNOWN;
  }
}

function evaluateAttribute(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const object = evaluate(ctx, tree.child(node, Field.Object));
  const attribute = tree.child(node, Field.Attribute);
  if (attribute === NO_NODE) return UNKNOWN;
  const member = resolveMember(ctx, object, tree.textOf(attribute));
  if (member.entry) {
    // A submodule is there because something imported it, and that import is judged.
    const kind = member.entry.kind === "module" && !isBoundByOwner(member.entry) ? "reference" : "attribute";
    ctx.use(member.entry, kind, tree.start(attribute), tree.end(attribute), member.forgiven);
  } else if (object.tag === "module" && member.value.tag === "symbol") {
    ctx.use(member.value.entry, "reference", tree.start(attribute), tree.end(attribute));
  }
  const narrowed = ctx.testedAttributes.size > 0 ? ctx.flowOf(ctx.scope)?.get(tree.textOf(node)) : undefined;
  return narrowed ?? member.value;
}

function evaluateNumber(text: string): Value {
  if (/^\d{1,9}$/.test(text)) return constant(Number(text));
  const digits = text.replaceAll("_", "").toLowerCase();
  if (digits.endsWith("j")) return instance("builtins.complex");
  const value = Number(digits);
  if (!/^0[xob]/.test(digits) && /[.e]/.test(digits))
    return { tag: "instance", classId: "builtins.float", args: [], constant: value };
  return Number.isSafeInteger(value) ? constant(value) : instance("builtins.int");
}

function evaluateTuple(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const children = tree.namedChildren(node);
  const items = children.map((child) => evaluateItem(ctx, child));
  const fixed = !children.some((child) => isSplat(ctx.tree, child));
  return fixed ? { tag: "tuple", items } : instance("builtins.tuple", [commonType(items)]);
}

function collection(ctx: Context, classId: string, node: NodeIndex): Value {
  return instance(classId, [
    commonType(ctx.tree.namedChildren(node).map((child) => evaluateItem(ctx, child))),
  ]);
}

/** An item of a display, or what one after a star brings into it. */
function evaluateItem(ctx: Context, item: NodeIndex): Value {
  const value = evaluate(ctx, item);
  return isSplat(ctx.tree, item) ? iterated(ctx, value) : value;
}

/** The grammar reads `*place.glob("*")` as a call on `*place`. */
function isSplat(tree: SyntaxTree, item: NodeIndex): boolean {
  const start = tree.start(item);
  let node = item;
  while (node !== NO_NODE && tree.start(node) === start && tree.kind(node) !== NodeKind.ListSplat)
    node = tree.firstNamedChild(node);
  return node !== NO_NODE && tree.start(node) === start;
}

function evaluateDictionary(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const keys: Value[] = [];
  const values: Value[] = [];
  for (const child of tree.namedChildren(node)) {
    if (tree.kind(child) === NodeKind.Pair) {
      keys.push(evaluate(ctx, tree.child(child, Field.Key)));
      values.push(evaluate(ctx, tree.child(child, Field.Value)));
    } else {
      const splat = evaluate(ctx, tree.firstNamedChild(child));
      const isDictionary = splat.tag === "instance" && splat.classId === "builtins.dict";
      keys.push(isDictionary ? (splat.args[0] ?? UNKNOWN) : UNKNOWN);
      values.push(isDictionary ? (splat.args[1] ?? UNKNOWN) : UNKNOWN);
    }
  }
  return instance("builtins.dict", [commonType(keys), commonType(values)]);
}

function evaluateUnary(ctx: Context, node: NodeIndex): Value {
  const value = evaluate(ctx, ctx.tree.child(node, Field.Argument));
  if (value.tag !== "instance") return UNKNOWN;
  const negative = ctx.tree.childOfKind(node, NodeKind.TokenMinus) !== NO_NODE;
  return negative && typeof value.constant === "number" ? constant(-value.constant) : withoutConstant(value);
}

/** `a and b`, `a or b`, and chains of them however long: each side is reached by what the one before lets through. */
function evaluateBoolean(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const chain: NodeIndex[] = [];
  let innermost = node;
  while (innermost !== NO_NODE && tree.kind(innermost) === NodeKind.BooleanOperator) {
    chain.push(innermost);
    innermost = tree.child(innermost, Field.Left);
  }
  let left = evaluate(ctx, innermost);
  for (const operation of chain.reverse()) left = evaluateRightSide(ctx, operation, left);
  return left;
}

function evaluateRightSide(ctx: Context, node: NodeIndex, left: Value): Value {
  const { tree } = ctx;
  const leftNode = tree.child(node, Field.Left);
  const isAnd = tree.childOfKind(node, NodeKind.TokenAnd) !== NO_NODE;
  const truth = truthOf(left);
  const reached = ctx.reach;
  ctx.reach = reached & (isAnd ? truth.yes : truth.no);
  const right = narrowed(ctx, leftNode, isAnd, () => evaluate(ctx, tree.child(node, Field.Right)));
  ctx.reach |= reached & (isAnd ? truth.no : truth.yes);
  const value = isAnd ? union([left, right]) : union([withoutNone(left), right]);
  // Of `text or "default"` the type is worth more than that it is true.
  const isTest = [left, right].some((side) => isTruthValue(side) || dependsOnMinor(truthOf(side)));
  if (value.tag !== "unknown" && !isTest) return value;
  const test = testValue(isAnd ? both(truth, truthOf(right)) : either(truth, truthOf(right)));
  return test.tag === "test" ? test : value;
}

function dependsOnMinor({ yes, no }: Truth): boolean {
  return [yes, no].some((minors) => minors !== ALL_MINORS && minors !== NO_MINORS);
}

function evaluateConditional(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const [body, condition, alternative] = tree.namedChildren(node);
  if (alternative === undefined) {
    evaluateChildren(ctx, node);
    return UNKNOWN;
  }
  const truth = truthOf(evaluate(ctx, condition));
  const reached = ctx.reach;
  ctx.reach = reached & truth.yes;
  const yes = narrowed(ctx, condition, true, () => evaluate(ctx, body));
  const afterYes = ctx.reach;
  ctx.reach = reached & truth.no;
  const no = narrowed(ctx, condition, false, () => evaluate(ctx, alternative));
  ctx.reach |= afterYes;
  if (truth.no === 0) return yes;
  if (truth.yes === 0) return no;
  const value = guardedUnion([
    { value: yes, on: truth.yes },
    { value: no, on: truth.no },
  ]);
  if (value.tag !== "unknown") return value;
  const test = either(both(truth, truthOf(yes)), both(negate(truth), truthOf(no)));
  return isInformative(test) ? testValue(test) : value;
}

/** Evaluates something where a condition is known to hold (or not to hold). */
function narrowed(ctx: Context, condition: NodeIndex, holds: boolean, run: () => Value): Value {
  const narrowings = narrowingsOf(ctx, condition, holds);
  const flow = ctx.flowOf(ctx.scope);
  if (!flow || narrowings.length === 0) return run();
  const mark = flow.mark();
  for (const [name, value] of narrowings) flow.set(name, value);
  const result = run();
  const changed = new Map(flow.rollback(mark));
  for (const [name] of narrowings) changed.delete(name);
  flow.merge([{ changed, after: ALL_MINORS }]);
  return result;
}

function classOf(value: Value | undefined): string | undefined {
  return value?.tag === "instance" ? value.classId : undefined;
}
