import type { Scope } from "../binding/scopes";
import type { VersionShape } from "../guard/version-test";
import type { MinorSet } from "../version";
import { sameValue, type Value } from "./values";

/** Tells whether two values stand for the same to whoever uses them; unlike `sameValue`, it looks into every kind. */
export function sameAnswer(left: Value, right: Value): boolean {
  if (left === right) return true;
  switch (left.tag) {
    case "unknown":
      return right.tag === "unknown";
    case "instance":
      return (
        right.tag === "instance" &&
        left.classId === right.classId &&
        left.constant === right.constant &&
        sameAnswers(left.args, right.args)
      );
    case "function":
      return (
        right.tag === "function" && sameValue(left, right) && sameReceiver(left.receiver, right.receiver)
      );
    case "method":
      return (
        right.tag === "method" && left.entry === right.entry && sameAnswer(left.receiver, right.receiver)
      );
    case "super":
      return (
        right.tag === "super" && sameValue(left.of, right.of) && sameAnswer(left.receiver, right.receiver)
      );
    case "imported":
      return right.tag === "imported" && left.name === right.name && sameAnswer(left.module, right.module);
    case "module":
      return right.tag === "module" && sameValue(left, right) && sameRequest(left.request, right.request);
    case "tuple":
      return right.tag === "tuple" && sameAnswers(left.items, right.items);
    case "union":
      return (
        right.tag === "union" && sameAnswers(left.members, right.members) && sameMinors(left.on, right.on)
      );
    case "awaitable":
      return right.tag === "awaitable" && sameAnswer(left.result, right.result);
    case "version":
      return right.tag === "version" && sameShape(left.shape, right.shape);
    case "test":
      return right.tag === "test" && left.truth.yes === right.truth.yes && left.truth.no === right.truth.no;
    default:
      return sameValue(left, right);
  }
}

/** Tells whether a value gives away one of some functions, so that who has it can call that. */
export function holdsFunction(value: Value, functions: ReadonlySet<Scope>): boolean {
  switch (value.tag) {
    case "function":
      return (
        functions.has(value.scope) ||
        (value.receiver !== undefined && holdsFunction(value.receiver, functions))
      );
    case "tuple":
      return value.items.some((item) => holdsFunction(item, functions));
    case "union":
      return value.members.some((member) => holdsFunction(member, functions));
    case "instance":
      return value.args.some((arg) => holdsFunction(arg, functions));
    case "awaitable":
      return holdsFunction(value.result, functions);
    default:
      return false;
  }
}

function sameRequest(
  left: { readonly from: string; readonly level: number; readonly name: string },
  right: { readonly from: string; readonly level: number; readonly name: string },
): boolean {
  return left.from === right.from && left.level === right.level && left.name === right.name;
}

function sameShape(left: VersionShape, right: VersionShape): boolean {
  switch (left.kind) {
    case "derived":
      return right.kind === "derived" && left.on === right.on;
    case "part":
      return right.kind === "part" && left.index === right.index;
    case "hex":
      return right.kind === "hex";
    case "fixed":
      return right.kind === "fixed" && left.value.join() === right.value.join();
    default:
      return right.kind === left.kind && left.length === right.length;
  }
}

function sameMinors(left: readonly MinorSet[] | undefined, right: readonly MinorSet[] | undefined): boolean {
  return left && right ? left.every((minors, index) => minors === right[index]) : left === right;
}

function sameReceiver(left: Value | undefined, right: Value | undefined): boolean {
  return left && right ? sameAnswer(left, right) : left === right;
}

function sameAnswers(left: readonly Value[], right: readonly Value[]): boolean {
  return left.length === right.length && left.every((value, index) => sameAnswer(value, right[index]));
}
