import { NO_MINORS } from "../version";
import type { Judgement, Rule } from "./rule";

/**
 * Flags a test of the running Python's version that has one answer on every targeted Python.
 *
 * Silent when no targeted Python reaches the test, and when the micro release decides.
 *
 * Why: one of its branches is dead, and the reader has to find out which.
 *
 * ```python
 * # target: >=3.8
 * if sys.version_info >= (3, 7):  # unused-guard
 * ```
 */
export const unusedGuard: Rule = function* ({ tests, target }): Iterable<Judgement> {
  for (const { start, end, truth, reach } of tests) {
    const reached = reach & target.minors;
    if (reached === NO_MINORS) continue;
    if ((reached & truth.no) !== NO_MINORS && (reached & truth.yes) !== NO_MINORS) continue;
    yield {
      code: "unused-guard",
      severity: "hint",
      entryId: "sys.version_info",
      start,
      end,
      failing: NO_MINORS,
    };
  }
};
