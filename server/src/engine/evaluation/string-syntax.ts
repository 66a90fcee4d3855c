import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isFormatted, openingOf } from "../literals/string-opening";
import type { TellSyntax } from "./syntax-usages";

/** Tells of what is new about a string literal: its prefix, and what stands in its braces. */
export function tellString(tree: SyntaxTree, node: NodeIndex, tell: TellSyntax): void {
  const { prefix, quotes } = openingOf(tree, node);
  const start = tree.start(node);
  const end = start + prefix.length;
  if (prefix.includes("t")) tell("template-string", start, end);
  else if (prefix.includes("f")) tell("f-string", start, end);
  else if (prefix === "u") tell("unicode-literal-prefix", start, end);
  else if (prefix === "rb") tell("raw-bytes-prefix", start, end);
  if (!isFormatted(prefix)) return;
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    if (tree.kind(child) === NodeKind.Interpolation) tellInterpolation(tree, child, quotes, tell);
  }
}

/** What the tokenizer of 3.12 (PEP 701) allows between braces, and the `=` of 3.8. */
function tellInterpolation(tree: SyntaxTree, node: NodeIndex, quotes: string, tell: TellSyntax): void {
  tellField(tree, node, { quotes, depth: 0, tell });
  if (quotes.length === 1) {
    const start = tree.start(node);
    const offset = tree.text.slice(start, tree.end(node)).search(/(?<!\\\r?)[\r\n]/);
    if (offset >= 0) tell("f-string-multiline-expression", start + offset, start + offset + 1);
  }
  const comment = firstComment(tree, node);
  if (comment !== NO_NODE) tell("f-string-comment", tree.start(comment), tree.end(comment));
}

/** A pair of braces, and those in its format specification, which older Pythons know one level deep. */
function tellField(
  tree: SyntaxTree,
  node: NodeIndex,
  within: { readonly quotes: string; readonly depth: number; readonly tell: TellSyntax },
): void {
  const { quotes, depth, tell } = within;
  if (depth === 2) tell("f-string-deep-nesting", tree.start(node), tree.start(node) + 1);
  const equals = tree.childOfKind(node, NodeKind.TokenEqual);
  if (equals !== NO_NODE) tell("f-string-equals", tree.start(equals), tree.end(equals));
  if (tree.child(node, Field.Expression) === NO_NODE) return;
  const start = tree.start(node);
  const specifier = tree.child(node, Field.FormatSpecifier);
  const code = tree.text.slice(start, specifier === NO_NODE ? tree.end(node) : tree.start(specifier));
  const found = (id: string, offset: number, length: number): void => {
    if (offset >= 0) tell(id, start + offset, start + offset + length);
  };
  found("f-string-nested-quotes", code.indexOf(quotes), quotes.length);
  found("f-string-backslash", code.indexOf("\\"), 1);
  if (specifier === NO_NODE) return;
  for (let inner = tree.firstChild(specifier); inner !== NO_NODE; inner = tree.nextSibling(inner))
    if (isBraces(tree.kind(inner))) tellField(tree, inner, { quotes, depth: depth + 1, tell });
}

function isBraces(kind: NodeKind): boolean {
  return kind === NodeKind.Interpolation || kind === NodeKind.FormatExpression;
}

function firstComment(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  for (let at = node; at <= tree.lastInside(node); at++) if (tree.kind(at) === NodeKind.Comment) return at;
  return NO_NODE;
}
