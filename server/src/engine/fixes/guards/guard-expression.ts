import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { Fixer } from "../fixer";
import { joinEdits } from "../layout";
import { callAround, keptKeywordsAround, statementAround } from "../statements";
import { boundaryVersion, writeTest } from "../version-bounds";
import { versionInfoFor } from "../version-info";
import { isGuardable, needOf, nodeOf } from "./need";

/**
 * Makes the expression that uses it a conditional: `math.prod(xs) if sys.version_info >= (3, 8) else None`. The `else` is
 * for a person to fill, and no keywords where it is a dictionary of keywords. Not offered where `None` can be nothing but wrong (`with`, `except`, base classes, decorators,
 * annotations), and for a whole statement, which an `if` guards better.
 */
export const guardExpression: Fixer = {
  id: "guard-expression",
  appliesTo: isGuardable,
  compute(input) {
    const { tree } = input;
    const node = nodeOf(input);
    const kept = node === NO_NODE ? NO_NODE : keptKeywordsAround(tree, node, input.finding.entryId);
    const expression = node === NO_NODE || kept !== NO_NODE ? kept : wholeExpression(tree, node);
    if (expression === NO_NODE || !takesConditional(tree, expression)) return undefined;
    const start = tree.start(expression);
    const end = tree.end(expression);
    const need = needOf(input, { start, end });
    const info = need && versionInfoFor(input, statementAround(tree, expression));
    if (!info) return undefined;
    const otherwise = kept === NO_NODE ? "None" : "{}";
    const [open, close] = standsAlone(tree, expression) ? ["", ""] : ["(", ")"];
    return {
      id: this.id,
      safety: "manual",
      details: { version: boundaryVersion(need.bounds) },
      edits: joinEdits(info.edits, open === "" ? [] : [{ start, end: start, newText: open }], [
        { start: end, end, newText: ` if ${writeTest(need.bounds, info.text)} else ${otherwise}${close}` },
      ]),
    };
  },
};

/** The call around the name with everything that is done to its result: `None` would have no part of that. */
function wholeExpression(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  const call = callAround(tree, node);
  let at = call === NO_NODE ? node : call;
  for (let parent = tree.parent(at); parent > 0; parent = tree.parent(at)) {
    if (!BELONGS_TO_VALUE.has(tree.kind(parent)) || tree.kind(parent) === NodeKind.Error) break;
    if (tree.field(at) === Field.Arguments) break;
    at = parent;
  }
  return at;
}

const BELONGS_TO_VALUE = new Set([
  NodeKind.Attribute,
  NodeKind.Call,
  NodeKind.Subscript,
  NodeKind.Await,
  NodeKind.BinaryOperator,
  NodeKind.UnaryOperator,
  NodeKind.ComparisonOperator,
]);

const VALUES = new Set([
  NodeKind.Assignment,
  NodeKind.ReturnStatement,
  NodeKind.ArgumentList,
  NodeKind.KeywordArgument,
  NodeKind.ParenthesizedExpression,
  NodeKind.List,
  NodeKind.Tuple,
  NodeKind.Set,
  NodeKind.Pair,
  NodeKind.DefaultParameter,
  NodeKind.TypedDefaultParameter,
  NodeKind.Lambda,
  NodeKind.BooleanOperator,
  NodeKind.NotOperator,
  NodeKind.ExpressionList,
  NodeKind.ListComprehension,
  NodeKind.SetComprehension,
  NodeKind.GeneratorExpression,
  NodeKind.Interpolation,
  NodeKind.Yield,
]);

/** Tells whether an expression is one whose place takes any value, and is no target of an assignment. */
function takesConditional(tree: SyntaxTree, expression: NodeIndex): boolean {
  const parent = tree.parent(expression);
  if (parent === NO_NODE || !VALUES.has(tree.kind(parent))) return false;
  const field = tree.field(expression);
  if (field === Field.Left || field === Field.Type || field === Field.Name || field === Field.Key)
    return field === Field.Left && tree.kind(parent) === NodeKind.BooleanOperator;
  for (let at = parent; at > 0; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (REFUSING.has(kind) || (kind === NodeKind.ArgumentList && isClassHeader(tree, at))) return false;
    if (kind === NodeKind.Block) return true;
  }
  return true;
}

const REFUSING = new Set([
  NodeKind.Type,
  NodeKind.Decorator,
  NodeKind.WithItem,
  NodeKind.ExceptClause,
  NodeKind.RaiseStatement,
  NodeKind.Error,
  NodeKind.CasePattern,
  NodeKind.TypeAliasStatement,
]);

function isClassHeader(tree: SyntaxTree, list: NodeIndex): boolean {
  return tree.kind(tree.parent(list)) === NodeKind.ClassDefinition;
}

/** Tells whether a conditional can stand there without parentheses. */
function standsAlone(tree: SyntaxTree, expression: NodeIndex): boolean {
  const parent = tree.parent(expression);
  switch (tree.kind(parent)) {
    case NodeKind.Assignment:
    case NodeKind.ReturnStatement:
    case NodeKind.KeywordArgument:
    case NodeKind.ParenthesizedExpression:
    case NodeKind.List:
    case NodeKind.Tuple:
    case NodeKind.Set:
    case NodeKind.DefaultParameter:
    case NodeKind.TypedDefaultParameter:
      return true;
    case NodeKind.ArgumentList:
      return tree.kind(expression) !== NodeKind.GeneratorExpression;
    case NodeKind.Pair:
      return tree.field(expression) === Field.Value;
    default:
      return false;
  }
}
