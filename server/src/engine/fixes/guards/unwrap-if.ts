import type { TextReplacement } from "../../findings";
import { shapesScope } from "../../syntax/scope-shape";
import { NodeKind } from "../../syntax/node-kind";
import { type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import {
  hasOwnLines,
  holdsComment,
  indentationAt,
  lineEndingOf,
  previousLineEnd,
  startOfLine,
} from "../layout";
import { dedentLines } from "../reindent";
import { type Clause, clausesOf, lineEnd, type LineStretch, nextLine } from "./branches";

/**
 * The edits that take a test with one answer out of an `if` statement: the branch that is always taken takes the place of
 * what it makes needless, one that never is goes. `undefined` where the statement shares its lines, and where dropping
 * code would change what the function around it is.
 */
export function resolveClause(
  tree: SyntaxTree,
  { node, holds }: { readonly node: NodeIndex; readonly holds: boolean },
): TextReplacement[] | undefined {
  const clauseNode = tree.parent(node);
  const statement = tree.kind(clauseNode) === NodeKind.ElifClause ? tree.parent(clauseNode) : clauseNode;
  const clauses = clausesOf(tree, statement);
  const index = clauses.findIndex((clause) => clause.node === clauseNode);
  if (index < 0 || !hasOwnLines(tree, statement)) return undefined;
  const dropped = holds ? clauses.slice(index + 1) : [clauses[index]];
  if (dropped.some(({ block }) => shapesScope(tree, block))) return undefined;
  const whole = { start: startOfLine(tree.text, tree.start(statement)), end: clauses.at(-1)!.body.end };
  if (index > 0) return holds ? makeLast(tree, clauses[index], whole) : dropClause(tree, clauses[index]);
  if (holds) return keepBody(tree, statement, { clause: clauses[0], whole });
  const next = clauses.at(1);
  if (!next) return removeStatement(tree, statement, whole);
  if (tree.kind(next.node) === NodeKind.ElifClause) return promote(tree, clauses[0], { next, whole });
  return keepBody(tree, statement, { clause: next, whole });
}

/** The edits that take a statement with its lines away; a block that would be left empty gets a `pass`. */
export function removeStatement(
  tree: SyntaxTree,
  statement: NodeIndex,
  { start, end }: LineStretch,
): TextReplacement[] {
  const parent = tree.parent(statement);
  const isOnly = tree.kind(parent) === NodeKind.Block && tree.namedChildren(parent).length === 1;
  if (isOnly) return [{ start: tree.start(statement), end, newText: "pass" }];
  const next = nextLine(tree.text, end);
  if (next > end || start === 0) return [{ start, end: next, newText: "" }];
  // At the end of a file without a last line break the one before goes.
  return [{ start: previousLineEnd(tree.text, start), end, newText: "" }];
}

/** Puts the body of one clause in the place of the whole statement. */
function keepBody(
  tree: SyntaxTree,
  statement: NodeIndex,
  { clause, whole }: { readonly clause: Clause; readonly whole: LineStretch },
): TextReplacement[] | undefined {
  const { text } = tree;
  const { body, block, colonEnd } = clause;
  if (isPass(tree, block, body)) return removeStatement(tree, statement, whole);
  const outer = indentationAt(text, tree.start(statement));
  const rest = { start: body.end, end: whole.end, newText: "" };
  const isOnHeaderLine = body.start === tree.start(block);
  if (isOnHeaderLine) {
    const head = { start: tree.start(statement), end: body.start, newText: "" };
    return [head, rest].filter(({ start, end }) => start < end);
  }
  const inner = indentationAt(text, tree.start(block));
  if (!inner.startsWith(outer) || inner.length === outer.length) return undefined;
  const comment = headerComment(text, colonEnd);
  const kept = comment === "" ? "" : outer + comment + lineEndingOf(text);
  const head = { start: whole.start, end: body.start, newText: kept };
  const excess = { kept: outer, excess: inner.slice(outer.length) };
  return [head, ...dedentLines(tree, body, excess), rest].filter(
    ({ start, end, newText }) => start < end || newText !== "",
  );
}

/** The comment behind a header, which ends at `colonEnd`, unless it speaks to a tool about the test. */
export function headerComment(text: string, colonEnd: number): string {
  const comment = /^\s*(#.*)$/.exec(text.slice(colonEnd, lineEnd(text, colonEnd)))?.[1] ?? "";
  return /#\s*(?:pragma|noqa|type:|sincewhen:|pylint:|nopep8|coverage|pyright|mypy|fmt|isort|nosec)/i.test(
    comment,
  )
    ? ""
    : comment.trimEnd();
}

/** Makes an `elif` that always holds the `else`, and drops what comes behind it. */
function makeLast(
  tree: SyntaxTree,
  { node, body, colonEnd }: Clause,
  whole: LineStretch,
): TextReplacement[] | undefined {
  if (holdsComment(tree, tree.start(node), colonEnd)) return undefined;
  return [
    { start: tree.start(node), end: colonEnd, newText: "else:" },
    { start: body.end, end: whole.end, newText: "" },
  ].filter(({ start, end }) => start < end);
}

function dropClause(tree: SyntaxTree, { node, body }: Clause): TextReplacement[] {
  return [{ start: previousLineEnd(tree.text, tree.start(node)), end: body.end, newText: "" }];
}

/** Makes the `elif` behind a first clause that never holds the `if`. */
function promote(
  tree: SyntaxTree,
  { body }: Clause,
  { next, whole }: { readonly next: Clause; readonly whole: LineStretch },
): TextReplacement[] {
  const elif = tree.start(next.node);
  return [
    { start: whole.start, end: nextLine(tree.text, body.end), newText: "" },
    { start: elif, end: elif + "el".length, newText: "" },
  ];
}

function isPass(tree: SyntaxTree, block: NodeIndex, body: LineStretch): boolean {
  const [only, ...others] = tree.namedChildren(block);
  return (
    others.length === 0 &&
    tree.kind(only) === NodeKind.PassStatement &&
    !holdsComment(tree, body.start, body.end)
  );
}
