import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../../syntax/syntax-tree";
import { isSubset, NO_MINORS } from "../../version";
import type { Fixer, FixInput } from "../fixer";
import { functionAround } from "../statements";
import { isGuardable, needOf, nodeOf } from "./need";
import { readVersionComparison, type VersionComparison } from "./version-comparison";

/** How far the number of a guard may lie from the right one to be taken for a slip. */
const FARTHEST = 3;

/**
 * Corrects the number of the nearest version guard around the code where that lets in Pythons that lack what the code
 * uses: `>= (3, 7)` around a call from 3.8. Unsafe, since on the Pythons between the whole branch is left out.
 */
export const widenGuard: Fixer = {
  id: "widen-guard",
  appliesTo: isGuardable,
  compute(input) {
    const { tree, analysis } = input;
    const node = nodeOf(input);
    const guard = node === NO_NODE ? undefined : nearestGuard(input, node);
    const need = guard && needOf(input, { start: input.finding.start, end: input.finding.end });
    const target = analysis.target?.range.minors ?? NO_MINORS;
    if (!guard || !need) return undefined;
    const { comparison, taken } = guard;
    const lets = (minor: number): number => comparison.truthWith(minor)[taken ? "yes" : "no"];
    const good = lets(comparison.minor) & target & ~input.finding.failing;
    const minor = candidates(comparison.minor).find(
      (each) =>
        (lets(each) & input.finding.failing) === NO_MINORS && isSubset(good, lets(each)) && good !== 0,
    );
    if (minor === undefined) return undefined;
    const start = tree.start(comparison.number);
    return {
      id: this.id,
      safety: "unsafe",
      details: { version: `3.${minor}`, from: `3.${comparison.minor}` },
      edits: [{ start, end: tree.end(comparison.number), newText: String(minor) }],
    };
  },
};

/** The nearest numbers first. */
function candidates(minor: number): number[] {
  const found: number[] = [];
  for (let distance = 1; distance <= FARTHEST; distance++) found.push(minor + distance, minor - distance);
  return found.filter((each) => each >= 0);
}

/** The innermost `if` whose test is a single comparison of versions, and which way leads to the code. */
function nearestGuard(
  { tree, scopes }: FixInput,
  node: NodeIndex,
): { readonly comparison: VersionComparison; readonly taken: boolean } | undefined {
  const home = functionAround(tree, scopes, node)?.node ?? 0;
  for (let at = node; at > home; at = tree.parent(at)) {
    const parent = tree.parent(at);
    if (parent === NO_NODE) return undefined;
    const guard = guardBetween(tree.kind(parent), tree.field(at));
    if (guard === undefined) continue;
    const owner = tree.kind(parent) === NodeKind.ElseClause ? tree.parent(parent) : parent;
    // Behind an `elif` the code is reached where several tests failed.
    if (
      guard === "else" &&
      tree.namedChildren(owner).some((child) => tree.kind(child) === NodeKind.ElifClause)
    )
      return undefined;
    const condition = tree.child(owner, Field.Condition);
    const comparison = condition === NO_NODE ? undefined : readVersionComparison(tree, condition);
    if (comparison) return { comparison, taken: guard === "then" };
  }
  return undefined;
}

function guardBetween(parent: NodeKind, field: Field): "then" | "else" | undefined {
  if (parent === NodeKind.IfStatement || parent === NodeKind.ElifClause)
    return field === Field.Consequence ? "then" : undefined;
  return parent === NodeKind.ElseClause && field === Field.Body ? "else" : undefined;
}
