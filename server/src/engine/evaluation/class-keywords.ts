import type { Scope } from "../binding/scopes";
import type { Entry } from "../catalogue/entry";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { basesOf } from "./base-classes";
import { isSubclass } from "./types";
import type { ClassValue } from "./values";

/** Bases deeper than this are not looked at. */
const MOST_BASES = 20;

/**
 * Tells of the keywords behind the bases of a class, which are for its metaclass: `class Point(TypedDict, closed=True)`,
 * `class Color(Flag, boundary=KEEP)`. Of a class that names its metaclass itself nothing is known.
 */
export function useClassKeywords(ctx: Context, scope: Scope, superclasses: NodeIndex): void {
  if (ctx.lazy > 0) return;
  const { tree, catalogue } = ctx;
  const names = tree
    .namedChildren(superclasses)
    .filter((argument) => tree.kind(argument) === NodeKind.KeywordArgument)
    .map((argument) => tree.child(argument, Field.Name))
    .filter((name) => name !== NO_NODE);
  if (names.length === 0 || names.some((name) => tree.textOf(name) === "metaclass")) return;
  const owner = keywordOwner(ctx, { tag: "class", scope }, 0);
  for (const name of owner ? names : []) {
    const parameter = owner && catalogue.parameter(owner.id, tree.textOf(name));
    if (parameter) ctx.use(parameter, "keyword", tree.start(name), tree.end(name));
  }
}

/** The entry that lists which keywords the classes below it take. */
function keywordOwner(ctx: Context, of: ClassValue, depth: number): Entry | undefined {
  for (const base of depth < MOST_BASES ? basesOf(ctx, of) : []) {
    const owner =
      base.tag === "class"
        ? keywordOwner(ctx, base, depth + 1)
        : base.tag === "symbol"
          ? libraryKeywordOwner(ctx, base.entry)
          : undefined;
    if (owner) return owner;
  }
  return undefined;
}

/** As `keywordOwner` for a class of the library: enumerations share one metaclass, and typed dictionaries have theirs. */
export function libraryKeywordOwner({ catalogue }: Context, entry: Entry): Entry | undefined {
  if (entry.id === "typing.TypedDict") return entry;
  return isSubclass(catalogue, entry.id, "enum.Enum") ? catalogue.lookup("enum.Enum") : undefined;
}
