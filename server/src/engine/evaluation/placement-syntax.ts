import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import type { TellSyntax } from "./syntax-usages";

/** Tells of what some Pythons compile in this place and others do not: statements, stars, `yield`, `lambda`, `await`. */
export function tellPlacement(tree: SyntaxTree, node: NodeIndex, tell: TellSyntax): void {
  switch (tree.kind(node)) {
    case NodeKind.FinallyClause:
      return tellLeavingFinally(tree, node, tell);
    case NodeKind.ListComprehension:
    case NodeKind.SetComprehension:
    case NodeKind.GeneratorExpression:
      return tellComprehension(tree, node, tell);
    case NodeKind.IfClause: {
      const condition = tree.firstNamedChild(node);
      const inside = tree.kind(tree.parent(node)) !== NodeKind.CaseClause;
      if (inside && condition !== NO_NODE && tree.kind(condition) === NodeKind.Lambda)
        tellStart(tree, condition, "lambda-in-comprehension-condition", "lambda", tell);
      return;
    }
    case NodeKind.DeleteStatement:
      for (let at = node; at <= tree.lastInside(node); at++) {
        if (tree.kind(at) === NodeKind.Identifier && tree.textOf(at) === "__debug__" && isDeleted(tree, at))
          tell("delete-debug", tree.start(at), tree.end(at));
      }
      return;
    case NodeKind.Yield:
      if (runsInComprehension(tree, node)) tellStart(tree, node, "yield-in-comprehension", "yield", tell);
      return;
    case NodeKind.Await:
      if (standsInFormattedString(tree, node)) tellStart(tree, node, "await-in-f-string", "await", tell);
      return;
    default:
  }
}

function tellStart(tree: SyntaxTree, node: NodeIndex, id: string, word: string, tell: TellSyntax): void {
  tell(id, tree.start(node), tree.start(node) + word.length);
}

/** Stars and bare assignments as what a comprehension gives, and generator expressions with a comma behind them. */
function tellComprehension(tree: SyntaxTree, node: NodeIndex, tell: TellSyntax): void {
  const body = tree.child(node, Field.Body);
  if (body === NO_NODE) return;
  // The grammar takes the star of `*f(x)` for a part of the name that is called.
  if (tree.text[tree.start(body)] === "*") tellStart(tree, body, "comprehension-unpacking", "*", tell);
  const isArgument =
    tree.kind(node) === NodeKind.GeneratorExpression && tree.kind(tree.parent(node)) === NodeKind.Call;
  if (!isArgument) return;
  const walrus =
    tree.kind(body) === NodeKind.NamedExpression ? tree.childOfKind(body, NodeKind.TokenColonEqual) : NO_NODE;
  if (walrus !== NO_NODE) tell("walrus-in-generator-argument", tree.start(walrus), tree.end(walrus));
  // The grammar takes the comma for a part of the last clause; the parentheses are those of the call.
  const clause = tree.namedChildren(node).at(-1) ?? body;
  const end = tree.end(tree.namedChildren(clause).at(-1) ?? clause);
  if (/^\s*,\s*\)$/.test(tree.text.slice(end, tree.end(node))))
    tell("generator-argument-with-comma", tree.start(body), end);
}

/** `return`, `break` and `continue` that leave a `finally` block swallow the exception that is on its way. */
function tellLeavingFinally(tree: SyntaxTree, clause: NodeIndex, tell: TellSyntax): void {
  const end = tree.lastInside(clause);
  let loopUntil: NodeIndex = NO_NODE;
  for (let node = clause + 1; node <= end; node++) {
    const kind = tree.kind(node);
    if (kind === NodeKind.FunctionDefinition || kind === NodeKind.ClassDefinition || isFinally(kind)) {
      node = tree.lastInside(node);
    } else if (kind === NodeKind.ForStatement || kind === NodeKind.WhileStatement) {
      loopUntil = Math.max(loopUntil, tree.lastInside(node));
    } else if (kind === NodeKind.ReturnStatement) {
      tellStart(tree, node, "finally-control-flow", "return", tell);
    } else if (node > loopUntil && kind === NodeKind.BreakStatement) {
      tellStart(tree, node, "finally-control-flow", "break", tell);
    } else if (node > loopUntil && kind === NodeKind.ContinueStatement) {
      tellStart(tree, node, "continue-in-finally", "continue", tell);
    }
  }
}

/** A `finally` inside of another one is told of by itself. */
function isFinally(kind: NodeKind): boolean {
  return kind === NodeKind.FinallyClause;
}

/** The first iterable of a comprehension runs outside of it. */
function runsInComprehension(tree: SyntaxTree, node: NodeIndex): boolean {
  let below = node;
  let iterable: NodeIndex = NO_NODE;
  for (let at = tree.parent(node); at > 0; below = at, at = tree.parent(at)) {
    switch (tree.kind(at)) {
      case NodeKind.Lambda:
      case NodeKind.FunctionDefinition:
      case NodeKind.ClassDefinition:
        return false;
      case NodeKind.ForInClause:
        iterable = tree.field(below) === Field.Right ? at : NO_NODE;
        break;
      case NodeKind.ListComprehension:
      case NodeKind.SetComprehension:
      case NodeKind.DictionaryComprehension:
      case NodeKind.GeneratorExpression: {
        const first = tree.namedChildren(at).find((child) => tree.kind(child) === NodeKind.ForInClause);
        if (iterable === NO_NODE || iterable !== first) return true;
        iterable = NO_NODE;
        break;
      }
      default:
    }
  }
  return false;
}

function standsInFormattedString(tree: SyntaxTree, node: NodeIndex): boolean {
  for (let at = tree.parent(node); at > 0; at = tree.parent(at)) {
    switch (tree.kind(at)) {
      case NodeKind.Interpolation:
        return true;
      case NodeKind.Lambda:
      case NodeKind.Block:
        return false;
      default:
    }
  }
  return false;
}

/** Names in the index of what is deleted, or before its dot, are only read. */
function isDeleted(tree: SyntaxTree, name: NodeIndex): boolean {
  const parent = tree.kind(tree.parent(name));
  return (
    parent === NodeKind.DeleteStatement ||
    parent === NodeKind.ExpressionList ||
    parent === NodeKind.Tuple ||
    parent === NodeKind.List ||
    parent === NodeKind.ParenthesizedExpression
  );
}
