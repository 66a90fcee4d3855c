import type { Catalogue } from "../catalogue/catalogue";
import type { Entry, Parameter } from "../catalogue/entry";
import { argumentFor, callResult } from "./call-result";
import { keepValue, typeFact } from "./type-facts";
import { classIdOf } from "./type-names";
import type { TypeExpression } from "./type-notation";
import { instance, type InstanceValue, membersOf, NONE, union, UNKNOWN, type Value } from "./values";

/** What a type fact is read against: who has the member, and what the call was given. */
export interface TypeArguments {
  /** The object whose member it is: `self` and, for its class's parameters, `$0`, `$1`. */
  readonly receiver?: Value;
  /** Type arguments of the class that defines the member. */
  readonly own?: readonly Value[];
  /** What the call was given: `@0`, `@key`. */
  readonly call?: CallArguments;
}

/** The values that a call was given. */
export interface CallArguments {
  /** Up to the first `*args`. */
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** More may be given by `*args` or `**kwargs`. */
  readonly open: boolean;
  /** The parameters of the function, to find an argument that may stand by position or by name. */
  readonly parameters?: readonly Parameter[];
}

/** Makes a value from a type fact; unknown where the fact says nothing that can be used. */
export function valueOfType(catalogue: Catalogue, type: string, args: TypeArguments): Value {
  const fact = typeFact(catalogue, type);
  if (fact.value) return fact.value;
  const value = fact.expression ? instantiate(catalogue, fact.expression, args) : UNKNOWN;
  keepValue(fact, value);
  return value;
}

/** The type arguments of an object, seen as an object of one of its base classes; what nothing tells has its default. */
export function argumentsFor(catalogue: Catalogue, value: InstanceValue, baseId: string): readonly Value[] {
  const base = findBase(catalogue, value, baseId, 0);
  if (!base) return [];
  const defaults = base.args.length === 0 ? catalogue.lookup(base.classId)?.type?.defaults : undefined;
  return defaults ? defaults.map((type) => valueOfType(catalogue, type, {})) : base.args;
}

/** Tells whether one catalogued class is another or inherits from it. */
export function isSubclass(catalogue: Catalogue, classId: string, baseId: string): boolean {
  return findBase(catalogue, instance(classId), baseId, 0) !== undefined;
}

/** The id of the class that an entry is a member of: `builtins.dict` for `builtins.dict.items`. */
export function ownerOf(id: string): string {
  const parameters = id.indexOf("(");
  if (parameters > 0) return id.slice(0, parameters);
  const dot = id.lastIndexOf(".");
  return dot < 0 ? "" : id.slice(0, dot);
}

/** What an attribute of an object holds; for a method, what calling it without arguments gives. */
export function memberResult(catalogue: Catalogue, entry: Entry, receiver: InstanceValue): Value {
  const type = entry.type?.type;
  if (type === undefined) return callResult(catalogue, entry, NO_ARGUMENTS, receiver) ?? UNKNOWN;
  const own = argumentsFor(catalogue, receiver, ownerOf(entry.id));
  return valueOfType(catalogue, type, { receiver, own });
}

const NO_ARGUMENTS: CallArguments = { positional: [], keywords: new Map(), open: false };

/** What a call of one of an object's special methods gives: (`dict`, `__iter__`). */
export function specialMethodResult(catalogue: Catalogue, receiver: InstanceValue, name: string): Value {
  const entry = catalogue.member(receiver.classId, name);
  return entry ? memberResult(catalogue, entry, receiver) : UNKNOWN;
}

/** What a `for` loop over a value binds. */
export function elementOf(catalogue: Catalogue, value: Value): Value {
  return mapMembers(present(heldBy(catalogue, value)), (member) => {
    if (member.tag === "tuple") return union(member.items);
    if (member.tag !== "instance") return UNKNOWN;
    const iterator = specialMethodResult(catalogue, member, "__iter__");
    if (iterator.tag !== "unknown") return iteratorElement(catalogue, iterator, "__next__");
    const item = firstArgumentOf(catalogue, member, "collections.abc.Iterable");
    return item.tag === "unknown" ? specialMethodResult(catalogue, member, "__next__") : item;
  });
}

/** What an `async for` loop over a value binds. */
export function asyncElementOf(catalogue: Catalogue, value: Value): Value {
  return mapMembers(value, (member) => {
    if (member.tag !== "instance") return UNKNOWN;
    const iterator = specialMethodResult(catalogue, member, "__aiter__");
    return iterator.tag === "unknown"
      ? firstArgumentOf(catalogue, member, "collections.abc.AsyncIterable")
      : awaited(catalogue, iteratorElement(catalogue, iterator, "__anext__"));
  });
}

/** What `with value as name` binds. */
export function enteredBy(catalogue: Catalogue, value: Value, asynchronous: boolean): Value {
  return mapMembers(value, (member) => {
    if (member.tag !== "instance") return UNKNOWN;
    const entered = specialMethodResult(catalogue, member, asynchronous ? "__aenter__" : "__enter__");
    return asynchronous ? awaited(catalogue, entered) : entered;
  });
}

/** What `await value` gives. */
export function awaited(catalogue: Catalogue, value: Value): Value {
  return mapMembers(value, (member) => {
    if (member.tag === "awaitable") return member.result;
    if (member.tag !== "instance") return UNKNOWN;
    if (AWAITED_LAST.has(member.classId)) return member.args[member.args.length - 1] ?? UNKNOWN;
    const generator = specialMethodResult(catalogue, member, "__await__");
    return generator.tag === "instance" ? (generator.args[2] ?? UNKNOWN) : UNKNOWN;
  });
}

/** A union without `None`, of which the code that uses it thinks that it is not there. */
function present(value: Value): Value {
  if (value.tag !== "union" || value.members.every((member) => member.tag !== "none")) return value;
  return union(value.members.filter((member) => member.tag !== "none"));
}

/** What the name of a library object holds (`os.environ`, `sys.stdin`); any other value is itself. */
export function heldBy(catalogue: Catalogue, value: Value): Value {
  if (value.tag !== "symbol" || isDefinition(value.entry)) return value;
  const type = value.entry.type?.type;
  return type === undefined ? UNKNOWN : valueOfType(catalogue, type, {});
}

/** Tells whether an entry is a module, class, function or method, and no object that one of them holds. */
export function isDefinition(entry: Entry): boolean {
  return isClass(entry) || ["module", "function", "method"].includes(entry.kind);
}

/** Maps every member of a union and joins the results. */
export function mapMembers(value: Value, map: (member: Value) => Value): Value {
  return value.tag === "union" ? union(membersOf(value).map(map)) : map(value);
}

const AWAITED_LAST = new Set(["collections.abc.Coroutine", "collections.abc.Awaitable"]);

/** What the bases of a class promise of it where the class tells no more by itself: `Mapping[K, V]` iterates over `K`. */
function firstArgumentOf(catalogue: Catalogue, value: InstanceValue, baseId: string): Value {
  return argumentsFor(catalogue, value, baseId).at(0) ?? UNKNOWN;
}

function iteratorElement(catalogue: Catalogue, iterator: Value, next: string): Value {
  return mapMembers(iterator, (member) => {
    if (member.tag !== "instance") return UNKNOWN;
    const result = specialMethodResult(catalogue, member, next);
    return result.tag === "unknown" ? (member.args[0] ?? UNKNOWN) : result;
  });
}

function instantiate(catalogue: Catalogue, type: TypeExpression, args: TypeArguments): Value {
  switch (type.kind) {
    case "union":
      return union(presentOf(type.members, args).map((member) => instantiate(catalogue, member, args)));
    case "name":
      return instantiateName(catalogue, type.name, type.args, args);
    default:
      return UNKNOWN;
  }
}

/** `max(...)` gives an item or the `default`: an argument that was not given is no part of what comes out. */
function presentOf(members: readonly TypeExpression[], { call }: TypeArguments): readonly TypeExpression[] {
  if (!call || call.open) return members;
  const isAbsent = (member: TypeExpression): boolean =>
    member.kind === "name" &&
    member.name.startsWith("@") &&
    /^@[a-z]\w*$/.test(member.name) &&
    argumentFor(call, undefined, member.name.slice(1)) === undefined;
  if (!members.some(isAbsent)) return members;
  const present = members.filter((member) => !isAbsent(member));
  return present.length > 0 ? present : members;
}

function instantiateName(
  catalogue: Catalogue,
  name: string,
  typeArgs: readonly TypeExpression[],
  args: TypeArguments,
): Value {
  if (name === "None") return NONE;
  if (name === "self") return args.receiver ?? UNKNOWN;
  if (name[0] === "$") return args.own?.[Number(name.slice(1))] ?? UNKNOWN;
  if (name[0] === "@") return argumentType(catalogue, name.slice(1), args.call ?? NO_ARGUMENTS);
  const id = classIdOf(name);
  const values = typeArgs.map((arg) => instantiate(catalogue, arg, args));
  if (id === "builtins.tuple" && typeArgs.length > 0 && !isVariadic(typeArgs))
    return { tag: "tuple", items: values };
  if (id === "builtins.type") return classObject(catalogue, typeArgs);
  const entry = catalogue.lookup(id);
  return entry && hasObjects(catalogue, entry) ? instance(entry.id, values) : UNKNOWN;
}

/** Tells whether there are objects that go by a name: of a class, or of a function that stands for one (`threading.RLock`). */
export function hasObjects(catalogue: Catalogue, entry: Entry): boolean {
  return isClass(entry) || (entry.kind === "function" && catalogue.members(entry.id).length > 0);
}

/** `type[X]` is the class itself. */
function classObject(catalogue: Catalogue, typeArgs: readonly TypeExpression[]): Value {
  const [only] = typeArgs;
  if (only?.kind !== "name" || only.args.length > 0) return instance("builtins.type");
  const entry = catalogue.lookup(only.name.includes(".") ? only.name : `builtins.${only.name}`);
  return entry ? { tag: "symbol", entry } : UNKNOWN;
}

function isVariadic(typeArgs: readonly TypeExpression[]): boolean {
  const last = typeArgs[typeArgs.length - 1];
  return last.kind === "name" && last.name === "...";
}

/** `@1` is the type of the second argument, `@key` that of a keyword, and each step behind a dot leads on from there. */
function argumentType(catalogue: Catalogue, path: string, call: CallArguments): Value {
  const [first, ...steps] = path.split(".");
  const position = /^\d+$/.test(first) ? Number(first) : undefined;
  let value = argumentFor(call, position, position === undefined ? first : undefined) ?? UNKNOWN;
  for (const step of steps) value = stepInto(catalogue, value, step);
  // The type of an argument is wanted, not the literal that was given.
  return value.tag === "instance" && value.constant !== undefined
    ? instance(value.classId, value.args)
    : value;
}

function stepInto(catalogue: Catalogue, value: Value, step: string): Value {
  switch (step) {
    case "await":
      return awaited(catalogue, value);
    case "new":
      return mapMembers(value, newObject);
    case "__enter__":
    case "__aenter__":
      return enteredBy(catalogue, value, step === "__aenter__");
    case "call":
      return mapMembers(value, (member) =>
        member.tag === "symbol" && isClass(member.entry) ? newObject(member) : UNKNOWN,
      );
    default:
      if (!step.startsWith("__")) return typeArgumentOf(catalogue, value, Number(step));
      return mapMembers(value, (member) =>
        member.tag === "instance" ? specialMethodResult(catalogue, member, step) : UNKNOWN,
      );
  }
}

/** What iterating gives; of anything that cannot be iterated, its type argument. */
function typeArgumentOf(catalogue: Catalogue, value: Value, index: number): Value {
  return mapMembers(heldBy(catalogue, value), (member) => {
    if (member.tag === "tuple") return index === 0 ? union(member.items) : UNKNOWN;
    if (member.tag === "awaitable") return member.result;
    if (member.tag !== "instance") return UNKNOWN;
    const element = index === 0 ? elementOf(catalogue, member) : UNKNOWN;
    if (element.tag !== "unknown") return element;
    if (isSubclass(catalogue, member.classId, "collections.abc.Mapping")) {
      return argumentsFor(catalogue, member, "collections.abc.Mapping")[index] ?? UNKNOWN;
    }
    return member.args[index] ?? UNKNOWN;
  });
}

function newObject(value: Value): Value {
  if (value.tag === "class") return { tag: "object", of: value };
  return value.tag === "symbol" && isClass(value.entry) ? instance(value.entry.id) : UNKNOWN;
}

/** Tells whether an entry is a class, exceptions included. */
export function isClass(entry: Entry): boolean {
  return entry.kind === "class" || entry.kind === "exception";
}

function findBase(
  catalogue: Catalogue,
  value: InstanceValue,
  baseId: string,
  depth: number,
): InstanceValue | undefined {
  if (value.classId === baseId) return value;
  if (depth > 20) return undefined;
  for (const base of catalogue.lookup(value.classId)?.type?.bases ?? []) {
    const seen = valueOfType(catalogue, base, { receiver: value, own: value.args });
    if (seen.tag !== "instance" || seen.classId === value.classId) continue;
    const found = findBase(catalogue, seen, baseId, depth + 1);
    if (found) return found;
  }
  return undefined;
}
