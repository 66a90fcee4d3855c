import type { Entry } from "../catalogue/entry";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { basesOf } from "./base-classes";
import { homeOf } from "./module-table";
import { isClass } from "./types";
import type { ClassValue, Value } from "./values";

/** Library classes whose subclasses are called in a way of their own. */
const MAKES_ITS_OWN = /^(?:enum|typing|abc|ctypes)\./;

/** Bases are followed no deeper than this: broken code can have classes that inherit from each other. */
const DEEPEST_BASE = 20;

/**
 * The library class whose constructor is called to make an object of a class of the project: its own, and those of the
 * classes between, leave it alone. `undefined` where somebody makes it differently, or may.
 */
export function inheritedConstructor(asking: Context, of: ClassValue, depth = 0): Entry | undefined {
  if (depth > DEEPEST_BASE || hasOwnConstructor(asking, of)) return undefined;
  let found: Entry | undefined;
  for (const base of basesOf(asking, of)) {
    const entry = constructorOfBase(asking, base, depth);
    if (entry === undefined && !isBare(asking, base, depth)) return undefined;
    found ??= entry;
  }
  return found;
}

function constructorOfBase(ctx: Context, base: Value, depth: number): Entry | undefined {
  if (base.tag === "class") return inheritedConstructor(ctx, base, depth + 1);
  if (base.tag !== "symbol" || !isClass(base.entry) || MAKES_ITS_OWN.test(base.entry.id)) return undefined;
  return base.entry;
}

/** A class of the project without bases and without a constructor, such as most mixins. */
function isBare(ctx: Context, base: Value, depth: number): boolean {
  if (base.tag !== "class" || depth > DEEPEST_BASE || hasOwnConstructor(ctx, base)) return false;
  return basesOf(ctx, base).every((each) => isBare(ctx, each, depth + 1));
}

/** A decorator, a metaclass or a method of its own decides how a class is called. */
function hasOwnConstructor(asking: Context, { scope }: ClassValue): boolean {
  const { tree } = homeOf(asking, scope);
  if (scope.bindings.has("__init__") || scope.bindings.has("__new__")) return true;
  if (tree.kind(tree.parent(scope.node)) === NodeKind.DecoratedDefinition) return true;
  const list = tree.child(scope.node, Field.Superclasses);
  return (
    list !== NO_NODE && tree.namedChildren(list).some((each) => tree.kind(each) === NodeKind.KeywordArgument)
  );
}

/** The parameters of a call of an entry: for a class, those of its constructor. */
export function parametersOf(ctx: Context, entry: Entry): Entry["parameters"] {
  if (entry.parameters.length || !isClass(entry)) return entry.parameters;
  for (const name of ["__init__", "__new__"]) {
    const constructor = ctx.catalogue.member(entry.id, name);
    if (constructor?.parameters.length) return constructor.parameters;
  }
  return [];
}
