import type { FoundModule, ModuleRequest } from "../analysis";
import type { Scope } from "../binding/scopes";
import type { Entry } from "../catalogue/entry";
import type { Truth } from "../guard/truth";
import type { VersionShape } from "../guard/version-test";
import { ALL_MINORS, type MinorSet } from "../version";

/** What an expression may stand for, as far as it is understood. */
export type Value =
  | { readonly tag: "unknown" }
  | { readonly tag: "none" }
  /** Something of the standard library: a module, class, function, constant. */
  | { readonly tag: "symbol"; readonly entry: Entry }
  /** Something of another package, by its dotted path. */
  | { readonly tag: "external"; readonly path: string }
  /** A module of the project itself. */
  | ModuleValue
  /** A name that an import brings from a module of the project, until somebody reads it. */
  | { readonly tag: "imported"; readonly module: ModuleValue; readonly name: string }
  /** An object of a catalogued class. `constant` is the value of a literal. */
  | InstanceValue
  /** A tuple whose items are known one by one. */
  | { readonly tag: "tuple"; readonly items: readonly Value[] }
  /** A method taken from an object. */
  | { readonly tag: "method"; readonly entry: Entry; readonly receiver: Value }
  /** A class of this document or of another file of the project. */
  | ClassValue
  /** An object of such a class. */
  | ObjectValue
  /** A function of this document or of another file of the project. */
  | { readonly tag: "function"; readonly scope: Scope; readonly receiver: Value | undefined }
  /** `super()` inside a class of this document. */
  | { readonly tag: "super"; readonly of: ClassValue; readonly receiver: Value }
  /** What a coroutine function gives when called. */
  | { readonly tag: "awaitable"; readonly result: Value }
  /** The version of the running Python, or a part of it. */
  | { readonly tag: "version"; readonly shape: VersionShape }
  /** A decorator that takes what it stands on out of use on these minors: what `unittest.skipIf(...)` gives. */
  | { readonly tag: "skip"; readonly on: MinorSet }
  /** A truth value that depends on the running Python. */
  | { readonly tag: "test"; readonly truth: Truth }
  | UnionValue;

/** A module of the project, and the import that leads to it, from which its submodules are found. */
export interface ModuleValue {
  readonly tag: "module";
  readonly module: FoundModule;
  readonly request: ModuleRequest;
}

/** One of several values. */
export interface UnionValue {
  readonly tag: "union";
  readonly members: readonly Value[];
  /** For each member the minors on which the value can be that one; absent: on all. */
  readonly on?: readonly MinorSet[];
}

export interface InstanceValue {
  readonly tag: "instance";
  /** Canonical id of the class. */
  readonly classId: string;
  /** Type arguments; shorter than the class's parameters where they are not known. */
  readonly args: readonly Value[];
  readonly constant?: string | number | boolean;
}

/** An object of a class of the project. */
export interface ObjectValue {
  readonly tag: "object";
  readonly of: ClassValue;
}

export interface ClassValue {
  readonly tag: "class";
  readonly scope: Scope;
}

export const UNKNOWN: Value = { tag: "unknown" };
export const NONE: Value = { tag: "none" };

/** Union types wider than this are treated as unknown: no rule could agree on them anyway. */
const WIDEST_UNION = 8;

/** Makes the object of a catalogued class. */
export function instance(classId: string, args: readonly Value[] = NO_ARGUMENTS): InstanceValue {
  return { tag: "instance", classId, args };
}

const NO_ARGUMENTS: readonly Value[] = [];

/** Makes the value of a literal. */
export function constant(value: string | number | boolean): InstanceValue {
  if (typeof value === "boolean") return value ? TRUE : FALSE;
  const classId = typeof value === "string" ? "builtins.str" : "builtins.int";
  return { tag: "instance", classId, args: NO_ARGUMENTS, constant: value };
}

const TRUE: InstanceValue = { tag: "instance", classId: "builtins.bool", args: NO_ARGUMENTS, constant: true };
const FALSE: InstanceValue = {
  tag: "instance",
  classId: "builtins.bool",
  args: NO_ARGUMENTS,
  constant: false,
};

/**
 * Tells whether a name says that nobody changes a flag of that name: whether types are checked, or which of the two Pythons
 * runs. Any other may be set by whoever wants something else.
 */
export function isSettledFlag(name: string): boolean {
  return name === "TYPE_CHECKING" || name === "MYPY" || MAJOR_FLAG.test(name);
}

const MAJOR_FLAG = /^_*(?:is_?|on_?|have_?|has_?)?py(?:thon)?_?[23]$/i;

/** Joins what a value may be on several paths. Anything joined with the unknown is unknown. */
export function union(values: readonly Value[]): Value {
  const only = sharedValue(values);
  if (only) return only;
  const members: Value[] = [];
  for (const value of values) {
    if (value.tag === "unknown") return UNKNOWN;
    if (value.tag !== "union") addMember(members, value);
    else
      for (const part of value.members) {
        if (part.tag === "unknown") return UNKNOWN;
        addMember(members, part);
      }
  }
  if (members.length === 0 || members.length > WIDEST_UNION) return UNKNOWN;
  return members.length === 1 ? members[0] : { tag: "union", members };
}

/** What several values all are: mostly there is one, or they are alike. `undefined` where they are of several kinds. */
function sharedValue(values: readonly Value[]): Value | undefined {
  const first = values.length > 0 ? values[0] : UNKNOWN;
  if (first.tag === "unknown") return UNKNOWN;
  if (first.tag === "union") return undefined;
  for (let index = 1; index < values.length; index++) {
    const value = values[index];
    if (value.tag === "unknown") return UNKNOWN;
    if (!sameValue(first, value)) return undefined;
  }
  return first;
}

function addMember(members: Value[], value: Value): void {
  if (placeOf(members, value) < 0) members.push(value);
}

/** The type of a literal instead of its value. */
export function withoutConstant(value: Value): Value {
  return value.tag === "instance" && value.constant !== undefined ? instance(value.classId) : value;
}

/** The same for each of several values that something may be. */
export function withoutConstants(value: Value): Value {
  return value.tag === "union" ? union(value.members.map(withoutConstant)) : withoutConstant(value);
}

/** Tells whether something is a truth value, or may be one. */
export function isTruthValue(value: Value | undefined): boolean {
  if (value === undefined) return false;
  return membersOf(value).some(
    (each) => each.tag === "test" || (each.tag === "instance" && each.classId === "builtins.bool"),
  );
}

/** What is left to say of something that may be another one of its kind: nothing that a test could come out by. */
export function withoutVerdict(value: Value): Value {
  if (value.tag === "none") return UNKNOWN;
  if (value.tag !== "instance" || value.constant === undefined) return value;
  return typeof value.constant === "string" && value.constant !== "" ? value : instance(value.classId);
}

/** A value that something has on some minors only. */
export interface GuardedValue {
  readonly value: Value;
  readonly on: MinorSet;
}

/** Joins values that each belong to some minors, and remembers to which. */
export function guardedUnion(parts: readonly GuardedValue[]): Value {
  const first = parts.at(0);
  if (first && first.value.tag !== "union" && parts.every(({ value }) => sameValue(value, first.value)))
    return first.value;
  const members: Value[] = [];
  const on: MinorSet[] = [];
  for (const part of parts) {
    for (const { value, on: minors } of guardedMembers(part.value)) {
      if (value.tag === "unknown") return UNKNOWN;
      const known = placeOf(members, value);
      if (known >= 0) on[known] |= minors & part.on;
      else {
        if (members.length === WIDEST_UNION) return UNKNOWN;
        members.push(value);
        on.push(minors & part.on);
      }
    }
  }
  if (members.length <= 1 || on.every((minors) => minors === ALL_MINORS)) return union(members);
  return { tag: "union", members, on };
}

/** Where a value stands in a list; -1 where it does not. */
function placeOf(members: readonly Value[], value: Value): number {
  for (let place = 0; place < members.length; place++) if (sameValue(members[place], value)) return place;
  return -1;
}

/** The parts of a union with the minors of each. */
export function guardedMembers(value: Value): readonly GuardedValue[] {
  if (value.tag !== "union") return [{ value, on: ALL_MINORS }];
  return value.members.map((member, index) => ({ value: member, on: value.on?.[index] ?? ALL_MINORS }));
}

/** The parts of a union; a value that is no union is its only part. */
export function membersOf(value: Value): readonly Value[] {
  return value.tag === "union" ? value.members : [value];
}

/** The value without `None`, as after a test for it. */
export function withoutNone(value: Value): Value {
  if (value.tag !== "union") return value;
  return guardedUnion(guardedMembers(value).filter(({ value: member }) => member.tag !== "none"));
}

/** Tells whether two values stand for the same; where in doubt, they do not. */
export function sameValue(left: Value, right: Value): boolean {
  if (left === right) return true;
  switch (left.tag) {
    case "none":
      return right.tag === "none";
    case "symbol":
      return right.tag === "symbol" && left.entry.id === right.entry.id;
    case "external":
      return right.tag === "external" && left.path === right.path;
    case "instance":
      return (
        right.tag === "instance" &&
        left.classId === right.classId &&
        left.constant === right.constant &&
        sameList(left.args, right.args)
      );
    case "module":
      return right.tag === "module" && left.module.uri === right.module.uri;
    case "skip":
      return right.tag === "skip" && left.on === right.on;
    case "tuple":
      return right.tag === "tuple" && sameList(left.items, right.items);
    case "class":
      return right.tag === "class" && left.scope === right.scope;
    case "object":
      return right.tag === "object" && left.of.scope === right.of.scope;
    case "function":
      return right.tag === "function" && left.scope === right.scope;
    case "awaitable":
      return right.tag === "awaitable" && sameValue(left.result, right.result);
    default:
      return false;
  }
}

function sameList(left: readonly Value[], right: readonly Value[]): boolean {
  return left.length === right.length && left.every((value, index) => sameValue(value, right[index]));
}
