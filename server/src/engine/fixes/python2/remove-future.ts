import type { TextReplacement } from "../../findings";
import { namesOfImport } from "../../syntax/imports";
import { NodeKind } from "../../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../../syntax/syntax-tree";
import type { Fixer } from "../fixer";
import { headerComment } from "../guards/unwrap-if";
import { dropLines } from "../imports/drop-imports";
import { lineEndingOf, startOfLine, takeOut } from "../layout";

const FUTURE = "__future__.";

/**
 * Takes the features out of `from __future__ import` that are the rule on every targeted Python, and with the last one the
 * statement. Comments stay. Safe, since the import does nothing.
 */
export const removeFuture: Fixer = {
  id: "remove-future",
  appliesTo: ({ code, entryId }) => code === "modernise" && entryId.startsWith(FUTURE),
  compute({ tree, finding, analysis }) {
    const statement = statementAt(tree, finding.start);
    const names = namesOfImport(tree, statement);
    const needless = names.filter((name) =>
      analysis.findings.some(
        ({ code, entryId, start, end }) =>
          code === "modernise" &&
          entryId.startsWith(FUTURE) &&
          tree.start(name) <= start &&
          end <= tree.end(name),
      ),
    );
    const edits =
      needless.length < names.length ? takeOut(tree, needless, names) : removeWhole(tree, statement);
    const features = needless.map((name) => tree.textOf(name).split(/\s/, 1)[0]);
    return edits && { id: this.id, safety: "safe", details: { name: features.join(", ") }, edits };
  },
};

function statementAt(tree: SyntaxTree, offset: number): NodeIndex {
  let node = tree.innermost(offset, offset + 1);
  while (node > 0 && tree.kind(node) !== NodeKind.FutureImportStatement) node = tree.parent(node);
  return node;
}

function removeWhole(tree: SyntaxTree, statement: NodeIndex): TextReplacement[] | undefined {
  const { text } = tree;
  const start = tree.start(statement);
  // A semicolon that nothing follows belongs to the statement.
  const spare = /^[ \t]*;(?=[ \t]*(?:[#\r\n]|$))/.exec(text.slice(tree.end(statement)))?.[0] ?? "";
  const end = tree.end(statement) + spare.length;
  const comments = commentsInside(tree, statement);
  const isAlone =
    text.slice(startOfLine(text, start), start).trim() === "" && /^[ \t]*(?:[#\r\n]|$)/.test(text.slice(end));
  if (!isAlone) return comments.length > 0 ? undefined : [removePart(text, start, end)];
  const [rest, eol] = /^[^\r\n]*(\r\n|\n|\r|$)/.exec(text.slice(end))!;
  const trailing = headerComment(text, end);
  const kept = [...comments, ...(trailing === "" ? [] : [trailing])];
  const lines = { start: startOfLine(text, start), end: end + rest.length };
  if (kept.length === 0) return dropLines(text, [lines], []);
  return [{ ...lines, newText: kept.join(lineEndingOf(text)) + eol }];
}

function commentsInside(tree: SyntaxTree, statement: NodeIndex): string[] {
  const comments: string[] = [];
  for (let node = statement + 1; node <= tree.lastInside(statement); node++)
    if (tree.kind(node) === NodeKind.Comment) comments.push(tree.textOf(node));
  return comments;
}

/** Takes a statement out of a line of several, with the semicolon that goes with it. */
function removePart(text: string, start: number, end: number): TextReplacement {
  const before = /;[ \t]*$/.exec(text.slice(startOfLine(text, start), start));
  if (before) return { start: start - before[0].length, end, newText: "" };
  const [behind] = /^[ \t]*;[ \t]*/.exec(text.slice(end)) ?? [""];
  return { start, end: end + behind.length, newText: "" };
}
