import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import type { Judgement, Rule } from "./rule";

/**
 * Flags code that relies on a behaviour which some targeted Python does not have, where that Python does not fail but does
 * something else (a warning) or nearly the same (a hint).
 *
 * Silent when a guard keeps those Pythons away, and where the target has no lower end, as for whatever is too new. What is
 * nearly the same is told of only where targeted Pythons differ: else the code was written for what they all do.
 *
 * Why: the code runs everywhere, and gives other results on the older Pythons.
 *
 * ```python
 * # target: >=3.6
 * re.split(r"(?=l)", "hello")  # changed 3.7
 * ```
 */
export const changes: Rule = function* ({ usages, catalogue, target }): Iterable<Judgement> {
  for (const { entryId, kind, start, end, reach, forgiven } of usages) {
    const entry = kind === "behaviour" ? catalogue.lookup(entryId) : undefined;
    if (!entry || entry.older === "fails") continue;
    const failing: MinorSet = reach & ~forgiven & ~entry.available & target.minors & ALL_MINORS;
    if (failing === NO_MINORS || target.minimum === undefined) continue;
    const severity = entry.older === "differs" ? "warning" : "hint";
    const isAlikeOnAll = (reach & entry.available & target.minors) === NO_MINORS;
    if (severity === "hint" && isAlikeOnAll) continue;
    yield { code: "changed", severity, entryId: entry.id, start, end, failing };
  }
};
