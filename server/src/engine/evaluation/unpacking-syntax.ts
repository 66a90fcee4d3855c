import { Field, NodeKind } from "../syntax/node-kind";
import { isNamed, NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import type { TellSyntax } from "./syntax-usages";

/** Tells of stars that unpack where older releases took none: in calls, displays, indices, `return`, `yield`, `for`. */
export function tellUnpacking(tree: SyntaxTree, node: NodeIndex, tell: TellSyntax): void {
  switch (tree.kind(node)) {
    case NodeKind.ArgumentList:
      return tellStar(tree, tell, "unpacking-in-call", newInCall(tree, node));
    case NodeKind.Subscript:
      return tellSubscript(tree, node, tell);
    case NodeKind.ReturnStatement:
    case NodeKind.Yield:
      return tellStar(
        tree,
        tell,
        "return-yield-unpacking",
        starIn(tree, tree.childOfKind(node, NodeKind.ExpressionList)),
      );
    case NodeKind.ForStatement:
      return tellStar(
        tree,
        tell,
        "unpacking-in-for",
        starIn(tree, bareList(tree, tree.child(node, Field.Right))),
      );
    case NodeKind.ExpressionList:
      if (isReturned(tree, node)) return;
      return tellStar(tree, tell, bareDisplay(tree, node), starIn(tree, node));
    case NodeKind.Tuple:
    case NodeKind.List:
    case NodeKind.Set:
      if (isTarget(tree, node)) return;
      return tellStar(tree, tell, "unpacking-in-display", starIn(tree, node));
    case NodeKind.Dictionary: {
      const splat = tree.childOfKind(node, NodeKind.DictionarySplat);
      return tellStar(
        tree,
        tell,
        isMerging(tree, splat) ? "comprehension-unpacking" : "unpacking-in-display",
        splat,
      );
    }
    default:
  }
}

function tellStar(tree: SyntaxTree, tell: TellSyntax, id: string, star: NodeIndex): void {
  if (star !== NO_NODE) tell(id, tree.start(star), tree.start(star) + (isMapping(tree, star) ? 2 : 1));
}

/** `a[*b]`. */
function tellSubscript(tree: SyntaxTree, node: NodeIndex, tell: TellSyntax): void {
  for (let item = tree.firstChild(node); item !== NO_NODE; item = tree.nextSibling(item))
    if (tree.field(item) === Field.Subscript && startsWithStar(tree, item))
      return tellStar(tree, tell, "unpacking-in-index", item);
}

/** The same in annotations, `x: a[*b]`, and a star before the annotation itself: `def f(*args: *a)`. */
export function tellTypeUnpacking(tree: SyntaxTree, type: NodeIndex, tell: TellSyntax): void {
  if (!startsWithStar(tree, type)) return;
  const around = tree.parent(type);
  if (tree.kind(around) === NodeKind.TypedParameter) tellStar(tree, tell, "star-annotation", type);
  else if (isIndex(tree, around, type)) tellStar(tree, tell, "unpacking-in-index", type);
}

/** Tells whether a list in brackets is an index, and no list of type parameters, and a type the first in it with a star. */
function isIndex(tree: SyntaxTree, list: NodeIndex, type: NodeIndex): boolean {
  if (tree.kind(list) !== NodeKind.TypeParameter) return false;
  const generic = tree.parent(list);
  if (tree.kind(generic) !== NodeKind.GenericType) return false;
  if (tree.field(tree.parent(generic)) === Field.Left) return false;
  for (let item = tree.firstChild(list); item < type; item = tree.nextSibling(item))
    if (startsWithStar(tree, item)) return false;
  return true;
}

/** The grammar binds a star tighter than Python does, and reads `*b[0]` as an item of `*b`: what stands first tells. */
function startsWithStar(tree: SyntaxTree, node: NodeIndex): boolean {
  const start = tree.start(node);
  return tree.text.charCodeAt(start) === STAR && tree.text.charCodeAt(start + 1) !== STAR;
}

const STAR = "*".charCodeAt(0);

/** The same where the grammar is lost: it knows `a[*b]` for names, their attributes, calls and items only. */
export function tellBrokenUnpacking(tree: SyntaxTree, error: NodeIndex, tell: TellSyntax): void {
  const around = tree.kind(tree.parent(error));
  if (startsWithStar(tree, error)) {
    if (around === NodeKind.TypedParameter) return tellStar(tree, tell, "star-annotation", error);
    if (around === NodeKind.Subscript || isIndex(tree, tree.parent(error), error))
      return tellStar(tree, tell, "unpacking-in-index", error);
  }
  for (let child = tree.firstChild(error); child !== NO_NODE; child = tree.nextSibling(child)) {
    if (tree.kind(child) !== NodeKind.TokenStar) continue;
    if (/\[\s*$/.test(tree.text.slice(tree.start(error), tree.start(child))))
      return tellStar(tree, tell, "unpacking-in-index", child);
  }
}

/** Before 3.5, a call took positional arguments, then `*one`, then keywords, then `**one`. */
function newInCall(tree: SyntaxTree, list: NodeIndex): NodeIndex {
  let stars = 0;
  let mappings = 0;
  for (let argument = tree.firstChild(list); argument !== NO_NODE; argument = tree.nextSibling(argument)) {
    const kind = tree.kind(argument);
    if (!isNamed(kind)) continue;
    if (kind === NodeKind.ListSplat) {
      if (stars++ > 0 || mappings > 0) return argument;
    } else if (kind === NodeKind.DictionarySplat) {
      if (mappings++ > 0) return argument;
    } else if (mappings > 0 || (stars > 0 && kind !== NodeKind.KeywordArgument)) {
      return previousStar(tree, argument);
    }
  }
  return NO_NODE;
}

/** The star that an argument stands behind. */
function previousStar(tree: SyntaxTree, argument: NodeIndex): NodeIndex {
  let star: NodeIndex = NO_NODE;
  for (
    let child = tree.firstChild(tree.parent(argument));
    child !== argument;
    child = tree.nextSibling(child)
  ) {
    if (tree.kind(child) === NodeKind.ListSplat || tree.kind(child) === NodeKind.DictionarySplat)
      star = child;
  }
  return star;
}

/** The first item with a star in what is listed between commas. */
function starIn(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  if (node === NO_NODE) return NO_NODE;
  for (let item = tree.firstChild(node); item !== NO_NODE; item = tree.nextSibling(item))
    if (startsWithStar(tree, item)) return item;
  return NO_NODE;
}

/** `with a as (b, *c)` assigns: the grammar has patterns for other targets only. */
function isTarget(tree: SyntaxTree, display: NodeIndex): boolean {
  let around = tree.parent(display);
  while (tree.kind(around) === NodeKind.Tuple || tree.kind(around) === NodeKind.List)
    around = tree.parent(around);
  return tree.kind(around) === NodeKind.AsPatternTarget;
}

function bareDisplay(tree: SyntaxTree, list: NodeIndex): string {
  return tree.kind(tree.parent(list)) === NodeKind.AugmentedAssignment
    ? "unpacking-in-augmented-assignment"
    : "unpacking-in-display";
}

function bareList(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  return node !== NO_NODE && tree.kind(node) === NodeKind.ExpressionList ? node : NO_NODE;
}

/** `return`, `yield` and `for` have entries of their own. */
function isReturned(tree: SyntaxTree, node: NodeIndex): boolean {
  const parent = tree.kind(tree.parent(node));
  return parent === NodeKind.ReturnStatement || parent === NodeKind.Yield || parent === NodeKind.ForStatement;
}

function isMapping(tree: SyntaxTree, star: NodeIndex): boolean {
  return tree.kind(star) === NodeKind.DictionarySplat;
}

/** `{**each for each in all}`, of which the grammar makes a display with an error in it. */
function isMerging(tree: SyntaxTree, splat: NodeIndex): boolean {
  if (splat === NO_NODE) return false;
  const comparison = tree.childOfKind(splat, NodeKind.ComparisonOperator);
  return [splat, comparison].some((node) => {
    const error = node === NO_NODE ? NO_NODE : tree.childOfKind(node, NodeKind.Error);
    return error !== NO_NODE && /^for\s|\sfor$/.test(tree.textOf(error));
  });
}
