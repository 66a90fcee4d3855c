import { NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { TextReplacement } from "../../findings";
import { holdsComment } from "../layout";

/** An expression that has only one answer as far as it is asked for its truth. */
export interface ConstantTest {
  readonly node: NodeIndex;
  readonly holds: boolean;
}

/** What a test with one answer makes of the condition around it: a condition with one answer, or a shorter one. */
export type Simplified = ConstantTest | { readonly edit: TextReplacement };

/**
 * Follows a test with one answer outwards: `not` turns the answer round, `and` and `or` either take it over or do
 * without it. `undefined` where an operand that would go may do something else than be looked at.
 */
export function simplify(tree: SyntaxTree, test: ConstantTest): Simplified | undefined {
  let { node, holds } = test;
  for (let parent = tree.parent(node); parent > 0; parent = tree.parent(node)) {
    switch (tree.kind(parent)) {
      case NodeKind.ParenthesizedExpression:
        break;
      case NodeKind.NotOperator:
        holds = !holds;
        break;
      case NodeKind.BooleanOperator: {
        const isAnd = tree.childOfKind(parent, NodeKind.TokenAnd) !== NO_NODE;
        if (isAnd === holds) return dropOperand(tree, parent, node);
        const [left] = tree.namedChildren(parent);
        if (left !== node && !isPure(tree, left)) return undefined;
        break;
      }
      default:
        return { node, holds };
    }
    node = parent;
  }
  return undefined;
}

/** `True and x` is `x` itself, `x and True` only has the same truth. */
function dropOperand(tree: SyntaxTree, operator: NodeIndex, dropped: NodeIndex): Simplified | undefined {
  const [left, right] = tree.namedChildren(operator);
  const isLeft = dropped === left;
  if (!isLeft && !isCondition(tree, operator)) return undefined;
  const edit = isLeft
    ? { start: tree.start(operator), end: tree.start(right), newText: "" }
    : { start: tree.end(left), end: tree.end(operator), newText: "" };
  return holdsComment(tree, edit.start, edit.end) ? undefined : { edit };
}

/** Tells whether an expression is asked for its truth only. */
function isCondition(tree: SyntaxTree, node: NodeIndex): boolean {
  const parent = tree.parent(node);
  switch (tree.kind(parent)) {
    case NodeKind.ParenthesizedExpression:
    case NodeKind.BooleanOperator:
      return isCondition(tree, parent);
    case NodeKind.NotOperator:
      return true;
    case NodeKind.IfStatement:
    case NodeKind.ElifClause:
    case NodeKind.WhileStatement:
      return true;
    case NodeKind.AssertStatement:
      return tree.firstNamedChild(parent) === node;
    case NodeKind.ConditionalExpression:
      return tree.namedChildren(parent)[1] === node;
    default:
      return false;
  }
}

/** Names and comparisons of names with constants do nothing but give a value. */
function isPure(tree: SyntaxTree, node: NodeIndex): boolean {
  for (let at = node; at <= tree.lastInside(node); at++) if (ACTS.has(tree.kind(at))) return false;
  return true;
}

const ACTS = new Set([
  NodeKind.Call,
  NodeKind.Await,
  NodeKind.NamedExpression,
  NodeKind.Yield,
  NodeKind.Error,
]);
