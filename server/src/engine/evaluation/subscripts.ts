import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Entry } from "../catalogue/entry";
import { ALL_MINORS } from "../version";
import { callResult } from "./call-result";
import type { Context } from "./context";
import { evaluate, evaluateChildren } from "./expressions";
import { valueOfSymbol } from "./library-symbols";
import { asTuple } from "./named-tuples";
import { memberOfEnumeration, specialResult } from "./protocols";
import { isClass, mapMembers } from "./types";
import { deriveItem } from "./version-values";
import { instance, type InstanceValue, UNKNOWN, type Value } from "./values";

/** Evaluates `value[index]`. */
export function evaluateSubscript(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const value = evaluate(ctx, tree.child(node, Field.Value));
  const indices: Value[] = [];
  let slice: NodeIndex = NO_NODE;
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    if (tree.field(child) !== Field.Subscript) continue;
    if (tree.kind(child) === NodeKind.Slice) slice = child;
    indices.push(evaluate(ctx, child));
  }
  if (value.tag === "symbol" && isClass(value.entry))
    useGeneric(ctx, value.entry, tree.child(node, Field.Value));
  return mapMembers(value, (member) => item(ctx, member, indices, slice));
}

/** Evaluates `list[int]` as the grammar has it inside of annotations. */
export function evaluateGenericType(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const named = tree.firstNamedChild(node);
  const value = evaluate(ctx, named);
  const list = tree.childOfKind(node, NodeKind.TypeParameter);
  if (list !== NO_NODE) evaluateChildren(ctx, list);
  if (value.tag === "symbol" && isClass(value.entry)) useGeneric(ctx, value.entry, named);
  return value;
}

/**
 * `list[int]` where it is evaluated: most classes take type arguments since 3.9 (PEP 585), some since later. `typing` had
 * its own from the start, and `type[int]` works without a method that one could ask for.
 */
function useGeneric(ctx: Context, owner: Entry, named: NodeIndex): void {
  if (owner.id.startsWith("typing.")) return;
  const { tree, catalogue } = ctx;
  const method = catalogue.member(owner.id, "__class_getitem__");
  const general = catalogue.lookup("syntax:class[...] subscript");
  const asUsual = owner.id === "builtins.type" || method?.available === general?.available;
  const entry = asUsual ? general : method;
  if (!entry || entry.available === ALL_MINORS) return;
  const attribute = tree.child(named, Field.Attribute);
  const at = attribute === NO_NODE ? named : attribute;
  ctx.use(entry, "operator", tree.start(at), tree.end(at));
}

function item(ctx: Context, value: Value, indices: readonly Value[], slice: NodeIndex): Value {
  switch (value.tag) {
    case "symbol":
      // `list[int]` stands for `list`.
      if (isClass(value.entry)) return value;
      return mapMembers(valueOfSymbol(ctx, value.entry), (held) =>
        held.tag === "instance" ? itemOfInstance(ctx, held, indices, slice) : UNKNOWN,
      );
    case "class": {
      const member = memberOfEnumeration(ctx, value);
      return member.tag === "unknown" ? value : member;
    }
    case "version":
      return itemOfVersion(ctx, value, indices, slice);
    case "tuple": {
      const index = indices[0]?.tag === "instance" ? indices[0].constant : undefined;
      if (typeof index === "number") return value.items.at(index) ?? UNKNOWN;
      return slice === NO_NODE ? UNKNOWN : instance("builtins.tuple");
    }
    case "object": {
      const tuple = asTuple(ctx, value);
      return tuple === value ? specialResult(ctx, value, "__getitem__") : item(ctx, tuple, indices, slice);
    }
    case "instance":
      return itemOfInstance(ctx, value, indices, slice);
    default:
      return UNKNOWN;
  }
}

const SEQUENCES = new Set([
  "builtins.str",
  "builtins.bytes",
  "builtins.bytearray",
  "builtins.list",
  "builtins.tuple",
]);

function itemOfInstance(
  ctx: Context,
  value: InstanceValue,
  indices: readonly Value[],
  slice: NodeIndex,
): Value {
  const sequence = SEQUENCES.has(value.classId);
  if (sequence && slice !== NO_NODE) return instance(value.classId, value.args);
  if (value.classId === "builtins.list" || value.classId === "builtins.tuple")
    return value.args[0] ?? UNKNOWN;
  if (value.classId === "builtins.str") return instance("builtins.str");
  if (value.classId === "builtins.dict") return value.args[1] ?? UNKNOWN;
  if (sequence) return instance("builtins.int");
  const method = ctx.catalogue.member(value.classId, "__getitem__");
  const index = slice === NO_NODE ? indices[0] : instance("builtins.slice");
  const call = { positional: [index], keywords: new Map<string, Value>(), open: false };
  return (method && callResult(ctx.catalogue, method, call, value)) ?? UNKNOWN;
}

/** `sys.version_info[1]` and `sys.version_info[:2]`. */
function itemOfVersion(
  ctx: Context,
  value: Extract<Value, { tag: "version" }>,
  indices: readonly Value[],
  slice: NodeIndex,
): Value {
  const { shape } = value;
  const derived = deriveItem(ctx, value, indices[0], slice) ?? UNKNOWN;
  if (shape.kind !== "tuple" && shape.kind !== "strings") return derived;
  if (slice !== NO_NODE) {
    const match = /^\s*0?\s*:\s*(\d+)\s*(?::\s*1?\s*)?$/.exec(ctx.tree.textOf(slice));
    if (!match) return derived;
    const length = Math.min(Number(match[1]), shape.length);
    return { tag: "version", shape: { kind: shape.kind, length } };
  }
  const index = indices[0]?.tag === "instance" ? indices[0].constant : undefined;
  if (typeof index !== "number" || shape.kind !== "tuple") return derived;
  const at = index < 0 ? index + shape.length : index;
  return at >= 0 && at < shape.length ? { tag: "version", shape: { kind: "part", index: at } } : UNKNOWN;
}
