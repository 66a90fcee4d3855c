import { ALWAYS, both, either, NEVER, type Truth } from "../guard/truth";
import type { NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS } from "../version";
import { valueOfTypeText } from "./annotations";
import { useParameters } from "./called-parameters";
import { type Arguments, pathOf } from "./calls";
import { testValue, truthOf, truthOfPresence } from "./conditions";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { scopeAt } from "./functions";
import { ownModule } from "./imports";
import { inheritedEntry, resolveMember } from "./members";
import { truthOfSystemPrefix } from "./platforms";
import { guardedUnion, instance, NONE, union, UNKNOWN, type Value, withoutConstants } from "./values";
import { deriveCall, deriveMethod, itemsOf, packagedVersion, VERSION_NUMBER } from "./version-values";

/** Decorators that take a function out of use where a condition holds (`skipIf`) or does not (`skipUnless`). */
const SKIPS_WHERE: Readonly<Record<string, boolean>> = {
  "unittest.skipIf": true,
  "pytest.mark.skipif": true,
  // A test that is expected to fail there may do so for any reason.
  "pytest.mark.xfail": true,
  "unittest.skipUnless": false,
};

/**
 * Calls that the analysis understands by themselves: `hasattr`, `getattr`, `super`, `type`, what skips tests, and what tells
 * of the version. `undefined` for every other call, and where the arguments tell nothing.
 */
export function specialCall(
  ctx: Context,
  node: NodeIndex,
  callee: Value,
  args: Arguments,
): Value | undefined {
  const path = pathOf(callee);
  // A list of the values alone would be made for every call of something known.
  const { positional } = args;
  const first = positional.length > 0 ? positional[0].value : undefined;
  const second = positional.length > 1 ? positional[1].value : undefined;
  const third = positional.length > 2 ? positional[2].value : undefined;
  switch (path) {
    case "builtins.hasattr":
    case "builtins.getattr": {
      const name = textOf(second);
      if (!first || name === undefined) return undefined;
      if (path === "builtins.hasattr") return testValue(truthOfPresence(ctx, first, name));
      return third
        ? memberOr(ctx, first, name, third)
        : memberByName(ctx, first, name, args.positional[1].node);
    }
    case "importlib.import_module":
    case "builtins.__import__":
      return importedBy(ctx, path, args);
    case "importlib.util.find_spec":
      return specOf(ctx, textOf(first));
    case "builtins.bool":
      return first && args.positional.length === 1 ? testValue(truthOf(first)) : undefined;
    case "builtins.str.startswith": {
      const truth = first && truthOfSystemPrefix(ctx, node, first);
      return truth ? testValue(truth) : specialVersionCall(path, callee, args);
    }
    case "builtins.all":
    case "builtins.any":
      return first && positional.length === 1
        ? truthOfItems(ctx, path, positional[0].node, first)
        : undefined;
    case "builtins.dict":
      return dictOfKeywords(args);
    case "builtins.round":
      return rounded(first, args);
    case "builtins.callable":
      return first?.tag === "union" && first.on ? testValue(truthOf(first)) : undefined;
    case "builtins.super":
      return first ? superOf(first, args.positional.length) : superValue(ctx, node);
    case "builtins.type":
      return first && positional.length === 1 ? classOfValue(ctx, first) : undefined;
    case "typing.TypeVar":
      return typeVariable(args);
    case "typing.NewType":
      return second && positional.length === 2 ? instance("typing.NewType", [second]) : undefined;
    case "typing.cast": {
      const type = textOf(first);
      return type === undefined ? undefined : valueOfTypeText(ctx, type);
    }
    case "functools.partial":
    case "functools.partialmethod":
      // The keywords are for the function that is given, whenever that is called.
      if (first) {
        useParameters(ctx, node, first, { ...args, positional: args.positional.slice(1), open: true });
      }
      return undefined;
    case "pytest.mark.skipif":
    case "pytest.mark.xfail":
    case "unittest.skipIf":
    case "unittest.skipUnless": {
      const condition = first ?? args.keywords.find(({ name }) => name === "condition")?.value;
      return condition && skipValue(truthOf(condition), SKIPS_WHERE[path]);
    }
    case "pytest.mark.skip":
    case "unittest.skip":
      return { tag: "skip", on: ALL_MINORS };
    case "platform.python_version":
      return { tag: "version", shape: VERSION_NUMBER };
    case "platform.python_version_tuple":
      return { tag: "version", shape: { kind: "strings", length: 3 } };
    default:
      return specialVersionCall(path, callee, args);
  }
}

/** `all([...])` and `any((...))` of tests that are written out. */
function truthOfItems(ctx: Context, path: string, node: NodeIndex, value: Value): Value | undefined {
  const listed = value.tag === "tuple" ? value.items : undefined;
  const items = listed ?? ctx.silently(() => itemsOf(ctx, node, (each) => evaluate(ctx, each)));
  if (!items) return undefined;
  const truths = items.map(truthOf);
  return testValue(
    path === "builtins.all"
      ? truths.reduce((all, one) => both(all, one), ALWAYS)
      : truths.reduce((any, one) => either(any, one), NEVER),
  );
}

/** What `importlib.util.find_spec` gives for a module that is there. */
const SPEC = "importlib.machinery.ModuleSpec";

/** The text that a value is known to be. */
function textOf(value: Value | undefined): string | undefined {
  const constant = value?.tag === "instance" ? value.constant : undefined;
  return typeof constant === "string" ? constant : undefined;
}

/** `getattr(object, "name")` is `object.name`, and fails where that does. */
function memberByName(ctx: Context, object: Value, name: string, node: NodeIndex): Value {
  const { value, entry, forgiven } = resolveMember(ctx, object, name);
  if (entry && entry.kind !== "module")
    ctx.use(entry, "attribute", ctx.tree.start(node), ctx.tree.end(node), forgiven);
  return value;
}

/** `getattr(object, "name", otherwise)`. */
function memberOr(ctx: Context, object: Value, name: string, otherwise: Value): Value {
  const { value, entry } = resolveMember(ctx, object, name);
  // A name that the library has nowhere is somebody's way to override what the default says.
  const isOverride = !entry && object.tag === "symbol" && object.entry.kind === "module";
  if (isOverride && otherwise.tag === "test") return otherwise;
  if (!entry) return inheritedOr(ctx, object, name, otherwise) ?? union([value, otherwise]);
  return guardedUnion([
    { value, on: entry.available },
    { value: otherwise, on: ALL_MINORS & ~entry.available },
  ]);
}

/** The same for what an object has from the library, if nothing of its own. */
function inheritedOr(ctx: Context, object: Value, name: string, otherwise: Value): Value | undefined {
  const entry = object.tag === "object" ? inheritedEntry(ctx, object.of, name) : undefined;
  if (entry?.kind !== "method") return undefined;
  return guardedUnion([
    { value: { tag: "method", entry, receiver: object }, on: ALL_MINORS },
    { value: otherwise, on: ALL_MINORS & ~entry.available },
  ]);
}

/** `importlib.import_module("name")` and `__import__("name")`, which gives the package of a submodule. */
function importedBy(ctx: Context, path: string, { positional, open }: Arguments): Value | undefined {
  const [first, ...others] = positional;
  const name = textOf(first?.value);
  if (name === undefined || open || (others.length > 0 && path === "importlib.import_module"))
    return undefined;
  if (!ctx.catalogue.isModule(name) || ownModule(ctx, 0, name)) return undefined;
  const entry = ctx.catalogue.lookup(name);
  if (!entry) return undefined;
  ctx.use(entry, "import", ctx.tree.start(first.node), ctx.tree.end(first.node));
  return path === "builtins.__import__" && name.includes(".") ? undefined : { tag: "symbol", entry };
}

/** The specification of a module of the library is there on the Pythons that have the module. */
function specOf(ctx: Context, name: string | undefined): Value | undefined {
  if (name === undefined || !ctx.catalogue.isModule(name)) return undefined;
  const module = ctx.catalogue.lookup(name);
  if (!module || module.available === ALL_MINORS) return undefined;
  return guardedUnion([
    { value: instance(SPEC), on: module.available },
    { value: NONE, on: ALL_MINORS & ~module.available },
  ]);
}

function specialVersionCall(path: string, callee: Value, { positional }: Arguments): Value | undefined {
  const values = positional.map(({ value }) => value);
  if (callee.tag === "method") return deriveMethod(path, callee.receiver, values);
  return deriveCall(path, values) ?? packagedVersion(path, values);
}

/** Only where it is sure that the decorated is skipped. */
function skipValue({ yes, no }: Truth, where: boolean): Value {
  return { tag: "skip", on: where ? yes & ~no : no & ~yes };
}

/** `super()` inside of a method. */
function superValue(ctx: Context, node: NodeIndex): Value {
  let method = scopeAt(ctx, node);
  while (method.parent && method.parent.kind !== "class") method = method.parent;
  const owner = method.parent;
  if (owner?.kind !== "class") return UNKNOWN;
  const of = { tag: "class", scope: owner } as const;
  return { tag: "super", of, receiver: { tag: "object", of } };
}

/** `super(C, self)`, as it was written before Python 3 and works anywhere. */
function superOf(of: Value, count: number): Value {
  return of.tag === "class" && count === 2 ? { tag: "super", of, receiver: { tag: "object", of } } : UNKNOWN;
}

/** A type variable with what it may stand for, as its type argument: its bound, or one of several types. */
function typeVariable({ positional, keywords }: Arguments): Value | undefined {
  const bound = keywords.find(({ name }) => name === "bound")?.value;
  const types = bound ? [bound] : positional.slice(1).map(({ value }) => value);
  return types.length === 0 ? undefined : instance("typing.TypeVar", [union(types)]);
}

function classOfValue(ctx: Context, value: Value): Value {
  if (value.tag === "object") return value.of;
  const entry = value.tag === "instance" ? ctx.catalogue.lookup(value.classId) : undefined;
  return entry ? { tag: "symbol", entry } : UNKNOWN;
}

/** `dict(name=value)` */
function dictOfKeywords({ positional, keywords, open }: Arguments): Value | undefined {
  if (open || positional.length > 0 || keywords.length === 0) return undefined;
  return instance("builtins.dict", [
    instance("builtins.str"),
    withoutConstants(union(keywords.map(({ value }) => value))),
  ]);
}

/** A number without digits to round to becomes a whole one. */
function rounded(number: Value | undefined, { positional, keywords, open }: Arguments): Value | undefined {
  if (open || keywords.length > 0 || number?.tag !== "instance" || !ROUNDED.has(number.classId))
    return undefined;
  const digits = positional.length > 1 ? positional[1].value : NONE;
  return digits.tag === "none" ? instance("builtins.int") : instance(number.classId);
}

const ROUNDED = new Set(["builtins.float", "builtins.int"]);
