import {
  type Release,
  UNKNOWN_PART,
  valueOn,
  type VersionConstant,
  type VersionShape,
} from "../guard/version-test";
import type { Context } from "./context";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { constant, instance, type InstanceValue, type Value } from "./values";
import { CONVERSIONS, convertEach, operate, releaseOf, TEXT_METHODS } from "./version-arithmetic";

/** A value made from the version of the running Python. */
export type VersionValue = Extract<Value, { tag: "version" }>;

/** A release on which the type of a version value can be seen. */
const SAMPLE: Release = [3, 8, 0];

/** The text that `sys.version` begins with; what follows the blank differs from build to build. */
export const VERSION_TEXT: VersionShape = {
  kind: "derived",
  on: ([major, minor, micro]) => `${major}.${minor}.${micro} (main, `,
};

/** What `platform.python_version()` gives. */
export const VERSION_NUMBER: VersionShape = { kind: "derived", on: (release) => release.join(".") };

/** Tells whether a value is made from the version of the running Python, and none that the code writes down. */
export function isRunningVersion(value: Value): value is VersionValue {
  return value.tag === "version" && value.shape.kind !== "fixed";
}

/** The literal that a value is, a tuple of them, or a version written down; `undefined` for anything else. */
export function versionConstant(value: Value): VersionConstant | undefined {
  if (value.tag === "version") return value.shape.kind === "fixed" ? value.shape.value : undefined;
  if (value.tag === "instance") return typeof value.constant === "boolean" ? undefined : value.constant;
  if (value.tag !== "tuple") return undefined;
  const parts = value.items.map((item) => (item.tag === "instance" ? item.constant : undefined));
  return parts.every((part) => typeof part === "number" || typeof part === "string") ? parts : undefined;
}

/** A tuple with parts of the version in it, as a version value; other values as they are. */
export function asVersion(value: Value): Value {
  if (value.tag !== "tuple" || !value.items.some(({ tag }) => tag === "version")) return value;
  return (
    derive(value.items, (items) => (items.every((item) => typeof item !== "object") ? items : undefined)) ??
    value
  );
}

/** Works something out from values of which one at least is made from the version; `undefined` for any others. */
export function derive(
  values: readonly Value[],
  make: (constants: VersionConstant[]) => VersionConstant | undefined,
): VersionValue | undefined {
  const given = values.map((value) => {
    const inner = asVersion(value);
    return isRunningVersion(inner) ? inner : versionConstant(inner);
  });
  if (!given.some((each) => isVersion(each)) || given.some((each) => each === undefined)) return undefined;
  const on = (release: Release): VersionConstant | undefined => {
    const constants = given.map((each) => (isVersion(each) ? valueOn(each.shape, release) : each));
    return constants.every((each) => each !== undefined) ? make(constants) : undefined;
  };
  return { tag: "version", shape: { kind: "derived", on } };
}

/** An operator between values made from the version; `undefined` where it is none of them. */
export function deriveBinary(operator: string, left: Value, right: Value): VersionValue | undefined {
  if (left.tag !== "version" && right.tag !== "version") return undefined;
  return derive([left, withUnknownParts(operator, right)], ([a, b]) => operate(operator, a, b));
}

/** A tuple that is put behind a version may have items that nobody knows; those before them still tell. */
function withUnknownParts(operator: string, value: Value): Value {
  if (operator !== "+" || value.tag !== "tuple") return value;
  const items = value.items.map((item): Value => {
    const isKnown = item.tag === "version" || versionConstant(item) !== undefined;
    return isKnown ? item : { tag: "instance", classId: "builtins.int", args: [], constant: UNKNOWN_PART };
  });
  return { tag: "tuple", items };
}

/** A call of a builtin function with a value made from the version. */
export function deriveCall(path: string, args: readonly Value[]): Value | undefined {
  const [first, second] = args;
  if (path === "builtins.map") return first && second && deriveMap(first, second);
  const make = CONVERSIONS[path];
  return first && make && args.length === 1 ? derive([first], ([value]) => make(value)) : undefined;
}

/** A call of a method of a text made from the version. */
export function deriveMethod(path: string, receiver: Value, args: readonly Value[]): Value | undefined {
  const make = TEXT_METHODS[path];
  return (
    make &&
    derive([receiver, ...args], ([text, ...rest]) =>
      typeof text === "string" ? make(text, rest) : undefined,
    )
  );
}

/** Functions and classes of packages that make a version of a text. */
const VERSION_MAKER =
  /(?:^|\.)(?:packaging\.version\.(?:parse|Version)|parse_version|LooseVersion|StrictVersion)$/;

/** `Version(platform.python_version())` and `Version("3.8")`, whichever package it is of; `undefined` for other calls. */
export function packagedVersion(path: string, args: readonly Value[]): VersionValue | undefined {
  if (args.length !== 1 || !VERSION_MAKER.test(path)) return undefined;
  const [text] = args;
  if (isRunningVersion(text)) return derive([text], ([value]) => releaseOf(value));
  const value = releaseOf(versionConstant(text));
  return value && { tag: "version", shape: { kind: "fixed", value } };
}

const PARTS_OF_PACKAGED = ["major", "minor", "micro"];

/** `Version(platform.python_version()).minor` and `.release`; `undefined` for anything else of any other version. */
export function partOfPackagedVersion(version: VersionValue, name: string): VersionValue | undefined {
  if (version.shape.kind !== "derived" || typeof valueOn(version.shape, SAMPLE) !== "object")
    return undefined;
  if (name === "release") return version;
  const index = PARTS_OF_PACKAGED.indexOf(name);
  return index < 0
    ? undefined
    : derive([version], ([parts]) => (typeof parts === "object" ? parts[index] : undefined));
}

/** The text of an f-string from the values in it and the texts around them, where one of them is of the version. */
export function deriveText(texts: readonly string[], values: readonly Value[]): VersionValue | undefined {
  if (!values.some(isRunningVersion)) return undefined;
  return derive(values, (constants) => {
    if (constants.some((each) => typeof each === "object")) return undefined;
    return constants.reduce<string>((text, each, index) => text + String(each) + texts[index + 1], texts[0]);
  });
}

/** `[str(part) for part in sys.version_info]`: what a call of a builtin function makes of each part. */
export function deriveEach(callee: Value, parts: Value): VersionValue | undefined {
  return isRunningVersion(parts) ? deriveMap(callee, parts) : undefined;
}

/** `version[index]` and `version[start:end]`. */
export function deriveItem(
  ctx: Context,
  value: VersionValue,
  index: Value | undefined,
  slice: NodeIndex,
): VersionValue | undefined {
  if (slice === NO_NODE) {
    const at = index && versionConstant(index);
    if (typeof at !== "number") return undefined;
    return derive([value], ([sequence]) => (typeof sequence === "number" ? undefined : sequence.at(at)));
  }
  const match = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*1?\s*)?$/.exec(ctx.tree.textOf(slice));
  if (!match) return undefined;
  const start = Number(match[1] ?? 0);
  const end = match[2] === undefined ? undefined : Number(match[2]);
  return derive([value], ([sequence]) =>
    typeof sequence === "number" ? undefined : sequence.slice(start, end),
  );
}

/** The object that a version value is, whatever its value. */
export function typeOfVersion({ shape }: VersionValue): InstanceValue | undefined {
  const sample = valueOn(shape, SAMPLE);
  if (sample === undefined) return undefined;
  if (typeof sample === "object") return instance("builtins.tuple");
  if (typeof sample === "string") return instance("builtins.str");
  return instance(Number.isInteger(sample) ? "builtins.int" : "builtins.float");
}

/** The items of a list or set display: the right side of `in`. */
export function itemsOf(
  ctx: Context,
  node: NodeIndex,
  evaluate: (node: NodeIndex) => Value,
): Value[] | undefined {
  const { tree } = ctx;
  switch (tree.kind(node)) {
    case NodeKind.ParenthesizedExpression:
      return itemsOf(ctx, tree.firstNamedChild(node), evaluate);
    case NodeKind.List:
    case NodeKind.Set:
    case NodeKind.Tuple:
      return tree.namedChildren(node).map(evaluate);
    case NodeKind.Call:
      return copiedItems(ctx, node, evaluate) ?? rangeItems(ctx, node, evaluate);
    default:
      return undefined;
  }
}

/** What `frozenset([...])` takes over from a display; `undefined` for other calls. */
function copiedItems(
  ctx: Context,
  call: NodeIndex,
  evaluate: (node: NodeIndex) => Value,
): Value[] | undefined {
  const { tree } = ctx;
  if (!/^(?:frozenset|set|tuple|list)$/.test(tree.textOf(tree.child(call, Field.Function)))) return undefined;
  const [only, ...others] = tree.namedChildren(tree.child(call, Field.Arguments));
  return only === undefined || others.length > 0 ? undefined : itemsOf(ctx, only, evaluate);
}

/** The numbers of `range(9, 20)`; `undefined` for other calls, and for more numbers than versions have. */
function rangeItems(
  { tree }: Context,
  call: NodeIndex,
  evaluate: (node: NodeIndex) => Value,
): Value[] | undefined {
  if (tree.textOf(tree.child(call, Field.Function)) !== "range") return undefined;
  const bounds = tree
    .namedChildren(tree.child(call, Field.Arguments))
    .map((each) => versionConstant(evaluate(each)));
  const [first, second = 0, ...more] = bounds;
  if (typeof first !== "number" || typeof second !== "number" || more.length > 0) return undefined;
  const [from, to] = bounds.length === 1 ? [0, first] : [first, second];
  return to - from > LONGEST_RANGE
    ? undefined
    : Array.from({ length: Math.max(0, to - from) }, (_, step) => constant(from + step));
}

const LONGEST_RANGE = 200;

function isVersion(value: VersionValue | VersionConstant | undefined): value is VersionValue {
  return typeof value === "object" && "tag" in value;
}

function deriveMap(callee: Value, values: Value): VersionValue | undefined {
  const make = callee.tag === "symbol" ? CONVERSIONS[callee.entry.id] : undefined;
  return (
    make && derive([values], ([items]) => (typeof items === "object" ? convertEach(items, make) : undefined))
  );
}
