import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, isSubset } from "../version";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { valueOfSymbol } from "./library-symbols";
import { resolveMember } from "./members";
import { callResult } from "./call-result";
import { specialResult } from "./protocols";
import { isClass, isSubclass, ownerOf } from "./types";
import {
  instance,
  type InstanceValue,
  type ObjectValue,
  union,
  UNKNOWN,
  type Value,
  withoutConstant,
  withoutConstants,
  withoutNone,
} from "./values";
import { asVersion, deriveBinary } from "./version-values";

/** Evaluates a chain of binary operators from its innermost left end, however long it is. */
export function evaluateBinary(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const chain: NodeIndex[] = [];
  let innermost = node;
  while (innermost !== NO_NODE && tree.kind(innermost) === NodeKind.BinaryOperator) {
    chain.push(innermost);
    innermost = tree.child(innermost, Field.Left);
  }
  let value = evaluate(ctx, innermost);
  for (const operation of chain.reverse()) {
    const right = evaluate(ctx, tree.child(operation, Field.Right));
    value = combine(ctx, operation, value, right);
  }
  return value;
}

/** Evaluates `left += right` and gives what `left` is afterwards. */
export function evaluateBinaryResult(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const left = evaluate(ctx, tree.child(node, Field.Left));
  const right = evaluate(ctx, tree.child(node, Field.Right));
  return combine(ctx, node, left, right);
}

/** What an operator gives, and a usage of the method behind it where that did not always exist. */
function combine(ctx: Context, operation: NodeIndex, left: Value, right: Value): Value {
  const { tree } = ctx;
  const operator = tree.child(operation, Field.Operator);
  // `None | None` is no type, but what two functions give of which nothing is known.
  if (isType(left) && isType(right) && !(left.tag === "none" && right.tag === "none"))
    return uniteTypes(ctx, operator);
  const text = operator === NO_NODE ? operatorText(ctx, operation) : tree.textOf(operator);
  const derived = deriveBinary(text, left, asVersion(right)) ?? joinedTuples(text, left, right);
  if (derived) return derived;
  return combineObjects(ctx, operation, operandOf(ctx, left), operandOf(ctx, right), text);
}

/**
 * The object that an operand holds: of a name of the library what it stands for, of several objects of one class any of
 * them. `None` has no part in it: what an operator does with that, it did before.
 */
function operandOf(ctx: Context, value: Value): Value {
  if (value.tag === "symbol") return valueOfSymbol(ctx, value.entry);
  if (value.tag !== "union") return value;
  const plain = withoutConstants(withoutNone(value));
  if (plain.tag !== "union") return plain;
  const [first] = plain.members;
  const isOneClass = plain.members.every(
    (member) => member.tag === "instance" && first.tag === "instance" && member.classId === first.classId,
  );
  return isOneClass && first.tag === "instance" ? instance(first.classId) : plain;
}

function combineObjects(ctx: Context, operation: NodeIndex, left: Value, right: Value, text: string): Value {
  const { tree, catalogue } = ctx;
  const operator = tree.child(operation, Field.Operator);
  if (left.tag === "object") {
    if (operator !== NO_NODE) useInherited(ctx, operator, left, right, text);
    return resultOfOwn(ctx, left, text);
  }
  if (left.tag !== "instance") return UNKNOWN;
  if (NUMBERS.has(left.classId))
    return right.tag === "instance" ? numberType(left.classId, right, text) : UNKNOWN;
  if (text === "%" && TEXTS.has(left.classId)) {
    const formatting = catalogue.member(left.classId, "__mod__");
    if (formatting && formatting.available !== ALL_MINORS && operator !== NO_NODE)
      ctx.use(formatting, "operator", tree.start(operator), tree.end(operator));
    return instance(left.classId);
  }
  const names = METHODS[text.replace("=", "")];
  if (names === undefined) return UNKNOWN;
  const inPlace = text.endsWith("=") ? catalogue.member(left.classId, `__i${names}__`) : undefined;
  const entry = inPlace ?? catalogue.member(left.classId, `__${names}__`);
  if (!entry) return UNKNOWN;
  // Where the right side is of another class, its own method may do the work, unless that came no earlier.
  const reflected = right.tag === "instance" ? catalogue.member(right.classId, `__r${names}__`) : undefined;
  const alike =
    right.tag === "instance" &&
    (isSubclass(catalogue, right.classId, ownerOf(entry.id)) ||
      (reflected !== undefined && isSubset(reflected.available, entry.available)));
  if (entry.available !== ALL_MINORS && operator !== NO_NODE && alike) {
    ctx.use(entry, "operator", tree.start(operator), tree.end(operator));
  }
  const result =
    callResult(catalogue, entry, { positional: [right], keywords: new Map(), open: false }, left) ?? UNKNOWN;
  return result.tag === "unknown" && TEXTS.has(left.classId) ? withoutConstant(left) : result;
}

/** An operator on an object of a class that has its method from a class of the library, and none of its own. */
function useInherited(
  ctx: Context,
  operator: NodeIndex,
  left: ObjectValue,
  right: Value,
  text: string,
): void {
  const { tree, catalogue } = ctx;
  const name = METHODS[text.replace("=", "")];
  const entry = name === undefined ? undefined : resolveMember(ctx, left, `__${name}__`).entry;
  if (!entry || entry.available === ALL_MINORS) return;
  if (right.tag === "instance" && isSubclass(catalogue, right.classId, ownerOf(entry.id)))
    ctx.use(entry, "operator", tree.start(operator), tree.end(operator));
}

/** What the method behind an operator gives that a class of the project has; where it gives up, something else is asked. */
function resultOfOwn(ctx: Context, left: ObjectValue, text: string): Value {
  const name = METHODS[text.replace("=", "")];
  if (name === undefined) return UNKNOWN;
  const result = specialResult(ctx, left, `__${name}__`);
  if (result.tag !== "union") return isGivenUp(result) ? UNKNOWN : result;
  return union(result.members.filter((member) => !isGivenUp(member)));
}

function isGivenUp(value: Value): boolean {
  return value.tag === "symbol" && value.entry.id === "builtins.NotImplemented";
}

/** `(3,) + (8,)`. */
function joinedTuples(operator: string, left: Value, right: Value): Value | undefined {
  if (operator !== "+" || left.tag !== "tuple" || right.tag !== "tuple") return undefined;
  return { tag: "tuple", items: [...left.items, ...right.items] };
}

/** `int | str` where it is evaluated: classes can be joined since 3.10 (PEP 604). */
function uniteTypes(ctx: Context, operator: NodeIndex): Value {
  const { tree, catalogue } = ctx;
  if (operator === NO_NODE || tree.kind(operator) !== NodeKind.TokenPipe) return UNKNOWN;
  const entry = catalogue.lookup("syntax:union type X | Y");
  if (entry) ctx.use(entry, "operator", tree.start(operator), tree.end(operator));
  return UNKNOWN;
}

function isType(value: Value): boolean {
  return value.tag === "none" || value.tag === "class" || (value.tag === "symbol" && isClass(value.entry));
}

/** Operators that are no kept tokens have no node of their own: the text between the operands tells. */
function operatorText(ctx: Context, operation: NodeIndex): string {
  const { tree } = ctx;
  const from = tree.end(tree.child(operation, Field.Left));
  const to = tree.start(tree.child(operation, Field.Right));
  return tree.text.slice(from, to).replace(/[\s()\\]+/g, "");
}

const NUMBERS = new Set(["builtins.int", "builtins.float", "builtins.complex", "builtins.bool"]);
const TEXTS = new Set(["builtins.str", "builtins.bytes", "builtins.bytearray"]);

const METHODS: Readonly<Record<string, string | undefined>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "truediv",
  "//": "floordiv",
  "%": "mod",
  "|": "or",
  "&": "and",
  "^": "xor",
  "@": "matmul",
};

/** The wider of two number types; unknown when the other side is no number, or the values decide. */
function numberType(left: string, right: InstanceValue, operator: string): Value {
  if (!NUMBERS.has(right.classId)) return UNKNOWN;
  for (const classId of ["builtins.complex", "builtins.float"]) {
    if (left === classId || right.classId === classId) return instance(classId);
  }
  switch (operator.replace("=", "")) {
    case "/":
      return instance("builtins.float");
    case "**":
      // A negative power is a fraction.
      return typeof right.constant === "number" && right.constant >= 0 ? instance("builtins.int") : UNKNOWN;
    default:
      return instance("builtins.int");
  }
}
