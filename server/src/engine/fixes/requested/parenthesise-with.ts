import { NodeKind } from "../../syntax/node-kind";
import type { SyntaxTree } from "../../syntax/syntax-tree";
import { holdsComment, indentationAt, indentationUnit, lineEndingOf } from "../layout";
import { requestedFixer } from "./requested-fixer";

/** The context managers of a `with` in parentheses, each on a line of its own. Not where a line ends in a backslash within one. */
export const parenthesiseWith = requestedFixer(
  {
    id: "modernise-parenthesized-with",
    entryId: "syntax:parenthesized-context-managers",
    kinds: [NodeKind.WithClause],
  },
  (node, { tree }) => {
    const items = tree.namedChildren(node).filter((each) => tree.kind(each) === NodeKind.WithItem);
    const [start, end] = [tree.start(node), tree.end(node)];
    if (items.length < 2 || tree.start(items[0]) !== start || tree.end(items[items.length - 1]) !== end)
      return undefined;
    if (holdsComment(tree, start, end)) return undefined;
    const texts = items.map((item) => tree.textOf(item));
    if (texts.some((text) => /\\[\r\n]/.test(text))) return undefined;
    const eol = lineEndingOf(tree.text);
    const outer = indentationAt(tree.text, start);
    const inner = eol + outer + indentationUnit(tree);
    const newText = `(${texts.map((text) => `${inner}${text},`).join("")}${eol}${outer})`;
    return { edits: [{ start: start - gapBefore(tree, start), end, newText: ` ${newText}` }] };
  },
);

/** The white space and backslashes between the keyword and the first item. */
function gapBefore(tree: SyntaxTree, start: number): number {
  return /[\s\\]*$/.exec(tree.text.slice(Math.max(0, start - 200), start))![0].length;
}
