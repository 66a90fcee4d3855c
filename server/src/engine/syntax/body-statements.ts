import type { OffsetRange } from "../findings";
import { StatementSplitter } from "./statement-splitter";

const LINE_END = String.raw`(?:\r\n|\r|\n)`;

/** Brackets of one kind in brackets of that kind, three deep. */
const PARENTHESES = String.raw`\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)`;

/** A class or a function at the start of a text, behind comments and decorators of one line, up to its body. */
const HEAD = new RegExp(
  String.raw`^(?:[ \t]*(?:[@#][^\r\n]*)?${LINE_END})*[ \t]*(?:class|(?:async[ \t]+)?def)[ \t]+\w+[ \t]*` +
    String.raw`(?:\[[^\]]*\])?[ \t]*(?:${PARENTHESES})?[ \t]*(?:->[^\r\n:]*)?:[ \t]*(?:#[^\r\n]*)?${LINE_END}`,
);

/** Lines without code, and the indentation of the first with some. */
const OPENING = new RegExp(String.raw`^(?:[ \t]*(?:#[^\r\n]*)?${LINE_END})*([ \t]+)(?=\S)`);

/**
 * Lists the statements in the body of the class or function that a text begins with, from the first character of each to
 * behind its last one, told from the text alone: comments behind a statement belong to it. Empty for any other text.
 */
export function listBodyStatements(text: string): OffsetRange[] {
  const head = HEAD.exec(text);
  const opening = head && OPENING.exec(text.slice(head[0].length));
  if (!head || !opening) return [];
  const indent = opening[1];
  const splitter = new StatementSplitter(text, head[0].length, indent);
  const statements: OffsetRange[] = [];
  let start = head[0].length + opening[0].length;
  while (start < text.length) {
    const next = splitter.next();
    statements.push({ start, end: start + text.slice(start, next).trimEnd().length });
    start = next + indent.length;
  }
  return statements;
}
