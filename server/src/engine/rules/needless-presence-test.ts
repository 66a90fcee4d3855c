import { presenceTest } from "../rewrites/presence-test";
import { NO_MINORS } from "../version";
import { isDependable } from "./dependable";
import { referenceOf } from "../rewrites/references";
import type { Judgement, Rule } from "./rule";

/**
 * Flags `hasattr` of a module or class of the library and a name that every targeted Python has.
 *
 * Silent where the name is not in every build and on every system, and where the target lets in Python 2.
 *
 * Why: the test is always true, and what is done otherwise never runs.
 *
 * ```python
 * # target: >=3.8
 * if hasattr(math, "prod"):  # unused-guard
 * ```
 */
export const needlessPresenceTest: Rule = function* ({ tree, lists, target, subject }): Iterable<Judgement> {
  if (target.python2) return;
  for (const usage of lists.watched) {
    const isReached = (usage.reach & target.minors) !== NO_MINORS;
    if (usage.entryId !== "builtins.hasattr" || usage.kind !== "name" || !isReached) continue;
    const call = tree.parent(referenceOf(tree, usage));
    const test = presenceTest(subject, call);
    if (!test || !isDependable(test.entry, target.minors)) continue;
    const [start, end] = [tree.start(call), tree.end(call)];
    const entryId = test.entry.id;
    yield { code: "unused-guard", severity: "hint", entryId, start, end, failing: NO_MINORS, holds: true };
  }
};
