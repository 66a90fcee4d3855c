import { displayName } from "./names";

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
  const why = reasons.length === 0 || minimum === 0 ? "" : `: ${shortList(reasons, 3)}`;
  if (maximum === undefined) {
    return minimum === 0 ? "Runs on every Python 3" : `Runs on Python 3.${minimum} and newer${why}`;
  }
  if (maximum < minimum) return "Runs on no Python 3: something is gone before something else arrived";
  return `Runs on Python ${minimum === maximum ? "" : `3.${minimum} to `}3.${maximum}${why}`;
}

/** Tells what asks for a version: `math.prod needs it`, `math.prod and 2 more need it`. */
export function neededByText(ids: readonly string[]): string {
  return `${shortList(ids, 1)} ${ids.length === 1 ? "needs" : "need"} it`;
}

/** Names the first few things, and counts the rest. */
function shortList(ids: readonly string[], most: number): string {
  const named = ids.slice(0, most).map(displayName).join(", ");
  const rest = ids.length - most;
  return rest > 0 ? `${named} and ${rest} more` : named;
}
