import { matchAround } from "../rewrites/find";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import type { Judgement, Rule, RuleInput } from "./rule";

/**
 * Flags code that relies on a behaviour which some targeted Python does not have, where that Python does not fail but does
 * something else (a warning) or nearly the same (a hint).
 *
 * Silent when a guard keeps those Pythons away, and where the target has no lower end, as for whatever is too new. What is
 * nearly the same is told of only where targeted Pythons differ: else the code was written for what they all do.
 * Silent, too, on code that a rewrite would lead to: `OrderedDict(point._asdict())`.
 *
 * Why: the code runs everywhere, and gives other results on the older Pythons.
 *
 * ```python
 * # target: >=3.6
 * re.split(r"(?=l)", "hello")  # changed 3.7
 * ```
 */
export const changes: Rule = function* (input): Iterable<Judgement> {
  const { lists, catalogue, target } = input;
  for (const { entryId, kind, start, end, reach, forgiven } of lists.lacking) {
    const entry = kind === "behaviour" ? catalogue.lookup(entryId) : undefined;
    if (!entry || entry.older === "fails") continue;
    const failing: MinorSet = reach & ~forgiven & ~entry.available & target.minors & ALL_MINORS;
    if (failing === NO_MINORS || target.minimum === undefined) continue;
    const severity = entry.older === "differs" ? "warning" : "hint";
    const isAlikeOnAll = (reach & entry.available & target.minors) === NO_MINORS;
    if (severity === "hint" && isAlikeOnAll) continue;
    if (hasOlderForm(input, entryId, start, end)) continue;
    yield { code: "changed", severity, entryId: entry.id, start, end, failing };
  }
};

function hasOlderForm(input: RuleInput, entryId: string, start: number, end: number): boolean {
  const { tree, book, subject } = input;
  const forms = book.olderForms(entryId);
  if (forms.length === 0) return false;
  const anchor = tree.innermost(start, end);
  return forms.some((form) => matchAround(form, anchor, book, subject) !== undefined);
}
