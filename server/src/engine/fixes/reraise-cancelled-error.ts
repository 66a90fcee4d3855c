import { NodeKind } from "../syntax/node-kind";
import { NO_NODE } from "../syntax/syntax-tree";
import { nodeAround } from "./downgrading/syntax-fixer";
import type { Fixer } from "./fixer";
import { ImportPlan } from "./imports/import-plan";
import { indentationAt, indentationUnit, joinEdits, lineEndingOf, startOfLine } from "./layout";
import { isSubset, minorsFrom } from "../version";

/** The minor release that brought `asyncio`. */
const FIRST_ASYNCIO = 4;

/**
 * A handler before `except Exception` that lets a cancellation through, which is an `Exception` before 3.8. Newer Pythons
 * do the same without it.
 */
export const reraiseCancelledError: Fixer = {
  id: "reraise-cancelled-error",
  appliesTo: ({ code, entryId }) =>
    code === "changed" && entryId === "behaviour:asyncio.except-Exception-in-coroutine",
  compute(input) {
    const { tree, finding } = input;
    const clause = nodeAround(tree, tree.innermost(finding.start, finding.end), NodeKind.ExceptClause);
    if (clause === NO_NODE) return undefined;
    const plan = new ImportPlan(input, clause);
    const name = plan.spell("asyncio.CancelledError");
    if (name === undefined) return undefined;
    // A function that is never called on older Pythons imports nothing there.
    if (plan.edits.length > 0 && !isSubset(input.subject.minors, minorsFrom(FIRST_ASYNCIO))) return undefined;
    const eol = lineEndingOf(tree.text);
    const indentation = indentationAt(tree.text, tree.start(clause));
    const start = startOfLine(tree.text, tree.start(clause));
    const newText = `${indentation}except ${name}:${eol}${indentation}${indentationUnit(tree)}raise${eol}`;
    const edits = joinEdits(plan.edits, [{ start, end: start, newText }]);
    return { id: this.id, safety: "safe", details: {}, edits };
  },
};
