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
  const equals = tree.childOfKind(node, NodeKind.TokenEqual);
  if (equals !== NO_NODE) tell("f-string-equals", tree.start(equals), tree.end(equals));
  const expression = tree.child(node, Field.Expression);
  if (expression === NO_NODE) return;
  const start = tree.start(expression);
  const text = tree.textOf(expression);
  const found = (id: string, offset: number, length = 1): void => {
    if (offset >= 0) tell(id, start + offset, start + offset + length);
  };
  found("f-string-nested-quotes", text.indexOf(quotes), quotes.length);
  found("f-string-backslash", text.indexOf("\\"));
  if (quotes.length === 1)
    found("f-string-multiline-expression", tree.text.slice(start, tree.end(node)).search(/[\r\n]/));
  const comment = firstComment(tree, node);
  if (comment !== NO_NODE) tell("f-string-comment", tree.start(comment), tree.end(comment));
}

function firstComment(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  for (let at = node; at <= tree.lastInside(node); at++) if (tree.kind(at) === NodeKind.Comment) return at;
  return NO_NODE;
}
