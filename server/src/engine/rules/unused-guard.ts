import { FUTURE_PYTHONS, PYTHON_2 } from "../guard/version-test";
import { NO_MINORS, type TargetRange } from "../version";
import type { VersionTest } from "../evaluation/context";
import type { Judgement, Rule } from "./rule";

/**
 * Flags a test of the running Python's version that has one answer on every targeted Python.
 *
 * Silent when no targeted Python reaches the test, when the micro release decides, and where the target lets in Python 2
 * or releases to come that would answer otherwise.
 *
 * Why: one of its branches is dead, and the reader has to find out which.
 *
 * ```python
 * # target: >=3.8
 * if sys.version_info >= (3, 7):  # unused-guard
 * ```
 */
export const unusedGuard: Rule = function* ({ tests, target }): Iterable<Judgement> {
  for (const test of tests) {
    const holds = onlyAnswer(test, target);
    if (holds === undefined) continue;
    const { start, end } = test;
    const entryId = "sys.version_info";
    yield { code: "unused-guard", severity: "hint", entryId, start, end, failing: NO_MINORS, holds };
  }
};

/** The answer that a test has wherever it is reached; `undefined` where there are two. */
function onlyAnswer({ truth, outside, reach }: VersionTest, target: TargetRange): boolean | undefined {
  const reached = reach & target.minors;
  if (reached === NO_MINORS) return undefined;
  const others = (target.python2 ? PYTHON_2 : 0) | (target.maximum === undefined ? FUTURE_PYTHONS : 0);
  const isEverTrue = (reached & truth.yes) !== NO_MINORS || (others & outside.yes) !== 0;
  const isEverFalse = (reached & truth.no) !== NO_MINORS || (others & outside.no) !== 0;
  return isEverTrue === isEverFalse ? undefined : isEverTrue;
}
