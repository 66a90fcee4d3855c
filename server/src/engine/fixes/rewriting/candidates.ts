import type { ScopeTable } from "../../binding/scopes";
import type { Finding, OffsetRange } from "../../findings";
import type { Candidate } from "../../rewrites/book";
import type { Direction } from "../../rewrites/rewrite";
import { importAround } from "../../syntax/imports";
import { NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { MinorSet } from "../../version";
import type { FixInput } from "../fixer";
import { type Imported, importedNames } from "../imports/imported";

/** Which way a finding's code can be rewritten: forward where it is old, back where it is too new. */
export function candidatesFor(
  finding: Pick<Finding, "code" | "entryId">,
  { book }: Pick<FixInput, "book">,
): readonly Candidate[] {
  switch (finding.code) {
    case "modernise":
      return book.about(finding.entryId, "modernise");
    case "deprecated":
    case "removed":
      return [...book.at(finding.entryId, "modernise"), ...book.about(finding.entryId, "modernise")];
    case "added-later":
    case "changed":
    case "syntax-later":
      return book.about(finding.entryId, "downgrade");
    default:
      return [];
  }
}

/** The id of the fix that goes a way by a rewrite. */
export function rewriteFixId(direction: Direction, rewriteId: string): string {
  return `${direction}-${rewriteId}`;
}

/** The forms that one finding's code may have, by the rewrite that they belong to. */
export function candidatesByRewrite(input: FixInput): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidatesFor(input.finding, input)) {
    const group = groups.get(candidate.rewrite.id);
    if (group) group.push(candidate);
    else groups.set(candidate.rewrite.id, [candidate]);
  }
  return groups;
}

/**
 * Where the code of a finding stands: at the finding itself, or wherever the name is used that it says is imported; of a
 * module that is imported, wherever something of it is used.
 */
export function placesOf(input: FixInput): readonly OffsetRange[] {
  const { tree, scopes, finding, analysis } = input;
  if (isOnImportedModule(input)) {
    const start = `${finding.entryId}.`;
    return analysis.usages.filter(({ kind, entryId }) => MENTIONS.has(kind) && entryId.startsWith(start));
  }
  const node = tree.innermost(finding.start, finding.end);
  const imported = importAt(tree, scopes, node);
  if (!imported) return [finding];
  if (tree.kind(imported.statement) !== NodeKind.ImportFromStatement) return [];
  return analysis.usages.filter(({ kind, entryId }) => kind === "reference" && entryId === finding.entryId);
}

const MENTIONS = new Set(["name", "attribute", "reference"]);

/** Tells whether a finding says of an import that its whole module is too new. */
export function isOnImportedModule({ tree, catalogue, finding }: FixInput): boolean {
  if (!catalogue.isModule(finding.entryId)) return false;
  return importAround(tree, tree.innermost(finding.start, finding.end)) !== NO_NODE;
}

/** The targeted minors on which a stretch of code is reached. */
export function minorsAt({ start, end }: OffsetRange, { subject }: FixInput): MinorSet {
  return subject.references.reachWithin(start, end) & subject.minors;
}

/** Finds the import that a node is (a part of) a name of; `undefined` for any other node. */
export function importAt(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex): Imported | undefined {
  return importedNames(tree, scopes).find((each) => each.node <= node && node <= tree.lastInside(each.node));
}
