import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { Fixer } from "../fixer";
import { indentationAt, indentationUnit, joinEdits, lineEndingOf, startOfLine } from "../layout";
import { functionAround, lineStatementAround, returnsValue } from "../statements";
import { boundaryVersion, writeOppositeTest } from "../version-bounds";
import { versionInfoFor } from "../version-info";
import { isGuardable, needOf, nodeOf } from "./need";

/**
 * Leaves the function before the statement where the running Python lacks what it uses. A person must see whether
 * returning nothing is right. Offered in the outermost block of a function only, where all that follows depends on it,
 * and not in generators, whose caller would take it for the end.
 */
export const guardEarlyReturn: Fixer = {
  id: "guard-early-return",
  appliesTo: isGuardable,
  compute(input) {
    const { tree, scopes } = input;
    const node = nodeOf(input);
    const statement = node === NO_NODE ? NO_NODE : lineStatementAround(tree, node);
    if (statement === NO_NODE) return undefined;
    const definition = functionAround(tree, scopes, statement);
    if (!definition || definition.yields || !isInBodyOf(tree, statement, definition.node)) return undefined;
    const need = needOf(input, { start: tree.start(statement), end: tree.end(statement) });
    const info = need && versionInfoFor(input, statement);
    if (!info) return undefined;
    const lineStart = startOfLine(tree.text, tree.start(statement));
    const indentation = indentationAt(tree.text, lineStart);
    const lineEnd = lineEndingOf(tree.text);
    const leave = returnsValue(tree, definition) ? "return None" : "return";
    const newText =
      `${indentation}if ${writeOppositeTest(need.bounds, info.text)}:${lineEnd}` +
      `${indentation}${indentationUnit(tree)}${leave}${lineEnd}`;
    return {
      id: this.id,
      safety: "manual",
      details: { version: boundaryVersion(need.bounds) },
      edits: joinEdits(info.edits, [{ start: lineStart, end: lineStart, newText }]),
    };
  },
};

function isInBodyOf(tree: SyntaxTree, statement: NodeIndex, definition: NodeIndex): boolean {
  const block = tree.parent(statement);
  return (
    tree.kind(definition) === NodeKind.FunctionDefinition && tree.child(definition, Field.Body) === block
  );
}
