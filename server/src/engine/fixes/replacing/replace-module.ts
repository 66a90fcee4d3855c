import type { Entry } from "../../catalogue/entry";
import type { OffsetRange, TextReplacement } from "../../findings";
import { Field, NodeKind } from "../../syntax/node-kind";
import type { NodeIndex } from "../../syntax/syntax-tree";
import { isSubset, NO_MINORS } from "../../version";
import type { Fixer, FixInput } from "../fixer";
import { dropUnusedImports } from "../imports/drop-imports";
import { type Imported, importedNames } from "../imports/imported";
import { isPackage } from "../imports/left-over";
import { ImportPlan } from "../imports/import-plan";
import { joinEdits } from "../layout";
import { isLeaving, takesSameArguments } from "./replacement";

/** One use of a member of the module, and what stands in for it. */
interface Use {
  readonly attribute: NodeIndex;
  readonly from: Entry;
  readonly to: Entry;
}

/**
 * Writes what stands in for every member of a module that is gone or goes, and drops the import of the module. Only where
 * that is known of all that the document uses of it. Where it uses nothing, the import alone goes.
 */
export const replaceModule: Fixer = {
  id: "replace-module",
  appliesTo: isLeaving,
  compute(input) {
    const { tree, scopes, catalogue, finding, analysis } = input;
    const node = tree.innermost(finding.start, finding.end);
    const imported = importedNames(tree, scopes).find(
      (each) => each.node <= node && node <= tree.lastInside(each.node),
    );
    const isModule = imported && tree.kind(imported.statement) === NodeKind.ImportStatement;
    if (!isModule || imported.path !== finding.entryId || !catalogue.isModule(imported.path))
      return undefined;
    // What a package's own module imports may be what others import from it.
    if (isPackage(analysis.uri)) return undefined;
    const uses = usesOf(input, imported);
    const edits = uses && editsFor(input, imported, uses);
    if (!edits) return undefined;
    const isSafe = uses.length > 0 && uses.every(({ from }) => from.dropIn === "safe");
    const names = [...new Set(uses.map(({ to }) => to.id))].join(", ");
    return {
      id: this.id,
      safety: isSafe ? "safe" : "unsafe",
      details: { module: imported.path, names },
      edits: joinEdits(edits),
    };
  },
};

/** The uses of the module's members; `undefined` where it is used otherwise, or nothing stands in for a member. */
function usesOf(input: FixInput, { local, node: own }: Imported): Use[] | undefined {
  const { tree, catalogue, analysis } = input;
  const minors = analysis.target?.range.minors ?? NO_MINORS;
  const entryAt = new Map(analysis.usages.map((usage) => [usage.end, usage]));
  const uses: Use[] = [];
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind(node) !== NodeKind.Identifier || tree.textOf(node) !== local) continue;
    if (tree.field(node) === Field.Attribute || (node >= own && node <= tree.lastInside(own))) continue;
    const attribute = tree.parent(node);
    if (tree.kind(attribute) !== NodeKind.Attribute || tree.field(node) !== Field.Object) return undefined;
    const usage = entryAt.get(tree.end(attribute));
    const from = usage && catalogue.lookup(usage.entryId);
    const to = from?.replacement === undefined ? undefined : catalogue.lookup(from.replacement);
    if (!from?.dropIn || !to || !isSubset(usage!.reach & minors, to.available)) return undefined;
    if (!takesSameArguments(tree, attribute, to)) return undefined;
    uses.push({ attribute, from, to });
  }
  return uses;
}

function editsFor(input: FixInput, imported: Imported, uses: readonly Use[]): TextReplacement[] | undefined {
  const { tree, scopes } = input;
  const replaced: TextReplacement[] = [];
  const added = new Map<string, TextReplacement>();
  const used = new Set<string>();
  const gone: OffsetRange[] = [];
  for (const { attribute, to } of uses) {
    const plan = new ImportPlan(input, attribute);
    const newText = plan.spell(to.id);
    if (newText === undefined) return undefined;
    const range = { start: tree.start(attribute), end: tree.end(attribute) };
    replaced.push({ ...range, newText });
    gone.push(range);
    for (const edit of plan.edits) added.set(`${edit.start} ${edit.newText}`, edit);
    for (const name of plan.used) used.add(name);
  }
  const insertions = [...added.values()];
  const { drops, added: kept } = dropUnusedImports(tree, scopes, [imported.local], {
    gone,
    used,
    added: insertions,
  });
  return drops.length === 0 ? undefined : [...replaced, ...kept, ...drops];
}
