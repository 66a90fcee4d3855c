import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { isSubset } from "../../version";
import type { TextReplacement } from "../../findings";
import type { Fixer, FixInput } from "../fixer";
import { indentationAt, indentationUnit, joinEdits, lineEndingOf, startOfLine } from "../layout";
import { indentLines } from "../reindent";
import { lineStatementAround } from "../statements";
import { boundaryVersion, boundsBetween, writeTest } from "../version-bounds";
import { versionInfoFor } from "../version-info";
import { replaceImport } from "./replace-import";
import { replaceReference } from "./replace-reference";
import { isLeaving, type Replacement, replacementAt } from "./replacement";

/**
 * Runs the statement under the new name on the Pythons that have it and under the old one on the others, where no single
 * name is on all of them. As safe as the replacement is. Only for simple statements, which are then there twice.
 */
export const replaceGuarded: Fixer = {
  id: "replace-guarded",
  appliesTo: isLeaving,
  compute(input) {
    const { tree } = input;
    const replacement = replacementAt(input);
    if (!replacement) return undefined;
    const { reached, to, from, safety } = replacement;
    if (isSubset(reached, to.available) || !isSubset(reached, to.available | from.available))
      return undefined;
    const bounds = boundsBetween(reached & to.available, reached & ~to.available, to.available);
    const node = tree.innermost(input.finding.start, input.finding.end);
    const statement = bounds ? lineStatementAround(tree, node) : NO_NODE;
    if (!bounds || statement === NO_NODE || !isSimple(tree, statement)) return undefined;
    const edits = editsIn(input, replacement, statement);
    const info = edits && versionInfoFor(input, statement);
    if (!edits || !info) return undefined;
    const test = writeTest(bounds, info.text);
    const isOneOfMany = edits.some(({ newText }) => /[\r\n]/.test(newText));
    return {
      id: this.id,
      safety,
      details: { name: to.id, version: boundaryVersion(bounds) },
      edits: joinEdits(
        info.edits,
        isOneOfMany
          ? split(tree, statement, { test, edits, node })
          : doubled(tree, statement, { test, edits }),
      ),
    };
  },
};

/** One name of several goes its own way: a statement of its own under the test, and the rest as it is. */
function split(
  tree: SyntaxTree,
  statement: NodeIndex,
  given: { readonly test: string; readonly edits: readonly TextReplacement[]; readonly node: NodeIndex },
): TextReplacement[] {
  const { test, edits, node } = given;
  const outer = indentationAt(tree.text, tree.start(statement));
  const unit = indentationUnit(tree);
  const eol = lineEndingOf(tree.text);
  let item = node;
  while (tree.parent(item) !== statement && tree.parent(item) > 0) item = tree.parent(item);
  const module = tree.textOf(tree.child(statement, Field.ModuleName));
  return edits.map((edit) => {
    if (!/[\r\n]/.test(edit.newText)) return edit;
    const lines = [
      `if ${test}:`,
      unit + edit.newText.trim(),
      "else:",
      `${unit}from ${module} import ${tree.textOf(item)}`,
    ];
    return { ...edit, newText: lines.map((line) => outer + line + eol).join("") };
  });
}

/** The edits within the statement; what else would have to change must be there on every Python. */
function editsIn(
  input: FixInput,
  replacement: Replacement,
  statement: NodeIndex,
): TextReplacement[] | undefined {
  const { tree } = input;
  const edits =
    replacement.usage.kind === "import"
      ? replaceImport(input, replacement, { keepLocal: true })
      : replaceReference(input, replacement, { keepImports: true });
  const start = startOfLine(tree.text, tree.start(statement));
  const end = tree.end(statement);
  return edits?.every((edit) => start <= edit.start && edit.end <= end) ? edits : undefined;
}

/** The statement under a test, with the edits made, and as it was in the `else`. */
function doubled(
  tree: SyntaxTree,
  statement: NodeIndex,
  { test, edits }: { readonly test: string; readonly edits: readonly TextReplacement[] },
): TextReplacement[] {
  const { text } = tree;
  const lineStart = startOfLine(text, tree.start(statement));
  const end = tree.end(statement);
  const rest = /^[^\r\n]*/.exec(text.slice(end))![0].trimEnd();
  const outer = indentationAt(text, lineStart);
  const unit = indentationUnit(tree);
  const eol = lineEndingOf(text);
  const before = text.slice(lineStart, end).replaceAll(/^(?=[^\r\n])/gm, unit);
  return [
    { start: lineStart, end: lineStart, newText: `${outer}if ${test}:${eol}` },
    ...indentLines(tree, lineStart, end, unit),
    ...edits,
    { start: end + rest.length, end: end + rest.length, newText: `${eol}${outer}else:${eol}${before}` },
  ];
}

/** Tells whether a statement has no block, and no string that goes over several lines. */
function isSimple(tree: SyntaxTree, statement: NodeIndex): boolean {
  for (let node = statement; node <= tree.lastInside(statement); node++) {
    const kind = tree.kind(node);
    if (kind === NodeKind.Block || (kind === NodeKind.String && /[\r\n]/.test(tree.textOf(node))))
      return false;
  }
  return true;
}
