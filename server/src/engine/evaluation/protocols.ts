import { callResult } from "./call-result";
import type { Context } from "./context";
import { returnValueOf } from "./functions";
import { isEnumeration, resolveMember } from "./members";
import { asyncElementOf, awaited, elementOf, enteredBy, mapMembers } from "./types";
import { type ObjectValue, sameValue, UNKNOWN, type Value, withoutNone, withoutVerdict } from "./values";

/** What a `for` loop over a value binds, objects of the project's own classes included. */
export function iterated(ctx: Context, value: Value): Value {
  if (value.tag === "object") return elementOfObject(ctx, value);
  if (value.tag === "class") return memberOfEnumeration(ctx, value);
  if (value.tag === "union" && value.members.some(isOwn))
    return mapMembers(withoutNone(value), (member) => iterated(ctx, member));
  return elementOf(ctx.catalogue, value);
}

/** What an `async for` loop over a value binds. */
export function iteratedAsynchronously(ctx: Context, value: Value): Value {
  if (value.tag !== "object") return asyncElementOf(ctx.catalogue, value);
  const iterator = specialResult(ctx, value, "__aiter__");
  return iterator.tag === "object"
    ? awaited(ctx.catalogue, specialResult(ctx, iterator, "__anext__"))
    : asyncElementOf(ctx.catalogue, iterator);
}

/** What `with value as name` binds. */
export function entered(ctx: Context, value: Value, asynchronous: boolean): Value {
  if (value.tag !== "object") return enteredBy(ctx.catalogue, value, asynchronous);
  const result = specialResult(ctx, value, asynchronous ? "__aenter__" : "__enter__");
  return asynchronous ? awaited(ctx.catalogue, result) : result;
}

/**
 * What calling a special method of an object of the project gives, be it of its own class or of one that it inherits from;
 * unknown where nothing is known of the method. A method that gives back the object itself gives this very object.
 */
export function specialResult(ctx: Context, object: ObjectValue, name: string): Value {
  const { value } = resolveMember(ctx, object, name);
  if (value.tag === "function") {
    const owner = value.scope.parent;
    return mapResult(withoutVerdict(returnValueOf(ctx, value.scope)), (result) =>
      result.tag === "object" && result.of.scope === owner ? object : result,
    );
  }
  if (value.tag !== "method" || value.receiver.tag !== "instance") return UNKNOWN;
  const { receiver } = value;
  const given = callResult(ctx.catalogue, value.entry, NO_ARGUMENTS, receiver) ?? UNKNOWN;
  return mapResult(given, (result) => (sameValue(result, receiver) ? object : result));
}

/** What looking up a member of an enumeration by its name gives, and iterating over it; unknown for any other class. */
export function memberOfEnumeration(ctx: Context, of: Extract<Value, { tag: "class" }>): Value {
  return isEnumeration(ctx, of, 0) ? { tag: "object", of } : UNKNOWN;
}

const NO_ARGUMENTS = { positional: [], keywords: new Map<string, Value>(), open: false };

function elementOfObject(ctx: Context, object: ObjectValue): Value {
  return mapMembers(specialResult(ctx, object, "__iter__"), (iterator) =>
    iterator.tag === "object" ? specialResult(ctx, iterator, "__next__") : elementOf(ctx.catalogue, iterator),
  );
}

/** Maps what a call gives, or what awaiting it does. */
function mapResult(value: Value, map: (result: Value) => Value): Value {
  return value.tag === "awaitable" ? { tag: "awaitable", result: map(value.result) } : map(value);
}

function isOwn({ tag }: Value): boolean {
  return tag === "object" || tag === "class";
}
