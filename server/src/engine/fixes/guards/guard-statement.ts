import type { TextReplacement } from "../../findings";
import { isImport, namesOfImport } from "../../syntax/imports";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../../syntax/syntax-tree";
import type { Fixer, FixInput } from "../fixer";
import { indentationAt, indentationUnit, joinEdits, lineEndingOf, startOfLine, takeOut } from "../layout";
import { indentLines } from "../reindent";
import { functionAround, keptKeywordsAround, lineStatementAround, namesBoundBy } from "../statements";
import { boundaryVersion, writeTest } from "../version-bounds";
import { versionInfoFor } from "../version-info";
import { type GuardedNames, guardedNames, withoutImport } from "./guarded-import";
import { isGuardable, needOf, nodeOf, type Need } from "./need";

/**
 * Puts the statement into `if sys.version_info >= (3, N):`, with an `else` that a person must fill: it raises inside of
 * functions, and outside of them binds to `None` what the statement would have bound. Not offered where statements share
 * a line, and where no test tells the Pythons apart.
 */
export const guardStatement: Fixer = {
  id: "guard-statement",
  appliesTo: isGuardable,
  compute(input) {
    const { tree } = input;
    const node = nodeOf(input);
    const statement = node === NO_NODE ? NO_NODE : lineStatementAround(tree, node);
    if (statement === NO_NODE || endsOpen(input, statement)) return undefined;
    const part = guardedNames(input, statement);
    const need = part?.need ?? needOf(input, { start: tree.start(statement), end: tree.end(statement) });
    const info = need && versionInfoFor(input, statement);
    if (!info) return undefined;
    const start = tree.start(statement);
    const indentation = indentationAt(tree.text, start);
    const unit = indentationUnit(tree);
    const lineEnd = lineEndingOf(tree.text);
    const end = endOfLines(input, statement);
    const lineStart = startOfLine(tree.text, start);
    const test = `if ${writeTest(need.bounds, info.text)}:`;
    const otherwise = elseBody(input, statement, need, part?.names);
    const lines = (...body: readonly string[]): string =>
      body.map((line) => lineEnd + indentation + line).join("");
    const rest = lines("else:", ...otherwise.map((line) => unit + line));
    const edits = part
      ? splitOff(input, part, { start: end, newText: lines(test, unit + part.text) + rest })
      : [
          { start: lineStart, end: lineStart, newText: indentation + test + lineEnd },
          ...indentLines(tree, lineStart, end, unit),
          { start: end, end, newText: rest },
        ];
    if (!edits) return undefined;
    return {
      id: this.id,
      safety: "manual",
      details: { version: boundaryVersion(need.bounds) },
      edits: joinEdits(info.edits, edits),
    };
  },
};

/** Takes some names out of an import, and puts what is said of them below it; `undefined` where a comment is in the way. */
function splitOff(
  { tree }: FixInput,
  { names, siblings }: GuardedNames,
  { start, newText }: { readonly start: number; readonly newText: string },
): TextReplacement[] | undefined {
  const removals = takeOut(tree, names, siblings);
  return removals && [...removals, { start, end: start, newText }];
}

/** The end of the last line of a statement, a comment behind it included. */
function endOfLines({ tree }: FixInput, statement: NodeIndex): number {
  const end = tree.end(statement);
  return end + /^[^\r\n]*/.exec(tree.text.slice(end))![0].trimEnd().length;
}

/** A statement that the end of the file or a backslash cuts off. */
function endsOpen({ tree }: FixInput, statement: NodeIndex): boolean {
  return tree.textOf(statement).endsWith("\\");
}

function elseBody(
  input: FixInput,
  statement: NodeIndex,
  { bounds, entryIds }: Need,
  some: readonly NodeIndex[] | undefined,
): string[] {
  const { tree, scopes } = input;
  const kept = keptKeywordsAround(tree, nodeOf(input), input.finding.entryId);
  if (kept !== NO_NODE) return [`${tree.textOf(tree.child(tree.parent(kept), Field.Left))} = {}`];
  if (functionAround(tree, scopes, statement)) {
    const names = entryIds.map((id) => id.replace(/^builtins\./, "")).join(", ");
    const limit = bounds.from === undefined ? `before 3.${bounds.before}` : `3.${bounds.from}`;
    const verb = entryIds.length === 1 ? "needs" : "need";
    return [`raise NotImplementedError(${quoted(input, `${names} ${verb} Python ${limit}`)})`];
  }
  // What is added to a value leaves it as it was.
  if (tree.kind(tree.firstNamedChild(statement)) === NodeKind.AugmentedAssignment) return ["pass"];
  const body = isImport(tree.kind(statement))
    ? withoutImport(input, statement, some ?? namesOfImport(tree, statement))
    : namesBoundBy(tree, scopes, statement).map((name) => `${name} = None`);
  return body.length === 0 ? ["pass"] : body;
}

/** The text in the kind of quotes that the document begins with. */
function quoted({ tree }: FixInput, text: string): string {
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind(node) !== NodeKind.StringStart) continue;
    const quote = tree.textOf(node).at(-1)!;
    if (tree.textOf(node).length === 1) return quote + text + quote;
  }
  return `"${text}"`;
}
