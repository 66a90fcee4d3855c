import type { TextReplacement } from "../../findings";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { FixInput } from "../fixer";
import { hasOwnLines, holdsComment, indentationAt, indentationUnit, lineEndingOf } from "../layout";
import { statementAround } from "../statements";
import { asWholeLine, nodeAround, type Older, syntaxFixer } from "./syntax-fixer";

/**
 * `if (m := f()):` as an assignment before the statement; `while chunk := read():` as an endless loop that assigns and
 * breaks. Only where nothing that the statement does comes before the assignment: not behind `and`, `or`, `elif` or
 * another operand.
 */
export const hoistWalrus = syntaxFixer("downgrade-walrus", ["walrus"], (node, input) => {
  const { tree } = input;
  const walrus = nodeAround(tree, node, NodeKind.NamedExpression);
  if (walrus === NO_NODE) return undefined;
  const statement = statementAround(tree, walrus);
  if (statement === NO_NODE || !hasOwnLines(tree, statement)) return undefined;
  const whole = replacedStretch(tree, walrus);
  if (holdsComment(tree, whole.start, whole.end) || !runsFirst(input, walrus, statement)) return undefined;
  const name = tree.textOf(tree.child(walrus, Field.Name));
  const value = asWholeLine(tree.textOf(tree.child(walrus, Field.Value)));
  const use = { ...whole, newText: spaced(tree, whole, name) };
  const hoisted = { assignment: `${name} = ${value}`, use };
  return tree.kind(statement) === NodeKind.WhileStatement
    ? loopForever(tree, statement, hoisted)
    : hoistBefore(tree, statement, hoisted);
});

interface Hoisted {
  readonly assignment: string;
  /** The name in the place of the whole. */
  readonly use: TextReplacement;
}

function hoistBefore(tree: SyntaxTree, statement: NodeIndex, { assignment, use }: Hoisted): Older {
  const start = tree.start(statement);
  if (start === use.start && tree.end(statement) === use.end)
    return { edits: [{ start, end: use.end, newText: assignment }] };
  const newText = assignment + lineEndingOf(tree.text) + indentationAt(tree.text, start);
  return { edits: [{ start, end: start, newText }, use] };
}

function loopForever(tree: SyntaxTree, loop: NodeIndex, { assignment, use }: Hoisted): Older | undefined {
  const condition = tree.child(loop, Field.Condition);
  const body = tree.child(loop, Field.Body);
  if (body === NO_NODE || tree.child(loop, Field.Alternative) !== NO_NODE) return undefined;
  const start = tree.start(condition);
  const end = tree.end(condition);
  const eol = lineEndingOf(tree.text);
  const header = tree.text.slice(end, tree.start(body));
  if (!/^\s*:[ \t]*(?:#[^\r\n]*)?[\r\n]/.test(header) || holdsComment(tree, start, end)) return undefined;
  const outer = indentationAt(tree.text, tree.start(loop));
  const inner = indentationAt(tree.text, tree.start(body));
  if (!inner.startsWith(outer) || inner === outer) return undefined;
  const test = tree.text.slice(start, use.start) + use.newText + tree.text.slice(use.end, end);
  const lines = [assignment, `if ${negated(tree, condition, test)}:`];
  const added = [...lines.map((line) => inner + line), `${inner}${indentationUnit(tree)}break`];
  const lineEnd = end + header.search(/[\r\n]/);
  return {
    edits: [
      { start, end, newText: "True" },
      { start: lineEnd, end: lineEnd, newText: eol + added.join(eol) },
    ],
  };
}

/** The opposite of a condition, whose code is given as it is now. */
function negated(tree: SyntaxTree, condition: NodeIndex, text: string): string {
  switch (tree.kind(condition)) {
    case NodeKind.NotOperator:
      return text.replace(/^not\b\s*/, "");
    case NodeKind.BooleanOperator:
    case NodeKind.ConditionalExpression:
      return `not (${text})`;
    default:
      return `not ${text}`;
  }
}

/** The walrus with the parentheses around it. */
function replacedStretch(tree: SyntaxTree, walrus: NodeIndex): { start: number; end: number } {
  const parent = tree.parent(walrus);
  const whole = tree.kind(parent) === NodeKind.ParenthesizedExpression ? parent : walrus;
  return { start: tree.start(whole), end: tree.end(whole) };
}

/** A keyword may stand right before or behind parentheses, not beside a name. */
function spaced(tree: SyntaxTree, { start, end }: { start: number; end: number }, name: string): string {
  const before = /\w$/.test(tree.text.slice(0, start)) ? " " : "";
  const after = /^\w/.test(tree.text.slice(end, end + 1)) ? " " : "";
  return before + name + after;
}

/** Tells whether evaluating a statement begins with the walrus: all that comes before it does nothing and reads nothing. */
function runsFirst(input: FixInput, walrus: NodeIndex, statement: NodeIndex): boolean {
  const { tree } = input;
  let below = walrus;
  for (let at = tree.parent(below); at !== statement; below = at, at = tree.parent(at)) {
    if (at <= 0 || !isFirstIn(input, at, below)) return false;
  }
  switch (tree.kind(statement)) {
    case NodeKind.IfStatement:
    case NodeKind.WhileStatement:
      return tree.field(below) === Field.Condition;
    case NodeKind.ReturnStatement:
    case NodeKind.ExpressionStatement:
      return true;
    default:
      return false;
  }
}

function isFirstIn(input: FixInput, node: NodeIndex, child: NodeIndex): boolean {
  const { tree } = input;
  const children = tree.namedChildren(node).filter((each) => tree.kind(each) !== NodeKind.Comment);
  const index = children.indexOf(child);
  switch (tree.kind(node)) {
    case NodeKind.ParenthesizedExpression:
    case NodeKind.NotOperator:
    case NodeKind.UnaryOperator:
    case NodeKind.Await:
      return true;
    case NodeKind.NamedExpression:
      return tree.field(child) === Field.Value;
    case NodeKind.BooleanOperator:
    case NodeKind.Attribute:
      return index === 0;
    case NodeKind.ComparisonOperator:
      // Behind the second operand, comparing may have come to an end already.
      return index === 0 || (index === 1 && isConstant(tree, children[0]));
    case NodeKind.BinaryOperator:
    case NodeKind.Subscript:
    case NodeKind.ArgumentList:
    case NodeKind.Tuple:
    case NodeKind.List:
    case NodeKind.ExpressionList:
      return children.slice(0, index).every((each) => isConstant(tree, each));
    case NodeKind.ConditionalExpression:
      return index === 1;
    case NodeKind.Call:
      return index === 0 || isUntouchedBuiltin(input, children[0]);
    case NodeKind.Assignment:
      return (
        tree.field(child) === Field.Right &&
        tree.kind(tree.child(node, Field.Left)) === NodeKind.Identifier &&
        tree.child(node, Field.Type) === NO_NODE
      );
    default:
      return false;
  }
}

/** A builtin that nothing in the document gives another meaning to. */
function isUntouchedBuiltin({ tree, scopes, catalogue }: FixInput, node: NodeIndex): boolean {
  if (tree.kind(node) !== NodeKind.Identifier) return false;
  const name = tree.textOf(node);
  if (!catalogue.lookup(`builtins.${name}`)) return false;
  for (const scope of scopes.byNode.values()) if (scope.bindings.has(name)) return false;
  return true;
}

function isConstant(tree: SyntaxTree, node: NodeIndex): boolean {
  switch (tree.kind(node)) {
    case NodeKind.Integer:
    case NodeKind.Float:
    case NodeKind.True:
    case NodeKind.False:
    case NodeKind.None:
      return true;
    case NodeKind.String:
      return tree.childOfKind(node, NodeKind.Interpolation) === NO_NODE;
    default:
      return false;
  }
}
