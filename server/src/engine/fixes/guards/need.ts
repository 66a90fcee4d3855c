import { BEHAVIOUR_PREFIX } from "../../catalogue/ids";
import type { Finding, Usage } from "../../findings";
import { NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../../version";
import { startingWithin } from "../by-place";
import type { FixInput } from "../fixer";
import { boundsBetween, type VersionBounds } from "../version-bounds";

/** What must hold where a piece of code runs, by what is missing elsewhere. */
export interface Need {
  readonly bounds: VersionBounds;
  /** The entries that some targeted Python lacks, in document order. */
  readonly entryIds: readonly string[];
}

/** Tells whether a guard could mend such a finding: what does not compile it does not help. */
export function isGuardable({ code }: Pick<Finding, "code">): boolean {
  return code === "added-later" || code === "removed";
}

/** The usage that a finding judges. */
export function usageOf({ analysis }: FixInput, finding: Finding): Usage | undefined {
  const here = startingWithin(analysis.usages, { start: finding.start, end: finding.start });
  return here.find(
    ({ entryId, end, kind }) => end === finding.end && entryId === finding.entryId && kind !== "reference",
  );
}

/**
 * What everything that is missing within a stretch of code needs, the finding's own entry first of all: one guard then
 * serves it whole. Where the needs contradict each other the finding's own counts. `undefined` where no test can tell
 * the Pythons that have it from those that have not, and for a mere definition, which does no harm.
 */
export function needOf(
  input: FixInput,
  range: { readonly start: number; readonly end: number },
): Need | undefined {
  const { finding, analysis } = input;
  const usage = usageOf(input, finding);
  if (!usage || usage.kind === "definition" || !analysis.target) return undefined;
  const others = startingWithin(analysis.findings, range).filter(
    (other) =>
      other === finding || (isGuardable(other) && other.end <= range.end && !isNested(input, range, other)),
  );
  return needFor(input, others, usage) ?? needFor(input, [finding], usage);
}

function needFor(input: FixInput, findings: readonly Finding[], usage: Usage): Need | undefined {
  let failing: MinorSet = NO_MINORS;
  let available: MinorSet = ALL_MINORS;
  for (const each of findings) {
    failing |= each.failing;
    available &= input.catalogue.lookup(each.entryId)?.available ?? ALL_MINORS;
  }
  const reached = usage.reach & (input.analysis.target?.range.minors ?? NO_MINORS);
  const bounds = boundsBetween(reached & ~failing, reached & failing, available);
  return bounds && { bounds, entryIds: [...new Set(findings.map(({ entryId }) => entryId))] };
}

/** What the body of a function or class defined within the stretch needs is a matter of that body. */
function isNested({ tree }: FixInput, range: { readonly start: number }, { start, end }: Finding): boolean {
  for (
    let node = tree.innermost(start, end);
    node > 0 && tree.start(node) > range.start;
    node = tree.parent(node)
  ) {
    if (tree.kind(node) === NodeKind.Block) return true;
  }
  return false;
}

/** The node of a finding's name; of what a behaviour shows in, the whole of the text. */
export function nodeOf({ tree, finding }: FixInput): NodeIndex {
  const node = tree.innermost(finding.start, finding.end);
  if (node === 0) return NO_NODE;
  return finding.entryId.startsWith(BEHAVIOUR_PREFIX) ? wholeText(tree, node) : node;
}

const TEXTS = new Set([
  NodeKind.String,
  NodeKind.ConcatenatedString,
  NodeKind.StringContent,
  NodeKind.Interpolation,
  NodeKind.FormatSpecifier,
]);

/** The string literal, with its neighbours, that a node is a part of; any other node itself. */
function wholeText(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  let whole = node;
  for (let at = node; at > 0 && TEXTS.has(tree.kind(at)); at = tree.parent(at)) whole = at;
  return whole;
}
