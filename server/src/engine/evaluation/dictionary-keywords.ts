import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { type Keyword, pathOf } from "./calls";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { UNKNOWN } from "./values";

/**
 * The keywords of `**{"name": value}`, of `**dict(name=value)`, and of a name that is bound to such a dictionary and read by
 * nothing but calls.
 */
export function keywordsOfDictionary(ctx: Context, dictionary: NodeIndex): Keyword[] {
  const { tree } = ctx;
  if (dictionary === NO_NODE) return [];
  if (tree.kind(dictionary) === NodeKind.Identifier) {
    const bound = boundDictionary(ctx, dictionary);
    return bound === NO_NODE ? [] : keywordsOfDictionary(ctx, bound);
  }
  if (tree.kind(dictionary) === NodeKind.Call) return keywordsOfDict(ctx, dictionary);
  if (tree.kind(dictionary) !== NodeKind.Dictionary) return [];
  const keywords: Keyword[] = [];
  for (const pair of tree.namedChildren(dictionary)) {
    const key = tree.kind(pair) === NodeKind.Pair ? tree.child(pair, Field.Key) : NO_NODE;
    const content = key === NO_NODE ? NO_NODE : tree.childOfKind(key, NodeKind.StringContent);
    if (content !== NO_NODE) {
      keywords.push({
        name: tree.textOf(content),
        node: tree.child(pair, Field.Value),
        value: UNKNOWN,
        start: tree.start(content),
        end: tree.end(content),
      });
    }
  }
  return keywords;
}

/** The keywords that `dict(name=value)` is called with: its arguments were evaluated where they stand. */
function keywordsOfDict(ctx: Context, call: NodeIndex): Keyword[] {
  const { tree } = ctx;
  if (pathOf(ctx.silently(() => evaluate(ctx, tree.child(call, Field.Function)))) !== "builtins.dict")
    return [];
  return tree.namedChildren(tree.child(call, Field.Arguments)).flatMap((child) => {
    const name = tree.kind(child) === NodeKind.KeywordArgument ? tree.child(child, Field.Name) : NO_NODE;
    if (name === NO_NODE) return [];
    const node = tree.child(child, Field.Value);
    return [{ name: tree.textOf(name), node, value: UNKNOWN, start: tree.start(name), end: tree.end(name) }];
  });
}

/**
 * The display or call of `dict` that a name of the present scope is bound to, once, if all that is done with the name is to
 * give it to calls as `**name`: then nobody adds anything or takes anything out.
 */
function boundDictionary({ tree, scope }: Context, identifier: NodeIndex): NodeIndex {
  const name = tree.textOf(identifier);
  const bindings =
    scope.kind === "function" || scope.kind === "module" ? scope.bindings.get(name) : undefined;
  if (bindings?.length !== 1 || scope.globals.has(name) || scope.nonlocals.has(name)) return NO_NODE;
  const [target] = bindings;
  const binder = tree.parent(target);
  if (tree.kind(binder) !== NodeKind.Assignment || tree.field(target) !== Field.Left) return NO_NODE;
  const last = tree.lastInside(scope.node);
  for (let node = scope.node; node <= last; node++)
    if (node !== target && tree.kind(node) === NodeKind.Identifier && tree.textOf(node) === name)
      if (!isHarmless(tree, node)) return NO_NODE;
  const value = tree.child(binder, Field.Right);
  const isDictionary =
    value !== NO_NODE && (tree.kind(value) === NodeKind.Dictionary || tree.kind(value) === NodeKind.Call);
  return isDictionary ? value : NO_NODE;
}

/** `**name` in a call, and what is not the variable: an attribute or a keyword of that name. */
function isHarmless(tree: SyntaxTree, identifier: NodeIndex): boolean {
  const parent = tree.parent(identifier);
  switch (tree.kind(parent)) {
    case NodeKind.DictionarySplat:
      return tree.kind(tree.parent(parent)) === NodeKind.ArgumentList;
    case NodeKind.Attribute:
      return tree.field(identifier) === Field.Attribute;
    case NodeKind.KeywordArgument:
      return tree.field(identifier) === Field.Name;
    default:
      return false;
  }
}
