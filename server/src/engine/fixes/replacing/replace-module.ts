import type { Entry } from "../../catalogue/entry";
import type { OffsetRange, TextReplacement } from "../../findings";
import { namesOfImport } from "../../syntax/imports";
import { Field, NodeKind } from "../../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../../syntax/syntax-tree";
import { isSubset, NO_MINORS } from "../../version";
import type { Fixer, FixInput } from "../fixer";
import { dropUnusedImports, wholeLines } from "../imports/drop-imports";
import { type Imported, importedNames } from "../imports/imported";
import { isPackage } from "../imports/left-over";
import { ImportPlan } from "../imports/import-plan";
import { joinEdits, removeListItem } from "../layout";
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
    if (imported?.reaches !== finding.entryId || !catalogue.isModule(imported.reaches)) return undefined;
    // What a package's own module imports may be what others import from it.
    if (isPackage(analysis.uri)) return undefined;
    const found = usesOf(input, imported);
    const edits = found && editsFor(input, imported, found);
    if (!edits) return undefined;
    const { uses } = found;
    const isSafe = uses.length > 0 && uses.every(({ from }) => from.dropIn === "safe");
    const names = [...new Set(uses.map(({ to }) => to.id))].join(", ");
    return {
      id: this.id,
      safety: isSafe ? "safe" : "unsafe",
      details: { module: imported.reaches, names },
      edits: joinEdits(edits),
    };
  },
};

/** What a document makes of an import. */
interface Uses {
  readonly uses: readonly Use[];
  /** Of `import a.b`: it uses `a` otherwise, too. */
  readonly usesPackage: boolean;
}

/** The uses of the module's members; `undefined` where it is used otherwise, or nothing stands in for a member. */
function usesOf(input: FixInput, imported: Imported): Uses | undefined {
  const { tree, scopes, catalogue, analysis } = input;
  const { local, path, reaches, node: own } = imported;
  const minors = analysis.target?.range.minors ?? NO_MINORS;
  const entryAt = new Map(analysis.usages.map((usage) => [usage.end, usage]));
  const submodules = path === reaches ? [] : reaches.split(".").slice(1);
  const others = submodules.length > 0 ? importedNames(tree, scopes).map(({ node }) => node) : [own];
  const uses: Use[] = [];
  let usesPackage = false;
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind(node) !== NodeKind.Identifier || tree.textOf(node) !== local) continue;
    if (tree.field(node) === Field.Attribute) continue;
    if (others.some((other) => node >= other && node <= tree.lastInside(other))) continue;
    const module = climb(tree, node, submodules);
    if (module === undefined) {
      usesPackage = true;
      continue;
    }
    const attribute = tree.parent(module);
    if (tree.kind(attribute) !== NodeKind.Attribute || tree.field(module) !== Field.Object) return undefined;
    const usage = entryAt.get(tree.end(attribute));
    const from = usage && catalogue.lookup(usage.entryId);
    const to = from?.replacement === undefined ? undefined : catalogue.lookup(from.replacement);
    if (!from?.dropIn || !to || !isSubset(usage!.reach & minors, to.available)) return undefined;
    if (!takesSameArguments(tree, attribute, { from, to })) return undefined;
    uses.push({ attribute, from, to });
  }
  return { uses, usesPackage };
}

/** The attribute that names a module in its package: `a.b.c` for `b` and `c`, from `a`; `undefined` where code reaches for other things. */
function climb(tree: SyntaxTree, root: NodeIndex, names: readonly string[]): NodeIndex | undefined {
  let node = root;
  for (const name of names) {
    const attribute = tree.parent(node);
    if (tree.kind(attribute) !== NodeKind.Attribute || tree.field(node) !== Field.Object) return undefined;
    if (tree.textOf(tree.child(attribute, Field.Attribute)) !== name) return undefined;
    node = attribute;
  }
  return node;
}

function editsFor(
  input: FixInput,
  imported: Imported,
  { uses, usesPackage }: Uses,
): TextReplacement[] | undefined {
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
  if (usesPackage || used.has(imported.local))
    return imported.path === imported.reaches
      ? undefined
      : [...replaced, ...insertions, packageImport(input, imported)];
  const { drops, added: kept } = dropUnusedImports(tree, scopes, [imported.local], {
    gone,
    used,
    added: insertions,
  });
  return drops.length === 0 ? undefined : [...replaced, ...kept, ...drops];
}

/** Imports the package alone in the place of the module; where another statement does, the name of this one goes. */
function packageImport({ tree, scopes }: FixInput, imported: Imported): TextReplacement {
  const { node, local, scope, statement } = imported;
  const names = namesOfImport(tree, statement);
  const isImported = importedNames(tree, scopes).some(
    (each) =>
      each.node !== node &&
      each.local === local &&
      each.path === local &&
      each.scope === scope &&
      each.isUnconditional,
  );
  if (isImported && names.length > 1) return removeListItem(tree, node, names);
  const lines = isImported ? wholeLines(tree, statement, { withComment: false }) : undefined;
  if (lines) return { ...lines, newText: "" };
  return { start: tree.start(node), end: tree.end(node), newText: local };
}
