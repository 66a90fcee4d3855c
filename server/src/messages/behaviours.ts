import type { Entry } from "../engine/catalogue/entry";
import type { CodeFindingCode, Finding } from "../engine/findings";
import type { FindingContext } from "./wording";

/** How a finding about a behaviour begins, by its code: `new in Python 3.8`. `undefined`: nothing fits. */
export type BehaviourHeads = Readonly<Partial<Record<CodeFindingCode, (entry: Entry) => string | undefined>>>;

/**
 * What is told of a behaviour, which has no name in code: its own sentence says what it is. `undefined` for whatever is none,
 * or has no sentence.
 */
export function behaviourIn(
  heads: BehaviourHeads,
  { code }: Finding,
  { entry, summary }: FindingContext,
): string | undefined {
  if (entry?.kind !== "behaviour" || !summary) return undefined;
  const told = heads[code]?.(entry);
  return told === undefined ? undefined : `${told}: ${summary.replace(/\.$/, "")}`;
}
