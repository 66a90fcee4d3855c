import type { Candidate } from "../rewrites/book";
import { findAround } from "../rewrites/find";
import { isDoubtful, referenceOf } from "../rewrites/references";
import type { OffsetRange } from "../findings";
import { NodeFinder } from "../syntax/node-finder";
import { NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { isSubset, type MinorSet, NO_MINORS } from "../version";
import type { Judgement, Rule, RuleInput } from "./rule";

/**
 * Flags an older way of doing something where every targeted Python has a better one: what the table of rewrites lists
 * (`engine/rewrites/table`).
 *
 * Silent where what a rewrite asks for is not shown to hold, and where a guard lets in no targeted Python.
 *
 * Why: the better way says what is meant, and often does it better.
 *
 * ```python
 * # target: >=3.8
 * functools.reduce(operator.mul, values, 1)  # modernise math.prod
 * ```
 */
export const modernise: Rule = function* (input): Iterable<Judgement> {
  const { book, lists, target } = input;
  const seen = new Set<string>();
  const finder = new NodeFinder(input.tree);
  for (const usage of lists.anchors) {
    const candidates = book.at(usage.entryId, "modernise");
    const minors = usage.reach & target.minors;
    if (minors === NO_MINORS || isDoubtful(usage)) continue;
    if (!candidates.some((candidate) => isSubset(minors, book.availability(candidate)))) continue;
    const anchor = referenceOf(input.tree, usage, finder);
    if (anchor === NO_NODE) continue;
    const judgement = judgeAt(
      input,
      candidates,
      { anchor, minors, start: usage.start, end: usage.end, entryId: usage.entryId },
      seen,
    );
    if (judgement) yield judgement;
  }
  yield* judgeKinds(input, seen);
};

/**
 * Finds the code that overlaps a stretch and that a rewrite could make better for who asks for it, though nobody is told of
 * it: what the table marks by `onRequest`.
 */
export function* findRequests(
  input: Omit<RuleInput, "tests" | "scopes" | "catalogue" | "lists">,
  range: OffsetRange,
): Iterable<Judgement> {
  const { tree, book, target, usages, subject } = input;
  const seen = new Set<string>();
  const innermost = tree.innermost(range.start, range.end);
  const byKind = book.byKind("on-request");
  const places: { readonly anchor: NodeIndex; readonly candidates: readonly Candidate[] }[] = [];
  for (let at = innermost; at > 0; at = tree.parent(at)) {
    const candidates = byKind[tree.kind(at)];
    if (candidates) places.push({ anchor: at, candidates });
    if (tree.kind(at) === NodeKind.Block) break;
  }
  for (const usage of usages) {
    const candidates = book.at(usage.entryId, "on-request");
    if (candidates.length > 0 && !isDoubtful(usage))
      places.push({ anchor: referenceOf(tree, usage), candidates });
  }
  for (const { anchor, candidates } of places) {
    if (anchor === NO_NODE) continue;
    const [start, end] = [tree.start(anchor), tree.end(anchor)];
    const minors = subject.references.reachWithin(start, end) & target.minors;
    if (minors === NO_MINORS) continue;
    const judgement = judgeAt(input, candidates, { anchor, minors, start, end }, seen);
    if (judgement?.subject && judgement.subject.start <= range.end && range.start <= judgement.subject.end)
      yield judgement;
  }
}

interface Place {
  readonly anchor: NodeIndex;
  readonly minors: MinorSet;
  readonly start: number;
  readonly end: number;
  /** What the anchor refers to, if it is a name. */
  readonly entryId?: string;
}

function judgeAt(
  { tree, book, subject }: Pick<RuleInput, "tree" | "book" | "subject">,
  candidates: readonly Candidate[],
  { anchor, minors, start, end, entryId }: Place,
  seen: Set<string>,
): Judgement | undefined {
  const given = { entryId, minors };
  for (const candidate of candidates) {
    const match = findAround(candidate, anchor, book, subject, given);
    if (!match) continue;
    const { roots } = match;
    const range = { start: tree.start(roots[0]), end: tree.end(roots[roots.length - 1]) };
    const key = `${range.start} ${candidate.rewrite.id}`;
    if (seen.has(key)) return undefined;
    seen.add(key);
    const { entry } = candidate.rewrite;
    return {
      code: "modernise",
      severity: "hint",
      entryId: entry,
      start,
      end,
      failing: NO_MINORS,
      subject: range,
    };
  }
  return undefined;
}

/** Old ways that no entry tells of are found by the kind of statement or expression that they are. */
function* judgeKinds(input: RuleInput, seen: Set<string>): Iterable<Judgement> {
  const { tree, book, target } = input;
  const byKind = book.byKind("modernise");
  const reachWithin = input.subject.references.reachInOrder();
  for (const node of tree.nodesOf(book.kinds("modernise"))) {
    const candidates = byKind[tree.kind(node)];
    if (!candidates) continue;
    const minors = reachWithin(tree.start(node), tree.end(node)) & target.minors;
    if (minors === NO_MINORS) continue;
    const start = tree.start(node);
    const judgement = judgeAt(input, candidates, { anchor: node, minors, start, end: start }, seen);
    if (judgement) yield { ...judgement, end: openingAt(tree.text, start) };
  }
}

/** The keyword or bracket that a statement or expression begins with. */
function openingAt(text: string, start: number): number {
  return start + (/^\w*/.exec(text.slice(start, start + 20))?.[0].length || 1);
}
