import type { Finding, OffsetRange } from "../../findings";
import { findRequests } from "../../rules/modernise";
import { isSubset, NO_MINORS } from "../../version";
import { startingWithin } from "../by-place";
import type { FixInput } from "../fixer";
import { startOfLine } from "../layout";
import { lineEnd } from "../guards/branches";
import { rewriteFixId } from "../rewriting/candidates";
import { REQUESTED_FIXERS } from "./requested";

/**
 * What could be written in a better way for who asks for it at a place, as findings that nobody is told of: style, and
 * ways that are better to some only. None where no target is known.
 */
export function requestsAt(input: Omit<FixInput, "finding">, range: OffsetRange): Finding[] {
  const { analysis, tree } = input;
  const target = analysis.target?.range;
  if (!target || range.end > tree.text.length) return [];
  return [...tableRequests(input, range), ...fixerRequests(input, range)];
}

function tableRequests(input: Omit<FixInput, "finding">, range: OffsetRange): Finding[] {
  const { tree, book, subject, analysis } = input;
  const lines = { start: startOfLine(tree.text, range.start), end: lineEnd(tree.text, range.end) };
  const usages = startingWithin(analysis.usages, lines);
  const found = findRequests({ tree, book, usages, target: analysis.target!.range, subject }, range);
  return [...found].map((judgement) => ({
    ...judgement,
    fixIds: book
      .about(judgement.entryId, "modernise")
      .filter(({ rule }) => rule.onRequest)
      .map(({ rewrite }) => rewriteFixId("modernise", rewrite.id)),
  }));
}

function fixerRequests(input: Omit<FixInput, "finding">, range: OffsetRange): Finding[] {
  const { tree, catalogue, analysis } = input;
  const minors = analysis.target!.range.minors;
  const found: Finding[] = [];
  for (let at = tree.innermost(range.start, range.end); at > 0; at = tree.parent(at)) {
    for (const { fixer, entryId, kinds, isForOlder } of REQUESTED_FIXERS) {
      if (!kinds.includes(tree.kind(at))) continue;
      const isEverywhere = isSubset(minors, catalogue.lookup(entryId)?.available ?? NO_MINORS);
      if (isEverywhere === (isForOlder === true)) continue;
      const stretch = { start: tree.start(at), end: tree.end(at) };
      const finding: Finding = {
        code: "modernise",
        severity: "hint",
        entryId,
        ...stretch,
        failing: NO_MINORS,
        subject: stretch,
        fixIds: [fixer.id],
      };
      if (fixer.compute({ ...input, finding })) found.push(finding);
    }
  }
  return found;
}
