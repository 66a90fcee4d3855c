import type { FixRefusal } from "../../findings";
import type { Candidate } from "../../rewrites/book";
import { findAround, refusalAround } from "../../rewrites/find";
import type { FixInput } from "../fixer";
import { candidatesByRewrite, minorsAt, placesOf, rewriteFixId } from "./candidates";

/** Tells which rewrites of one finding are refused though the code has their form: each with its first reason. */
export function rewriteRefusals(input: FixInput): FixRefusal[] {
  return [...candidatesByRewrite(input).values()].flatMap((group) => {
    const reason = reasonAgainst(group, input);
    if (reason === undefined) return [];
    const [{ rewrite, direction }] = group;
    const name = direction === "modernise" ? rewrite.names.new : rewrite.names.old;
    return [{ id: rewriteFixId(direction, rewrite.id), details: { name }, reason }];
  });
}

function reasonAgainst(candidates: readonly Candidate[], input: FixInput): string | undefined {
  const { tree, book } = input;
  for (const place of placesOf(input)) {
    const anchor = tree.innermost(place.start, place.end);
    const subject = { ...input.subject, minors: minorsAt(place, input) };
    if (candidates.some((candidate) => findAround(candidate, anchor, book, subject))) continue;
    for (const candidate of candidates) {
      const reason = refusalAround(candidate, anchor, book, subject);
      if (reason !== undefined) return reason;
    }
  }
  return undefined;
}
