import { lastName } from "../../catalogue/ids";
import { ownerOf } from "../../evaluation/types";
import type { TextReplacement } from "../../findings";
import { Field, NodeKind } from "../../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../../syntax/syntax-tree";
import type { FixInput } from "../fixer";
import { dropUnusedImports } from "../imports/drop-imports";
import { isPackage } from "../imports/left-over";
import { ImportPlan } from "../imports/import-plan";
import { type Replacement, takesSameArguments } from "./replacement";

/** The edits that write the new name where code reaches the old one through a module, a class or an object. */
export function replaceReference(
  input: FixInput,
  replacement: Replacement,
  options: { readonly keepImports: boolean },
): TextReplacement[] | undefined {
  const { tree, scopes, catalogue, finding, analysis } = input;
  const { from, to } = replacement;
  const node = tree.innermost(finding.start, finding.end);
  const attribute = tree.parent(node);
  const isMember = tree.field(node) === Field.Attribute && tree.kind(attribute) === NodeKind.Attribute;
  if (!isMember || !takesSameArguments(tree, attribute, replacement)) return undefined;
  if (ownerOf(from.id) === ownerOf(to.id)) {
    return [{ start: tree.start(node), end: tree.end(node), newText: lastName(to.id) }];
  }
  const object = tree.child(attribute, Field.Object);
  const isPath = catalogue.isModule(ownerOf(from.id))
    ? isDotted(tree, object)
    : namesClass(input, object, from.id);
  if (!isPath) return undefined;
  const plan = new ImportPlan(input, attribute);
  const newText = plan.spell(to.id);
  if (newText === undefined) return undefined;
  const range = { start: tree.start(attribute), end: tree.end(attribute) };
  // What a package's own module imports may be what others import from it.
  if (options.keepImports || isPackage(analysis.uri)) return [...plan.edits, { ...range, newText }];
  const [root] = tree.textOf(object).split(".", 1);
  const removed = { gone: [range], used: plan.used, added: plan.edits };
  const { drops, added } = dropUnusedImports(tree, scopes, [root], removed);
  return [...added, { ...range, newText }, ...drops];
}

function isDotted(tree: SyntaxTree, node: NodeIndex): boolean {
  return /^[\w.]+$/.test(tree.textOf(node));
}

/** Tells whether an expression is the class that has the member, by name, and no object of it. */
function namesClass({ tree, analysis }: FixInput, node: NodeIndex, id: string): boolean {
  if (!isDotted(tree, node)) return false;
  const end = tree.end(node);
  return analysis.usages.some((usage) => usage.end === end && usage.entryId === ownerOf(id));
}
