import { availability } from "./availability";
import { captureOutput } from "./capture-output";
import { deprecation } from "./deprecation";
import { eventLoopDance } from "./event-loop-dance";
import type { Judgement, Rule, RuleInput } from "./rule";
import { suppress } from "./suppression";
import { unusedGuard } from "./unused-guard";

/** Every rule; of two that speak of the same entry at the same place, the earlier is heard. */
const RULES: readonly Rule[] = [availability, deprecation, captureOutput, eventLoopDance, unusedGuard];

/** Judges a document: what every rule says, without what is silenced, one finding for a place and entry, in document order. */
export function judge(input: RuleInput, ignore: readonly string[]): Judgement[] {
  const seen = new Set<string>();
  const judgements: Judgement[] = [];
  for (const rule of RULES) {
    for (const judgement of rule(input)) {
      const key = `${judgement.start} ${judgement.entryId}`;
      if (seen.has(key)) continue;
      seen.add(key);
      judgements.push(judgement);
    }
  }
  return suppress(input.tree, judgements, ignore).sort(
    (left, right) => left.start - right.start || left.end - right.end,
  );
}
