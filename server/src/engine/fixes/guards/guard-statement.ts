import { NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../../syntax/syntax-tree";
import type { Fixer, FixInput } from "../fixer";
import { indentationAt, indentationUnit, joinEdits, lineEndingOf, startOfLine } from "../layout";
import { indentLines } from "../reindent";
import { functionAround, lineStatementAround, namesBoundBy } from "../statements";
import { boundaryVersion, writeTest } from "../version-bounds";
import { versionInfoFor } from "../version-info";
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
    const need = needOf(input, { start: tree.start(statement), end: tree.end(statement) });
    const info = need && versionInfoFor(input, statement);
    if (!info) return undefined;
    const start = tree.start(statement);
    const indentation = indentationAt(tree.text, start);
    const unit = indentationUnit(tree);
    const lineEnd = lineEndingOf(tree.text);
    const end = endOfLines(input, statement);
    const lineStart = startOfLine(tree.text, start);
    const head = `${indentation}if ${writeTest(need.bounds, info.text)}:${lineEnd}`;
    const otherwise = elseBody(input, statement, need);
    const rest = ["else:", ...otherwise.map((line) => unit + line)].map(
      (line) => lineEnd + indentation + line,
    );
    return {
      id: this.id,
      safety: "manual",
      details: { version: boundaryVersion(need.bounds) },
      edits: joinEdits(
        info.edits,
        [{ start: lineStart, end: lineStart, newText: head }],
        indentLines(tree, lineStart, end, unit),
        [{ start: end, end, newText: rest.join("") }],
      ),
    };
  },
};

/** The end of the last line of a statement, a comment behind it included. */
function endOfLines({ tree }: FixInput, statement: NodeIndex): number {
  const end = tree.end(statement);
  return end + /^[^\r\n]*/.exec(tree.text.slice(end))![0].trimEnd().length;
}

/** A statement that the end of the file or a backslash cuts off. */
function endsOpen({ tree }: FixInput, statement: NodeIndex): boolean {
  return tree.textOf(statement).endsWith("\\");
}

function elseBody(input: FixInput, statement: NodeIndex, { bounds, entryIds }: Need): string[] {
  const { tree, scopes } = input;
  if (functionAround(tree, scopes, statement)) {
    const names = entryIds.map((id) => id.replace(/^builtins\./, "")).join(", ");
    const limit = bounds.from === undefined ? `before 3.${bounds.before}` : `3.${bounds.from}`;
    return [`raise NotImplementedError(${quoted(input, `${names} needs Python ${limit}`)})`];
  }
  const bound = namesBoundBy(tree, scopes, statement);
  return bound.length === 0 ? ["pass"] : bound.map((name) => `${name} = None`);
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
