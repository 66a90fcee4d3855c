import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { nextStatement } from "../../rewrites/matcher";
import { hasOwnLines, holdsComment, startOfLine } from "../layout";
import { requestedFixer } from "./requested-fixer";

/**
 * `m = f()` with an `if` right behind it whose test begins with `m`, as `if m := f():`. Not where a comment stands between
 * the two.
 */
export const assignInTest = requestedFixer(
  { id: "modernise-walrus", entryId: "syntax:walrus", kinds: [NodeKind.Assignment] },
  (node, { tree }) => {
    const statement = tree.parent(node);
    const [left, right] = [tree.child(node, Field.Left), tree.child(node, Field.Right)];
    if (tree.kind(statement) !== NodeKind.ExpressionStatement || !hasOwnLines(tree, statement))
      return undefined;
    if (right === NO_NODE || tree.kind(left) !== NodeKind.Identifier || NOT_IN_WALRUS.has(tree.kind(right)))
      return undefined;
    const next = nextStatement(tree, statement);
    if (
      next === NO_NODE ||
      tree.kind(next) !== NodeKind.IfStatement ||
      tree.child(node, Field.Type) !== NO_NODE
    )
      return undefined;
    const condition = tree.child(next, Field.Condition);
    const first = firstRead(tree, condition);
    const start = tree.start(statement);
    if (first === NO_NODE || tree.textOf(first) !== tree.textOf(left)) return undefined;
    if (holdsComment(tree, start, tree.start(condition))) return undefined;
    const walrus = `${tree.textOf(left)} := ${tree.textOf(right)}`;
    const mayStandBare = first === condition && !/[\r\n]/.test(walrus);
    return {
      edits: [
        {
          start,
          end: startOfLine(tree.text, tree.start(next)) + (start - startOfLine(tree.text, start)),
          newText: "",
        },
        { start: tree.start(first), end: tree.end(first), newText: mayStandBare ? walrus : `(${walrus})` },
      ],
    };
  },
);

/** What would need parentheses of its own, or is no single value. */
const NOT_IN_WALRUS = new Set([
  NodeKind.Assignment,
  NodeKind.AugmentedAssignment,
  NodeKind.ExpressionList,
  NodeKind.PatternList,
  NodeKind.Yield,
  NodeKind.NamedExpression,
]);

/** The name that evaluating an expression begins with; `NO_NODE` where it begins with something else. */
function firstRead(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  switch (tree.kind(node)) {
    case NodeKind.Identifier:
      return node;
    case NodeKind.Attribute:
      return firstRead(tree, tree.child(node, Field.Object));
    case NodeKind.NotOperator:
    case NodeKind.BooleanOperator:
    case NodeKind.BinaryOperator:
    case NodeKind.ComparisonOperator:
    case NodeKind.ParenthesizedExpression:
    case NodeKind.Subscript: {
      const [first] = tree.namedChildren(node);
      return first === undefined ? NO_NODE : firstRead(tree, first);
    }
    case NodeKind.Call:
      return firstRead(tree, tree.child(node, Field.Function));
    default:
      return NO_NODE;
  }
}
