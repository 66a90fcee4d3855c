import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { indentationAt, startOfLine } from "../layout";

/** A stretch of lines: `end` is the end of the last line, before its line break. */
export interface LineStretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The lines of a branch's body, from its first statement or the comments above it to its last line. Comments behind it
 * count as long as they stand further right than `outer`, the indentation of the statement that the branch belongs to.
 */
export function bodyLines(
  tree: SyntaxTree,
  branch: { readonly block: NodeIndex; readonly colonEnd: number; readonly outer: string },
): LineStretch {
  const { text } = tree;
  const { block, colonEnd, outer } = branch;
  const isOnHeaderLine = startOfLine(text, tree.start(block)) === startOfLine(text, colonEnd);
  const start = isOnHeaderLine ? tree.start(block) : nextLine(text, colonEnd);
  let end = lineEnd(text, lastOffset(tree, block));
  for (let at = nextLine(text, end); at > end && at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (line.trim() === "") continue;
    if (!/^\s*#/.test(line) || indentationAt(text, at).length <= outer.length) break;
    end = lineEnd(text, at);
    if (nextLine(text, at) === at) break;
  }
  return { start, end };
}

/** The offset behind the colon of a clause: the last one before its block. */
export function colonEndBefore(tree: SyntaxTree, clause: NodeIndex, block: NodeIndex): number {
  let end = tree.start(clause);
  for (let child = tree.firstChild(clause); child >= 0 && child < block; child = tree.nextSibling(child)) {
    if (tree.kind(child) === NodeKind.TokenColon) end = tree.end(child);
  }
  return end;
}

/** The end of the line of an offset, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const rest = /[\r\n]|$/g;
  rest.lastIndex = offset;
  return rest.exec(text)!.index;
}

/** The start of the line after that of an offset; the end of the text where there is none. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length);
}

/** The parser lets some blocks reach over the line break behind them. */
function lastOffset(tree: SyntaxTree, block: NodeIndex): number {
  return tree.start(block) + tree.textOf(block).trimEnd().length;
}

/** One clause of a statement with the lines of its body. */
export interface Clause {
  readonly node: NodeIndex;
  readonly block: NodeIndex;
  readonly colonEnd: number;
  readonly body: LineStretch;
}

/** The clauses of an `if` or `try` statement in order, `finally` left out. */
export function clausesOf(tree: SyntaxTree, statement: NodeIndex): Clause[] {
  const outer = indentationAt(tree.text, tree.start(statement));
  return [statement, ...tree.namedChildren(statement)].flatMap((node) => {
    const block = blockOf(tree, node);
    if (block === NO_NODE) return [];
    const colonEnd = colonEndBefore(tree, node, block);
    return [{ node, block, colonEnd, body: bodyLines(tree, { block, colonEnd, outer }) }];
  });
}

/** The block of one clause, that of the statement itself for its first; `NO_NODE` for anything else. */
function blockOf(tree: SyntaxTree, clause: NodeIndex): NodeIndex {
  switch (tree.kind(clause)) {
    case NodeKind.IfStatement:
    case NodeKind.ElifClause:
      return tree.child(clause, Field.Consequence);
    case NodeKind.TryStatement:
    case NodeKind.ElseClause:
      return tree.child(clause, Field.Body);
    case NodeKind.ExceptClause:
      return tree.childOfKind(clause, NodeKind.Block);
    default:
      return NO_NODE;
  }
}
