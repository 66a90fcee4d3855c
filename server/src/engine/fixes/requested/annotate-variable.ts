import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { writeString } from "../../rewrites/literals";
import { isBuiltinType } from "../downgrading/annotation-text";
import type { FixInput } from "../fixer";
import { scopeAround } from "../../rewrites/scope-around";
import { functionAround } from "../statements";
import { requestedFixer } from "./requested-fixer";

/**
 * `x = 1  # type: int` as `x: int = 1`. Safe in a function, which keeps no annotations; unsafe elsewhere, where the type is
 * put in quotes unless it is a builtin, and not offered in a class with bases or decorators, which may read annotations.
 */
export const annotateVariable = requestedFixer(
  {
    id: "modernise-variable-annotation",
    entryId: "syntax:variable-annotation",
    kinds: [NodeKind.Assignment],
  },
  (node, input) => {
    const { tree, scopes } = input;
    const [left, right] = [tree.child(node, Field.Left), tree.child(node, Field.Right)];
    const comment = /^([ \t]*)# type:(?![ \t]*ignore\b)[ \t]*([^#\r\n]*[^#\s])[ \t]*(?=$|[\r\n#])/.exec(
      tree.text.slice(tree.end(node)),
    );
    if (!comment || right === NO_NODE || tree.child(node, Field.Type) !== NO_NODE) return undefined;
    if (
      tree.kind(tree.parent(node)) !== NodeKind.ExpressionStatement ||
      tree.kind(right) === NodeKind.Assignment
    )
      return undefined;
    const owner = functionAround(tree, scopes, node);
    if (tree.kind(left) !== NodeKind.Identifier || !mayAnnotate(input, node, tree.textOf(left)))
      return undefined;
    const [whole, , type] = comment;
    const written = owner || isBuiltinType(input, type) ? type : writeString(type, '"');
    const value =
      tree.kind(right) === NodeKind.ExpressionList ? `(${tree.textOf(right)})` : tree.textOf(right);
    const rest = tree.text[tree.end(node) + whole.length] === "#" ? "  " : "";
    return {
      edits: [
        {
          start: tree.end(left),
          end: tree.end(node) + whole.length,
          newText: `: ${written} = ${value}${rest}`,
        },
      ],
      safety: owner ? "safe" : "unsafe",
    };
  },
);

/** A name of another scope takes no annotation, and a class with bases or decorators may make something of it. */
function mayAnnotate({ tree, scopes }: FixInput, node: NodeIndex, name: string): boolean {
  const scope = scopeAround(tree, scopes, node);
  if (scope.globals.has(name) || !scope.bindings.has(name)) return false;
  return scope.kind !== "class" || !mayReadAnnotations(tree, scope.node);
}

/** Tells whether a class has bases or decorators, which may read the annotations in its body. */
function mayReadAnnotations(tree: SyntaxTree, owner: NodeIndex): boolean {
  const isDecorated = tree.kind(tree.parent(owner)) === NodeKind.DecoratedDefinition;
  return isDecorated || tree.child(owner, Field.Superclasses) !== NO_NODE;
}
