import type { TextReplacement } from "../../findings";
import { namesOfImport } from "../../syntax/imports";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { Fixer, FixInput } from "../fixer";
import { hasOwnLines, joinEdits, removeListItem, startOfLine } from "../layout";
import { functionAround } from "../statements";
import { isBuiltinType, singleLine } from "./annotation-text";

/**
 * Every annotation that is kept at run time in quotes, and `from __future__ import annotations` dropped, which did the same
 * for all of them. Unsafe, since whoever reads annotations sees those of builtins as classes. Not offered where one holds
 * both kinds of quotes.
 */
export const quoteAnnotations: Fixer = {
  id: "downgrade-future-annotations",
  appliesTo: ({ code, entryId }) => code === "added-later" && entryId === "__future__.annotations",
  compute(input) {
    const { tree, finding } = input;
    const removal = importRemoval(tree, tree.innermost(finding.start, finding.end));
    if (!removal) return undefined;
    const quoted: TextReplacement[] = [];
    for (let node = 0; node < tree.count; node++) {
      if (!isKeptAnnotation(input, node)) continue;
      const inner = tree.firstNamedChild(node);
      if (tree.kind(inner) !== NodeKind.String && !isBuiltinType(input, tree.textOf(inner))) {
        const edit = quoteAnnotation(tree, inner);
        if (!edit) return undefined;
        quoted.push(edit);
      }
      node = tree.lastInside(node);
    }
    return { id: this.id, safety: "unsafe", details: {}, edits: joinEdits([removal], quoted) };
  },
};

/** The edit that puts an annotation in quotes; `undefined` where it has both kinds in it. */
export function quoteAnnotation(tree: SyntaxTree, node: NodeIndex): TextReplacement | undefined {
  const text = singleLine(tree, node);
  const quote = text?.includes('"') ? "'" : '"';
  if (text === undefined || text.includes(quote) || text.includes("\\")) return undefined;
  return { start: tree.start(node), end: tree.end(node), newText: quote + text + quote };
}

/** Tells whether a node is the annotation of a parameter, of what a function returns, or of a variable outside of functions. */
export function isKeptAnnotation(
  { tree, scopes }: Pick<FixInput, "tree" | "scopes">,
  node: NodeIndex,
): boolean {
  if (tree.kind(node) !== NodeKind.Type) return false;
  switch (tree.kind(tree.parent(node))) {
    case NodeKind.TypedParameter:
    case NodeKind.TypedDefaultParameter:
      return true;
    case NodeKind.FunctionDefinition:
      return tree.field(node) === Field.ReturnType;
    case NodeKind.Assignment:
      return tree.field(node) === Field.Type && functionAround(tree, scopes, node) === undefined;
    default:
      return false;
  }
}

function importRemoval(tree: SyntaxTree, node: NodeIndex): TextReplacement | undefined {
  let statement = node;
  while (statement > 0 && tree.kind(statement) !== NodeKind.FutureImportStatement)
    statement = tree.parent(statement);
  if (statement <= 0) return undefined;
  const names = namesOfImport(tree, statement);
  const own = names.find((name) => name <= node && node <= tree.lastInside(name));
  if (own === undefined || tree.textOf(own) !== "annotations") return undefined;
  if (names.length > 1) return removeListItem(tree, own, names);
  const next = tree.nextSibling(statement);
  if (next === NO_NODE || !hasOwnLines(tree, statement)) return undefined;
  const start = startOfLine(tree.text, tree.start(statement));
  const rest = /^[^\r\n]*(?:\r\n|\n|\r)/.exec(tree.text.slice(tree.end(statement)));
  if (!rest || rest[0].includes("#")) return undefined;
  const end = tree.end(statement) + rest[0].length;
  // Of the blank lines on both sides, those above stay.
  const isOpen = start === 0 || /(?:^|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(tree.text.slice(0, start));
  const blank = isOpen ? /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(tree.text.slice(end))![0].length : 0;
  return { start, end: end + blank, newText: "" };
}
