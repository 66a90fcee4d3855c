import type { TextReplacement } from "../../findings";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { hasOwnLines, holdsComment, indentationAt, lineEndingOf, takeOut } from "../layout";
import { freshName } from "../rewriting/fresh-name";
import { breaksOutsideBrackets } from "../rewriting/precedence";
import { scopeAround } from "../../rewrites/scope-around";
import { asWholeLine, nodeAround, syntaxFixer } from "./syntax-fixer";

/** `1_000` without what is there for the eye. */
export const plainNumber = syntaxFixer(
  "downgrade-numeric-underscore",
  ["numeric-underscore"],
  (node, { tree }) => ({
    edits: [{ start: tree.start(node), end: tree.end(node), newText: tree.textOf(node).replaceAll("_", "") }],
  }),
);

/**
 * The `/` of a parameter list taken out. Unsafe, since callers may then name what stood before it; not offered beside
 * `**kwargs`, which would lose what they pass by such a name.
 */
export const dropPositionalMarker = syntaxFixer(
  "downgrade-positional-only",
  ["positional-only-parameters"],
  (node, { tree }) => {
    const list = nodeAround(tree, node, NodeKind.Parameters, NodeKind.LambdaParameters);
    const marker = nodeAround(tree, node, NodeKind.PositionalSeparator);
    if (list === NO_NODE || marker === NO_NODE) return undefined;
    const siblings = tree.namedChildren(list).filter((child) => tree.kind(child) !== NodeKind.Comment);
    if (siblings.some((each) => takesNames(tree, each))) return undefined;
    const edits = takeOut(tree, [marker], siblings);
    return edits && { edits, safety: "unsafe" };
  },
);

function takesNames(tree: SyntaxTree, parameter: NodeIndex): boolean {
  const inner =
    tree.kind(parameter) === NodeKind.TypedParameter ? tree.firstNamedChild(parameter) : parameter;
  return tree.kind(inner) === NodeKind.DictionarySplatPattern;
}

/**
 * The parentheses around context managers taken away, their items on one line. Not offered where an item itself breaks its
 * line outside of brackets, or has a comment beside it.
 */
export const withOnOneLine = syntaxFixer(
  "downgrade-parenthesized-with",
  ["parenthesized-context-managers"],
  (node, { tree }) => {
    const statement = nodeAround(tree, node, NodeKind.WithStatement);
    const clause = statement === NO_NODE ? NO_NODE : tree.childOfKind(statement, NodeKind.WithClause);
    if (clause === NO_NODE) return undefined;
    const start = tree.start(clause);
    const end = tree.end(clause);
    const items = itemsOf(tree, clause);
    if (holdsComment(tree, start, end) || items.some((item) => breaksOutsideBrackets(tree, item)))
      return undefined;
    const text = items.map((item) => tree.textOf(item)).join(", ");
    const space = /\s$/.test(tree.text.slice(0, start)) ? "" : " ";
    return { edits: [{ start, end, newText: space + text }] };
  },
);

/** The items of a `with`; one alone in parentheses is parsed as an expression. */
function itemsOf(tree: SyntaxTree, clause: NodeIndex): NodeIndex[] {
  const items = tree.namedChildren(clause);
  if (items.length !== 1) return items;
  let inner = tree.child(items[0], Field.Value);
  if (tree.kind(inner) !== NodeKind.ParenthesizedExpression) return items;
  while (tree.kind(inner) === NodeKind.ParenthesizedExpression) inner = tree.firstNamedChild(inner);
  return [inner];
}

/**
 * A decorator that is any expression, given a name first. Only for the first decorator of a definition, since those above
 * are evaluated before it, and not in a class, whose attribute the name would be.
 */
export const nameDecorator = syntaxFixer(
  "downgrade-relaxed-decorator",
  ["relaxed-decorator"],
  (node, input) => {
    const { tree, scopes } = input;
    const decorator = nodeAround(tree, node, NodeKind.Decorator);
    const definition = decorator === NO_NODE ? NO_NODE : tree.parent(decorator);
    if (definition === NO_NODE || tree.namedChildren(definition)[0] !== decorator) return undefined;
    if (!hasOwnLines(tree, definition) || scopeAround(tree, scopes, definition).kind === "class")
      return undefined;
    const expression = tree.firstNamedChild(decorator);
    if (holdsComment(tree, tree.start(expression), tree.end(expression))) return undefined;
    const name = freshName(scopes, tree, "_decorator");
    const start = tree.start(definition);
    const before = `${name} = ${asWholeLine(innerText(tree, expression))}`;
    const edits: TextReplacement[] = [
      { start, end: start, newText: before + lineEndingOf(tree.text) + indentationAt(tree.text, start) },
      { start: tree.start(expression), end: tree.end(expression), newText: name },
    ];
    return { edits };
  },
);

function innerText(tree: SyntaxTree, expression: NodeIndex): string {
  const isWrapped = tree.kind(expression) === NodeKind.ParenthesizedExpression;
  const inner = isWrapped ? tree.firstNamedChild(expression) : expression;
  return tree.kind(inner) === NodeKind.NamedExpression ? tree.textOf(expression) : tree.textOf(inner);
}
