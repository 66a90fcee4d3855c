import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { firstPart, nextPart, unwrap } from "./node-parts";
import type { Hole } from "./pattern";

/** The kinds of the nodes around one, up to the root of a pattern; without those that code may have or leave out. */
export type KindPath = readonly NodeKind[];

/** Nodes that a pattern and the code of its form need not both have. */
const PASSED_OVER: ReadonlySet<NodeKind> = new Set([
  NodeKind.ArgumentList,
  NodeKind.KeywordArgument,
  NodeKind.ParenthesizedExpression,
  NodeKind.Type,
  NodeKind.TypeParameter,
]);

/** The path from a node of a pattern to the root that it stands in. */
export function pathToRoot(tree: SyntaxTree, node: NodeIndex, roots: readonly NodeIndex[]): KindPath {
  const path: NodeKind[] = [];
  for (let at = node; at > 0 && !roots.includes(at);) {
    at = tree.parent(at);
    if (at > 0 && !PASSED_OVER.has(tree.kind(at))) path.push(alikeKind(tree.kind(at)));
  }
  return path;
}

/** Tells whether the nodes around one in a document are of the kinds of a path. */
export function goesAlong(tree: SyntaxTree, node: NodeIndex, path: KindPath): boolean {
  let at = node;
  for (const kind of path) {
    do at = tree.parent(at);
    while (at > 0 && PASSED_OVER.has(tree.kind(at)));
    if (at <= 0 || alikeKind(tree.kind(at)) !== kind) return false;
  }
  return true;
}

/** `List[int]` has a kind of its own in annotations. */
function alikeKind(kind: NodeKind): NodeKind {
  return kind === NodeKind.GenericType ? NodeKind.Subscript : kind;
}

/** A pattern, as far as its form goes. */
interface Form {
  readonly tree: SyntaxTree;
  readonly holes: ReadonlyMap<NodeIndex, Hole>;
  readonly entries: ReadonlyMap<NodeIndex, string>;
}

/** Tells whether code may have the form of a pattern's node: few have, and most are told apart by a glance at their kinds. */
export function hasShape(form: Form, wanted: NodeIndex, tree: SyntaxTree, given: NodeIndex): boolean {
  const own = form.tree;
  const inner = unwrap(own, wanted);
  if (form.holes.has(inner)) return true;
  const node = unwrap(tree, given);
  const kind = tree.kind(node);
  if (form.entries.has(inner)) return kind === NodeKind.Identifier || kind === NodeKind.Attribute;
  if (own.kind(inner) !== alikeKind(kind) && own.kind(inner) !== kind) return false;
  switch (kind) {
    case NodeKind.Identifier:
      return isSameName(own, inner, tree, node);
    case NodeKind.Call:
      return hasShapeIn(form, inner, tree, node, Field.Function);
    case NodeKind.BinaryOperator:
    case NodeKind.AugmentedAssignment:
      return (
        hasShapeIn(form, inner, tree, node, Field.Left) && hasShapeIn(form, inner, tree, node, Field.Right)
      );
    case NodeKind.Integer:
    case NodeKind.Float:
    case NodeKind.String:
    case NodeKind.ArgumentList:
    case NodeKind.UnaryOperator:
    case NodeKind.GenericType:
      return true;
    default:
      return hasParts(form, inner, tree, node);
  }
}

/** Nearly all names differ in length or in the first letter, which is seen without a copy of them. */
function isSameName(own: SyntaxTree, wanted: NodeIndex, tree: SyntaxTree, given: NodeIndex): boolean {
  const [at, start] = [own.start(wanted), tree.start(given)];
  const length = own.end(wanted) - at;
  return (
    tree.end(given) - start === length &&
    tree.text.charCodeAt(start) === own.text.charCodeAt(at) &&
    own.textOf(wanted) === tree.textOf(given)
  );
}

function hasShapeIn(
  form: Form,
  wanted: NodeIndex,
  tree: SyntaxTree,
  given: NodeIndex,
  field: Field,
): boolean {
  const [left, right] = [form.tree.child(wanted, field), tree.child(given, field)];
  return left !== NO_NODE && right !== NO_NODE && hasShape(form, left, tree, right);
}

/** Compares the parts of two nodes up to the first that stands for any number of them. */
function hasParts(form: Form, wanted: NodeIndex, tree: SyntaxTree, given: NodeIndex): boolean {
  const own = form.tree;
  let [left, right] = [firstPart(own, wanted), firstPart(tree, given)];
  for (; left !== NO_NODE; left = nextPart(own, left), right = nextPart(tree, right)) {
    const hole = form.holes.get(left);
    if (hole && hole.kind !== "one") return true;
    if (right === NO_NODE || !hasShape(form, left, tree, right)) return false;
  }
  return right === NO_NODE;
}
