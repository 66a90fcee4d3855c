import type { OffsetRange, TextReplacement } from "../../findings";
import { NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { hasOwnLines, indentationAt, lineEndingOf, startOfLine } from "../layout";
import { statementAround } from "../statements";
import type { Piece } from "./pieces";
import { isInBrackets } from "./precedence";

/** The comments in a stretch of code that the pieces which take its place do not hold. */
export function lostComments(
  tree: SyntaxTree,
  { start, end }: OffsetRange,
  pieces: readonly Piece[],
): NodeIndex[] {
  const lost: NodeIndex[] = [];
  for (let node = tree.firstFrom(start); node < tree.count && tree.start(node) < end; node++) {
    if (tree.kind(node) !== NodeKind.Comment) continue;
    const isKept = pieces.some(
      (piece) => typeof piece !== "string" && piece.start <= tree.start(node) && tree.end(node) <= piece.end,
    );
    if (!isKept) lost.push(node);
  }
  return lost;
}

/**
 * The edits that write comments above the statement that a node stands in, or above its line where that lies inside of
 * brackets; none for none. `undefined` where the statement shares its line, and where a comment speaks to a tool about the
 * line that it stands on.
 */
export function commentsAbove(
  tree: SyntaxTree,
  node: NodeIndex,
  comments: readonly NodeIndex[],
): TextReplacement[] | undefined {
  if (comments.length === 0) return [];
  const statement = statementAround(tree, node);
  const texts = comments.map((comment) => tree.textOf(comment).trimEnd());
  if (statement === NO_NODE || !hasOwnLines(tree, statement) || texts.some((text) => DIRECTIVE.test(text)))
    return undefined;
  const start = lineInBrackets(tree, node, statement) ?? tree.start(statement);
  const line = lineEndingOf(tree.text) + indentationAt(tree.text, start);
  return [{ start, end: start, newText: texts.map((text) => text + line).join("") }];
}

/** Where the line of a node has its first thing, if lines of its statement may be put in before it. */
function lineInBrackets(tree: SyntaxTree, node: NodeIndex, statement: NodeIndex): number | undefined {
  const lineStart = startOfLine(tree.text, tree.start(node));
  if (lineStart <= tree.start(statement)) return undefined;
  let first = node;
  while (tree.start(tree.parent(first)) >= lineStart) first = tree.parent(first);
  for (let at = first; at > statement; at = tree.parent(at))
    if (tree.kind(at) === NodeKind.String) return undefined;
  return isInBrackets(tree, first) ? lineStart + indentationAt(tree.text, lineStart).length : undefined;
}

/** Tells whether edits take comments out of what they replace and put them elsewhere. */
export function movesComments(tree: SyntaxTree, edits: readonly TextReplacement[]): boolean {
  return edits.some(({ newText }) => /(?:^|[\r\n])[ \t]*#/.test(newText)) && holdsComments(tree, edits);
}

function holdsComments(tree: SyntaxTree, edits: readonly TextReplacement[]): boolean {
  return edits.some(({ start, end }) => lostComments(tree, { start, end }, []).length > 0);
}

const DIRECTIVE =
  /^#!|^#+\s*(?:type:|noqa|nosec|fmt:|isort:|ruff:|mypy:|pyright:|pylint:|flake8:|pragma|yapf:|since-?when)/i;
