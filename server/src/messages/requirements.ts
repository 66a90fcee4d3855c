import { wording } from "./language";
import { displayName, nounIn, plainText } from "./names";

/** What a file needs, as its lens tells. */
export interface RequirementSubject {
  /** Lowest minor that everything works on; 0: every Python 3. */
  readonly minimum: number;
  /** Newest minor that everything works on; `undefined`: none is known. */
  readonly maximum: number | undefined;
  /** Ids of what asks for that minimum. */
  readonly reasons: readonly string[];
}

/** Tells which Pythons a file runs on, and why: `Runs on Python 3.8 and newer: math.prod`. */
export function requirementTitle({ minimum, maximum, reasons }: RequirementSubject): string {
  const { runsOn, runsOnEvery, runsOnNone } = wording().minimum;
  if (minimum === 0 && maximum === undefined) return runsOnEvery;
  if (maximum !== undefined && maximum < minimum) return runsOnNone;
  return runsOn(rangeText(minimum, maximum), minimum === 0 ? "" : shortList(reasons, 3));
}

/** Tells what asks for a version: `math.prod needs it`, `math.prod and 2 more need it`. */
export function neededByText(ids: readonly string[]): string {
  return wording().minimum.neededBy(shortList(ids, 1), ids.length);
}

/** Writes the Pythons from a minor to another, or from there on: `Python 3.8 and newer`, `Python 3.8 to 3.11`. */
export function rangeText(minimum: number, maximum: number | undefined): string {
  const { from, only, span } = wording().minimum;
  if (maximum === undefined) return from(`3.${minimum}`);
  return minimum === maximum ? only(`3.${minimum}`) : span(`3.${minimum}`, `3.${maximum}`);
}

/** Names the first few things, and counts the rest. */
function shortList(ids: readonly string[], most: number): string {
  const named = ids.slice(0, most).map(shortName);
  return wording().minimum.shortList(named, Math.max(0, ids.length - most));
}

/** What has no name in code goes by the words for it; these texts are shown as they are. */
function shortName(id: string): string {
  const kind = (["syntax", "behaviour"] as const).find((each) => id.startsWith(`${each}:`));
  return kind ? plainText(nounIn(wording().names, id, kind)) : displayName(id);
}
