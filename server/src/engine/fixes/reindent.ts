import type { TextReplacement } from "../findings";
import { NodeKind } from "../syntax/node-kind";
import type { SyntaxTree } from "../syntax/syntax-tree";

/**
 * The edits that indent every line of a stretch by `unit`, the line of its start included. Blank lines stay empty, and
 * lines that begin inside of a string stay as they are, since their blanks belong to the string.
 */
export function indentLines(tree: SyntaxTree, start: number, end: number, unit: string): TextReplacement[] {
  return lineStarts(tree, start, end).flatMap((at) =>
    /^[ \t\f]*(?:[\r\n]|$)/.test(tree.text.slice(at)) ? [] : [{ start: at, end: at, newText: unit }],
  );
}

/**
 * The edits that take `excess` out of the indentation of every line of a stretch, where it follows `kept` or the line
 * begins with it; other lines (comments further left) stay.
 */
export function dedentLines(
  tree: SyntaxTree,
  range: { readonly start: number; readonly end: number },
  { kept, excess }: { readonly kept: string; readonly excess: string },
): TextReplacement[] {
  return lineStarts(tree, range.start, range.end).flatMap((at) => {
    if (!tree.text.startsWith(kept + excess, at)) return [];
    const from = at + kept.length;
    return [{ start: from, end: from + excess.length, newText: "" }];
  });
}

/** The line starts of a stretch, its own included, without those inside of strings. */
function lineStarts(tree: SyntaxTree, start: number, end: number): number[] {
  const strings = multiLineStrings(tree, start, end);
  const starts = [start];
  const ends = /\r\n|\n|\r/g;
  ends.lastIndex = start;
  for (let match = ends.exec(tree.text); match && match.index < end; match = ends.exec(tree.text))
    starts.push(match.index + match[0].length);
  return starts.filter(
    (at) => at < Math.max(end, start + 1) && !strings.some((string) => string.start < at && at < string.end),
  );
}

function multiLineStrings(tree: SyntaxTree, start: number, end: number): { start: number; end: number }[] {
  const strings: { start: number; end: number }[] = [];
  for (let node = tree.firstFrom(start); node < tree.count && tree.start(node) < end; node++) {
    if (tree.kind(node) !== NodeKind.String) continue;
    strings.push({ start: tree.start(node), end: tree.end(node) });
    node = tree.lastInside(node);
  }
  return strings;
}
