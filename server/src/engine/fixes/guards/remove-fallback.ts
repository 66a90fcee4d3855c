import type { TextReplacement } from "../../findings";
import { NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { Fixer } from "../fixer";
import { hasOwnLines, indentationAt, lineEndingOf, startOfLine } from "../layout";
import { dedentLines } from "../reindent";
import { type Clause, clausesOf } from "./branches";
import { headerComment, removeStatement } from "./unwrap-if";

/**
 * Takes away what provides for the absence of a name that every targeted Python has: what was tried stays, and with it what
 * an `else` did after it. Safe, since that is what runs today.
 */
export const removeFallback: Fixer = {
  id: "remove-fallback",
  appliesTo: ({ code, fallback }) => code === "modernise" && fallback !== undefined,
  compute({ tree, finding }) {
    const { fallback, entryId } = finding;
    const statement = fallback ? tryAround(tree, fallback.start) : NO_NODE;
    if (statement <= 0 || !hasOwnLines(tree, statement)) return undefined;
    const edits = unwrap(tree, statement);
    return edits && { id: this.id, safety: "safe", details: { name: entryId }, edits };
  },
};

function tryAround(tree: SyntaxTree, offset: number): NodeIndex {
  let node = tree.innermost(offset, offset + 1);
  while (node > 0 && tree.kind(node) !== NodeKind.TryStatement) node = tree.parent(node);
  return node;
}

function unwrap(tree: SyntaxTree, statement: NodeIndex): TextReplacement[] | undefined {
  const { text } = tree;
  const clauses = clausesOf(tree, statement);
  const start = startOfLine(text, tree.start(statement));
  const whole = { start, end: clauses[clauses.length - 1].body.end };
  const kept = clauses.filter((clause) => isKept(tree, clause));
  if (kept.length === 0) return removeStatement(tree, statement, whole);
  const outer = indentationAt(text, start);
  const edits: TextReplacement[] = [];
  let at = start;
  for (const clause of kept) {
    const { body, block, colonEnd } = clause;
    const isOnHeaderLine = body.start === tree.start(block);
    const comment = isOnHeaderLine ? "" : headerComment(text, colonEnd);
    const before = comment === "" ? "" : outer + comment + lineEndingOf(text);
    const eol = at === start ? "" : lineEndingOf(text);
    const isFirstOnHeader = isOnHeaderLine && at === start;
    edits.push({
      start: isFirstOnHeader ? tree.start(statement) : at,
      end: body.start,
      newText: eol + before + (isOnHeaderLine && !isFirstOnHeader ? outer : ""),
    });
    if (!isOnHeaderLine) {
      const inner = indentationAt(text, tree.start(block));
      if (!inner.startsWith(outer) || inner.length === outer.length) return undefined;
      edits.push(...dedentLines(tree, body, { kept: outer, excess: inner.slice(outer.length) }));
    }
    at = body.end;
  }
  edits.push({ start: at, end: whole.end, newText: "" });
  return edits.filter((edit) => edit.start < edit.end || edit.newText !== "");
}

/** A handler goes, and so does what does nothing but look whether a name is there. */
function isKept(tree: SyntaxTree, { node, block }: Clause): boolean {
  if (tree.kind(node) === NodeKind.ExceptClause) return false;
  return !tree.namedChildren(block).every((statement) => {
    const only = tree.firstNamedChild(statement);
    const isLookup =
      tree.kind(statement) === NodeKind.ExpressionStatement &&
      (tree.kind(only) === NodeKind.Identifier || tree.kind(only) === NodeKind.Attribute);
    return isLookup || tree.kind(statement) === NodeKind.PassStatement;
  });
}
