import { availability } from "./availability";
import { captureOutput } from "./capture-output";
import { changes } from "./changes";
import { deprecation } from "./deprecation";
import { eventLoopDance } from "./event-loop-dance";
import { modernise } from "./modernise";
import type { Judgement, Rule, RuleInput } from "./rule";
import { suppress } from "./suppression";
import { unusedGuard } from "./unused-guard";

/** Every rule; of two that speak of the same entry at the same place, the earlier is heard. */
const RULES: readonly Rule[] = [
  availability,
  changes,
  deprecation,
  captureOutput,
  eventLoopDance,
  modernise,
  unusedGuard,
];

/** Judges a document: what every rule says, without what is silenced, one finding for a place and entry, in document order. */
export function judge(input: RuleInput, ignore: readonly string[]): Judgement[] {
  const seen = new Set<string>();
  const faulty = new Set<number>();
  const judgements: Judgement[] = [];
  for (const rule of RULES) {
    for (const judgement of rule(input)) {
      const key = `${judgement.start} ${judgement.entryId}`;
      // What is wrong with a name says more than that there is a better one; the fix is the same.
      if (seen.has(key) || (judgement.code === "modernise" && faulty.has(judgement.start))) continue;
      if (judgement.severity !== "hint") faulty.add(judgement.start);
      seen.add(key);
      judgements.push(judgement);
    }
  }
  return suppress(input.tree, judgements, ignore).sort(
    (left, right) => left.start - right.start || left.end - right.end,
  );
}
