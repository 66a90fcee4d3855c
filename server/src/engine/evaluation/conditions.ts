import { scopeOfName } from "../binding/scopes";
import type { Entry } from "../catalogue/entry";
import {
  ALWAYS,
  both,
  isInformative,
  NEVER,
  negate,
  trueOn,
  type Truth,
  UNKNOWN_TRUTH,
} from "../guard/truth";
import {
  type ComparisonOperator,
  compareOutside,
  compareVersion,
  mirrorOperator,
  type VersionShape,
  truthOfVersion,
  versionIsOneOf,
} from "../guard/version-test";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, minorsFrom, NO_MINORS } from "../version";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { pathOf } from "./calls";
import { inheritedEntry, resolveMember } from "./members";
import { truthOfSystem } from "./platforms";
import { isDefinition } from "./types";
import { asVersion, isRunningVersion, itemsOf, versionConstant } from "./version-values";
import { guardedMembers, instance, type UnionValue, UNKNOWN, type Value } from "./values";

/** What is known of a value's truth, minor by minor. */
export function truthOf(value: Value): Truth {
  switch (value.tag) {
    case "test":
      return value.truth;
    case "none":
      return NEVER;
    case "instance":
      if (value.constant === undefined) return isAlwaysTrue(value) ? ALWAYS : UNKNOWN_TRUTH;
      return value.constant ? ALWAYS : NEVER;
    case "symbol":
      // What type checkers see is not what runs.
      if (value.entry.id === "typing.TYPE_CHECKING") return NEVER;
      return isAlwaysTrue(value) ? ALWAYS : UNKNOWN_TRUTH;
    case "external":
      return truthOfFlag(value.path.slice(value.path.lastIndexOf(".") + 1));
    case "version":
      return truthOfVersion(value.shape);
    case "union":
      return truthOfUnion(value);
    default:
      return isAlwaysTrue(value) ? ALWAYS : UNKNOWN_TRUTH;
  }
}

/** Each member counts on the minors on which the value can be that one. */
function truthOfUnion(value: UnionValue): Truth {
  let yes = NO_MINORS;
  let no = NO_MINORS;
  for (const { value: member, on } of guardedMembers(value)) {
    const truth = truthOf(member);
    yes |= truth.yes & on;
    no |= truth.no & on;
  }
  return { yes, no };
}

/** Modules, their specifications, classes and functions are true, whatever they do. */
function isAlwaysTrue(value: Value): boolean {
  if (value.tag === "instance") return value.classId === "importlib.machinery.ModuleSpec";
  return (
    value.tag === "class" ||
    value.tag === "function" ||
    value.tag === "method" ||
    (value.tag === "symbol" && isDefinition(value.entry))
  );
}

/** Flags that compatibility packages, `six` first, export under names that everybody knows. */
const FLAGS: Readonly<Record<string, Truth | undefined>> = {
  PY2: NEVER,
  PY3: ALWAYS,
  TYPE_CHECKING: NEVER,
};

/** `PY38`, `PY_3_8`, `IS_PY310_PLUS`: flags whose name says from which minor on they are true. */
const FLAG_OF_MINOR =
  /^_*(?:(?:IS|HAS|HAVE|ON)_)?PY(?:THON)?_?3_?(\d{1,2})(?:_?(?:PLUS|OR_(?:LATER|NEWER)))?$/;

/**
 * What the name of a flag says that nobody found the value of. One that names a minor is true on no older one; whether it is
 * true on later ones, and false on older ones alone, is not known.
 */
function truthOfFlag(name: string): Truth {
  const minor = FLAG_OF_MINOR.exec(name)?.[1];
  return minor === undefined
    ? (FLAGS[name] ?? UNKNOWN_TRUTH)
    : { yes: minorsFrom(Number(minor)), no: ALL_MINORS };
}

/** Makes the value of a condition: a plain `bool` where nothing is known of it. */
export function testValue(truth: Truth): Value {
  return isInformative(truth) ? { tag: "test", truth } : instance("builtins.bool");
}

/** Evaluates `a < b <= c`. */
export function evaluateComparison(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  let truth: Truth = ALWAYS;
  let outside: Truth = ALWAYS;
  let left: NodeIndex = NO_NODE;
  let leftValue: Value = UNKNOWN;
  let operator: NodeKind = NodeKind.Other;
  let featureTest = false;
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    if (tree.field(child) === Field.Operators) {
      operator = tree.kind(child);
      continue;
    }
    if (tree.kind(child) === NodeKind.Comment) continue;
    const value = evaluate(ctx, child);
    if (left !== NO_NODE) {
      const presence =
        memberTest(ctx, operator, leftValue, child) ??
        noneTest(operator, leftValue, value) ??
        truthOfSystem(operator, leftValue, value) ??
        truthTest(operator, leftValue, value);
      featureTest ||= presence !== undefined;
      const compared = presence
        ? { truth: presence, outside: UNKNOWN_TRUTH }
        : compareValues(operator, leftValue, displayed(ctx, operator, leftValue, value, child));
      truth = both(truth, compared.truth);
      outside = both(outside, compared.outside);
    }
    left = child;
    leftValue = value;
  }
  if (ctx.lazy === 0 && !featureTest && isInformative(truth)) {
    ctx.tests.push({ start: tree.start(node), end: tree.end(node), truth, outside, reach: ctx.reach });
  }
  return testValue(truth);
}

/** What `hasattr(object, name)` tells of the Python that runs. */
export function truthOfPresence(ctx: Context, object: Value, name: string): Truth {
  const { entry } = resolveMember(ctx, object, name);
  if (entry) return presenceOf(entry);
  // What a class or its objects are given besides, they may have in any case.
  const inherited = object.tag === "object" ? inheritedEntry(ctx, object.of, name) : undefined;
  return inherited ? { yes: ALL_MINORS, no: ALL_MINORS & ~inherited.available } : UNKNOWN_TRUTH;
}

function presenceOf(entry: Entry): Truth {
  return trueOn(entry.available);
}

/** The items of a list or set display behind `in`, where a version is looked for in it, or of a list that it is compared with. */
function displayed(ctx: Context, operator: NodeKind, left: Value, right: Value, node: NodeIndex): Value {
  const isMembership = operator === NodeKind.TokenIn || operator === NodeKind.TokenNotIn;
  if (!isMembership && ctx.tree.kind(node) !== NodeKind.List) return right;
  const version = asVersion(left);
  if (version.tag !== "version" || right.tag === "tuple") return right;
  // The version itself is a tuple, which Python compares with no list.
  if (!isMembership && version.shape.kind !== "derived") return right;
  const display = isMembership ? namedDisplay(ctx, node) : node;
  const items = ctx.silently(() => itemsOf(ctx, display, (item) => evaluate(ctx, item)));
  return items ? { tag: "tuple", items } : right;
}

/** What a name was given that is bound once in its scope: `OLD = [(3, 6), (3, 7)]`; any other expression is itself. */
function namedDisplay({ tree, scope }: Context, node: NodeIndex): NodeIndex {
  if (tree.kind(node) !== NodeKind.Identifier) return node;
  const name = tree.textOf(node);
  const [only, ...others] = scopeOfName(scope, name)?.bindings.get(name) ?? [];
  const assignment = only === undefined || others.length > 0 ? NO_NODE : tree.parent(only);
  if (assignment === NO_NODE || tree.kind(assignment) !== NodeKind.Assignment) return node;
  return tree.field(only) === Field.Left ? tree.child(assignment, Field.Right) : node;
}

/** What is known of a comparison, on the catalogue's Pythons and on the others. */
interface Compared {
  readonly truth: Truth;
  readonly outside: Truth;
}

const NOTHING_KNOWN: Compared = { truth: UNKNOWN_TRUTH, outside: UNKNOWN_TRUTH };

function compareValues(operator: NodeKind, one: Value, other: Value): Compared {
  const comparison = COMPARISONS[operator];
  const left = asVersion(one);
  const right = asVersion(other);
  if (comparison && isRunningVersion(left)) return compareWith(left.shape, comparison, right);
  if (comparison && isRunningVersion(right))
    return compareWith(right.shape, mirrorOperator(comparison), left);
  if (isRunningVersion(left) && (operator === NodeKind.TokenIn || operator === NodeKind.TokenNotIn)) {
    const constants = right.tag === "tuple" ? right.items.map(versionConstant) : [undefined];
    if (!constants.every((constant) => constant !== undefined)) return NOTHING_KNOWN;
    const truth = versionIsOneOf(left.shape, constants);
    return { truth: operator === NodeKind.TokenIn ? truth : negate(truth), outside: UNKNOWN_TRUTH };
  }
  return NOTHING_KNOWN;
}

function compareWith(shape: VersionShape, operator: ComparisonOperator, value: Value): Compared {
  const constant = versionConstant(value);
  if (constant === undefined) return NOTHING_KNOWN;
  return {
    truth: compareVersion(shape, operator, constant),
    outside: compareOutside(shape, operator, constant),
  };
}

const COMPARISONS: { readonly [kind in NodeKind]?: ComparisonOperator } = {
  [NodeKind.TokenLess]: "<",
  [NodeKind.TokenLessEqual]: "<=",
  [NodeKind.TokenEqualEqual]: "==",
  [NodeKind.TokenNotEqual]: "!=",
  [NodeKind.TokenGreater]: ">",
  [NodeKind.TokenGreaterEqual]: ">=",
};

/**
 * `"name" in dir(object)`, `in vars(object)`, `in object.__dict__`, `in inspect.signature(function).parameters`; undefined for
 * any other comparison.
 */
function memberTest(ctx: Context, operator: NodeKind, left: Value, right: NodeIndex): Truth | undefined {
  if (operator !== NodeKind.TokenIn && operator !== NodeKind.TokenNotIn) return undefined;
  if (left.tag !== "instance" || typeof left.constant !== "string") return undefined;
  const { constant } = left;
  const argument = listedObject(ctx, right);
  const truth =
    argument === NO_NODE
      ? truthOfParameter(ctx, right, constant)
      : ctx.silently(() => truthOfPresence(ctx, evaluate(ctx, argument), constant));
  return truth && operator === NodeKind.TokenNotIn ? negate(truth) : truth;
}

/** What of a signature lists the names of its parameters, by the function that gives it. */
const PARAMETER_LISTS: Readonly<Record<string, readonly string[] | undefined>> = {
  "inspect.signature": ["parameters"],
  "inspect.getfullargspec": ["args", "kwonlyargs"],
};

/** Whether a library function has a parameter, asked of its signature; undefined where it is not asked so. */
function truthOfParameter(ctx: Context, node: NodeIndex, name: string): Truth | undefined {
  const { tree } = ctx;
  const call = tree.kind(node) === NodeKind.Attribute ? tree.child(node, Field.Object) : NO_NODE;
  if (call === NO_NODE || tree.kind(call) !== NodeKind.Call) return undefined;
  const asked = ctx.silently(() => evaluate(ctx, tree.child(call, Field.Function)));
  const attribute = tree.textOf(tree.child(node, Field.Attribute));
  if (!PARAMETER_LISTS[pathOf(asked)]?.includes(attribute)) return undefined;
  const subject = tree.firstNamedChild(tree.child(call, Field.Arguments));
  const callee = subject === NO_NODE ? UNKNOWN : ctx.silently(() => evaluate(ctx, subject));
  if (callee.tag !== "symbol" && callee.tag !== "method") return UNKNOWN_TRUTH;
  const parameter = ctx.catalogue.parameter(callee.entry.id, name);
  return parameter ? presenceOf(parameter) : UNKNOWN_TRUTH;
}

/** The object whose names `dir(object)`, `vars(object)` or `object.__dict__` lists. */
function listedObject({ tree }: Context, node: NodeIndex): NodeIndex {
  if (tree.kind(node) === NodeKind.Attribute) {
    const attribute = tree.child(node, Field.Attribute);
    return attribute !== NO_NODE && tree.textOf(attribute) === "__dict__"
      ? tree.child(node, Field.Object)
      : NO_NODE;
  }
  if (tree.kind(node) !== NodeKind.Call) return NO_NODE;
  const callee = tree.textOf(tree.child(node, Field.Function));
  return callee === "dir" || callee === "vars"
    ? tree.firstNamedChild(tree.child(node, Field.Arguments))
    : NO_NODE;
}

/** `test is True` and `test == False`, where the test depends on the running Python. */
function truthTest(operator: NodeKind, left: Value, right: Value): Truth | undefined {
  if (left.tag !== "test" || right.tag !== "instance" || typeof right.constant !== "boolean")
    return undefined;
  const isSame = operator === NodeKind.TokenIs || operator === NodeKind.TokenEqualEqual;
  if (!isSame && operator !== NodeKind.TokenIsNot && operator !== NodeKind.TokenNotEqual) return undefined;
  return isSame === right.constant ? left.truth : negate(left.truth);
}

/** `value is None`, where the value is `None` on some minors and something else on others. */
function noneTest(operator: NodeKind, left: Value, right: Value): Truth | undefined {
  if (operator !== NodeKind.TokenIs && operator !== NodeKind.TokenIsNot) return undefined;
  if (right.tag !== "none") return undefined;
  if (left.tag === "version" || isAlwaysTrue(left)) return operator === NodeKind.TokenIs ? NEVER : ALWAYS;
  if (left.tag !== "union" || !left.on) return undefined;
  let yes = NO_MINORS;
  let no = NO_MINORS;
  for (const { value, on } of guardedMembers(left)) {
    if (value.tag === "none" || value.tag === "external") yes |= on;
    if (value.tag !== "none") no |= on;
  }
  return operator === NodeKind.TokenIs ? { yes, no } : { yes: no, no: yes };
}
