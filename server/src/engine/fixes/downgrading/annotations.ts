import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { typeAliasName } from "../../binding/bound-names";
import { ALL_MINORS, type MinorSet, minorsFrom } from "../../version";
import { holdsComment } from "../layout";
import { scopeAround } from "../../rewrites/scope-around";
import type { FixInput } from "../fixer";
import { functionAround } from "../statements";
import { nodeAround, syntaxFixer } from "./syntax-fixer";

/** What reads annotations. */
const READERS = /\b(?:__annotations__|get_type_hints|get_annotations)\b/;

/**
 * `x: int = 3` as an assignment with a type comment. Safe in a function, which keeps no annotations; unsafe elsewhere,
 * and not offered in a class with bases or decorators, which may read them, where the document does, nor for a name without a
 * value.
 */
export const typeComment = syntaxFixer(
  "downgrade-variable-annotation",
  ["variable-annotation"],
  (node, input) => {
    const { tree, scopes } = input;
    const assignment = nodeAround(tree, node, NodeKind.Assignment);
    if (assignment === NO_NODE) return undefined;
    const [left, type, right] = [Field.Left, Field.Type, Field.Right].map((field) =>
      tree.child(assignment, field),
    );
    if (type === NO_NODE || right === NO_NODE) return undefined;
    const end = tree.end(assignment);
    const isAlone = /^[ \t]*(?:[\r\n]|$)/.test(tree.text.slice(end));
    const annotation = tree.textOf(type);
    if (!isAlone || /[\r\n]/.test(annotation) || holdsComment(tree, tree.end(left), tree.start(right)))
      return undefined;
    const isLocal = functionAround(tree, scopes, assignment) !== undefined;
    if (!isLocal && mayReadAnnotations(tree, scopeAround(tree, scopes, assignment).node)) return undefined;
    if (!isLocal && READERS.test(tree.text)) return undefined;
    const value =
      tree.kind(right) === NodeKind.ExpressionList ? `(${tree.textOf(right)})` : tree.textOf(right);
    return {
      edits: [{ start: tree.end(left), end, newText: ` = ${value}  # type: ${annotation}` }],
      safety: isLocal ? "safe" : "unsafe",
    };
  },
);

function mayReadAnnotations(tree: SyntaxTree, owner: NodeIndex): boolean {
  if (tree.kind(owner) !== NodeKind.ClassDefinition) return false;
  const isDecorated = tree.kind(tree.parent(owner)) === NodeKind.DecoratedDefinition;
  return isDecorated || tree.child(owner, Field.Superclasses) !== NO_NODE;
}

/**
 * `type X = Y` as an assignment. Unsafe, since the value is worked out at once and is no alias object; not offered with
 * type parameters, where the alias stands in its own value, or a name that comes later, and where the value itself is too new to be worked out.
 */
export const aliasAssignment = syntaxFixer("downgrade-type-statement", ["type-statement"], (node, input) => {
  const { tree, subject } = input;
  const statement = nodeAround(tree, node, NodeKind.TypeAliasStatement);
  const name = statement === NO_NODE ? NO_NODE : typeAliasName(tree, statement);
  const value = statement === NO_NODE ? NO_NODE : tree.child(statement, Field.Right);
  if (name === NO_NODE || value === NO_NODE) return undefined;
  const alias = tree.textOf(name);
  if (tree.textOf(tree.child(statement, Field.Left)) !== alias) return undefined;
  for (let at = value; at <= tree.lastInside(value); at++) {
    if (tree.kind(at) === NodeKind.Identifier && (tree.textOf(at) === alias || isBoundLater(input, at)))
      return undefined;
    if ((subject.minors & ~minorsThatRun(tree.kind(at))) !== 0) return undefined;
  }
  return {
    edits: [{ start: tree.start(statement), end: tree.start(name), newText: "" }],
    safety: "unsafe",
  };
});

/** Tells whether a name gets its meaning only behind the place, in the scope of the place itself. */
function isBoundLater({ tree, scopes }: FixInput, node: NodeIndex): boolean {
  const bindings = scopeAround(tree, scopes, node).bindings.get(tree.textOf(node));
  return bindings?.every((binding) => binding > node) ?? false;
}

/** The minors that can work out a type of a kind: subscripts of builtins need 3.9, a bar between classes 3.10. */
function minorsThatRun(kind: NodeKind): MinorSet {
  switch (kind) {
    case NodeKind.GenericType:
    case NodeKind.Subscript:
      return minorsFrom(9);
    case NodeKind.UnionType:
    case NodeKind.BinaryOperator:
      return minorsFrom(10);
    default:
      return ALL_MINORS;
  }
}
