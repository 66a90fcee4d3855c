import type { TextReplacement } from "../../findings";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { Fixer } from "../fixer";
import { hasOwnLines, holdsComment, startOfLine } from "../layout";
import { lineEnd, nextLine } from "./branches";
import { type ConstantTest, simplify } from "./constant-test";
import { removeStatement, resolveClause } from "./unwrap-if";

/**
 * Takes away a test of the version, or of the presence of a name, that has one answer on every targeted Python: the branch that is always taken stays, the dead
 * one goes; in `and` and `or` the other operand stays; a decorator that never skips goes. Safe, since what is left is what
 * runs today. Not offered where the answer itself is what the code is after (`PY3 = sys.version_info[0] == 3`).
 */
export const removeGuard: Fixer = {
  id: "remove-guard",
  appliesTo: ({ code }) => code === "unused-guard",
  compute({ tree, finding }) {
    const { start, end, holds, entryId } = finding;
    const node = tree.innermost(start, end);
    const isOfVersion = entryId === VERSION;
    const kind = isOfVersion ? NodeKind.ComparisonOperator : NodeKind.Call;
    if (holds === undefined || tree.kind(node) !== kind) return undefined;
    // What only prereleases answer otherwise is there for those who run them.
    if (/releaselevel|serial/.test(tree.text.slice(start, end))) return undefined;
    const simplified = simplify(tree, { node, holds });
    if (!simplified) return undefined;
    const edits = "edit" in simplified ? [simplified.edit] : resolve(tree, simplified);
    const details = { holds: String(holds), ...(!isOfVersion && { name: entryId }) };
    return edits && { id: this.id, safety: "safe", details, edits };
  },
};

/** What a test of the version asks; any other test asks for the name that the finding is of. */
const VERSION = "sys.version_info";

function resolve(tree: SyntaxTree, test: ConstantTest): TextReplacement[] | undefined {
  const parent = tree.parent(test.node);
  switch (tree.kind(parent)) {
    case NodeKind.IfStatement:
    case NodeKind.ElifClause:
      return tree.field(test.node) === Field.Condition ? resolveClause(tree, test) : undefined;
    case NodeKind.ConditionalExpression:
      return resolveConditional(tree, parent, test);
    case NodeKind.AssertStatement:
      return test.holds && tree.firstNamedChild(parent) === test.node ? removeLines(tree, parent) : undefined;
    case NodeKind.ArgumentList:
      return removeSkip(tree, test);
    default:
      return undefined;
  }
}

/** `a if test else b` becomes `a` or `b`. */
function resolveConditional(
  tree: SyntaxTree,
  conditional: NodeIndex,
  { node, holds }: ConstantTest,
): TextReplacement[] | undefined {
  const [value, condition, otherwise] = tree.namedChildren(conditional);
  if (condition !== node || otherwise === undefined) return undefined;
  const kept = holds ? value : otherwise;
  const edits = [
    { start: tree.start(conditional), end: tree.start(kept), newText: "" },
    { start: tree.end(kept), end: tree.end(conditional), newText: "" },
  ].filter(({ start, end }) => start < end);
  return edits.some(({ start, end }) => holdsComment(tree, start, end)) ? undefined : edits;
}

function removeLines(tree: SyntaxTree, statement: NodeIndex): TextReplacement[] | undefined {
  if (!hasOwnLines(tree, statement)) return undefined;
  const start = startOfLine(tree.text, tree.start(statement));
  return removeStatement(tree, statement, { start, end: lineEnd(tree.text, tree.end(statement)) });
}

/** What skips a test, by the answer with which it does not. */
const NEVER_SKIPS_WHEN: Readonly<Record<string, boolean | undefined>> = {
  "unittest.skipIf": false,
  "unittest.skipUnless": true,
  skipIf: false,
  skipUnless: true,
  "pytest.mark.skipif": false,
};

/** A decorator that skips a test on no targeted Python. */
function removeSkip(tree: SyntaxTree, { node, holds }: ConstantTest): TextReplacement[] | undefined {
  const list = tree.parent(node);
  const call = tree.parent(list);
  const decorator = call === NO_NODE ? NO_NODE : tree.parent(call);
  if (decorator === NO_NODE || tree.kind(decorator) !== NodeKind.Decorator) return undefined;
  const name = tree.textOf(tree.child(call, Field.Function));
  if (tree.firstNamedChild(list) !== node || NEVER_SKIPS_WHEN[name] !== holds) return undefined;
  // The parser counts the line break as part of the decorator.
  if (holdsComment(tree, tree.start(decorator), tree.end(call))) return undefined;
  const start = startOfLine(tree.text, tree.start(decorator));
  return [{ start, end: nextLine(tree.text, tree.end(call)), newText: "" }];
}
