import { ownerOf } from "../../evaluation/types";
import type { OffsetRange, TextReplacement, Usage } from "../../findings";
import { REWRITES } from "../../rewrites/table";
import { NodeKind } from "../../syntax/node-kind";
import type { Fixer, FixInput } from "../fixer";
import type { Imported } from "../imports/imported";
import { joinEdits } from "../layout";
import { editsFor, findAt, type Rewriting, worstRule } from "../rewrite-fix";
import { importAt } from "./candidates";

/** Modules of which the table of rewrites knows members. */
const MODULES: ReadonlySet<string> = new Set(REWRITES.map(({ entry }) => ownerOf(entry)));

/**
 * Writes every use of a module that is too new as older Pythons have it, and drops the import of the module. Only where
 * the table of rewrites has an older way of all that the document uses of it.
 */
export const downgradeModule: Fixer = {
  id: "downgrade-module",
  appliesTo: ({ code, entryId }) => code === "added-later" && MODULES.has(entryId),
  compute(input) {
    const { tree, scopes, finding } = input;
    const imported = importAt(tree, scopes, tree.innermost(finding.start, finding.end));
    if (!imported || (imported.path !== finding.entryId && imported.reaches !== finding.entryId))
      return undefined;
    const rewritings = usesOf(input).map((usage) => rewritingOf(usage, input));
    if (rewritings.length === 0 || !rewritings.every((found) => found !== undefined)) return undefined;
    const edits = editsFor(rewritings, input);
    const complete = edits && withoutImport(input, imported, edits);
    if (!complete) return undefined;
    const rule = worstRule(rewritings);
    return {
      id: this.id,
      safety: rule?.safety ?? "safe",
      details: { module: finding.entryId, ...(rule?.differs && { differs: rule.differs }) },
      edits: complete,
    };
  },
};

/**
 * The edits with the import of the module gone: it is dropped where nothing names it any more, and of `import a.b` the `a`
 * stays where that is named still. `undefined` where the module is named in another way, too.
 */
function withoutImport(
  { tree, analysis, finding }: FixInput,
  { node, statement, path, reaches }: Imported,
  edits: readonly TextReplacement[],
): readonly TextReplacement[] | undefined {
  const covers = ({ start, end }: OffsetRange): boolean =>
    edits.some((edit) => edit.start < end && start < edit.end);
  if (covers({ start: tree.start(statement), end: tree.end(statement) })) return edits;
  const isRest = path !== reaches && tree.kind(node) === NodeKind.DottedName;
  const isNamed = analysis.usages.some(
    (usage) => usage.kind === "reference" && usage.entryId === finding.entryId && !covers(usage),
  );
  if (!isRest || isNamed) return undefined;
  const edit = { start: tree.start(node), end: tree.end(node), newText: path };
  return joinEdits(edits, [edit]);
}

/** The uses of what is in the module itself. */
function usesOf({ analysis, finding }: FixInput): readonly Usage[] {
  return analysis.usages.filter(
    ({ entryId, kind }) => kind === "attribute" && ownerOf(entryId) === finding.entryId,
  );
}

function rewritingOf(usage: Usage, input: FixInput): Rewriting | undefined {
  return findAt(input.book.about(usage.entryId, "downgrade"), usage, input);
}
