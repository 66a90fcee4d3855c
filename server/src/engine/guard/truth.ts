import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";

/**
 * What is known of a condition, for each minor at once: on which it can be true and on which it can be false.
 * A minor in both is one on which it is not known.
 */
export interface Truth {
  readonly yes: MinorSet;
  readonly no: MinorSet;
}

export const UNKNOWN_TRUTH: Truth = { yes: ALL_MINORS, no: ALL_MINORS };
export const ALWAYS: Truth = { yes: ALL_MINORS, no: NO_MINORS };
export const NEVER: Truth = { yes: NO_MINORS, no: ALL_MINORS };

/** A condition that is true on exactly these minors. */
export function trueOn(minors: MinorSet): Truth {
  return { yes: minors, no: ALL_MINORS & ~minors };
}

export function negate(truth: Truth): Truth {
  return { yes: truth.no, no: truth.yes };
}

export function both(left: Truth, right: Truth): Truth {
  return { yes: left.yes & right.yes, no: left.no | right.no };
}

export function either(left: Truth, right: Truth): Truth {
  return { yes: left.yes | right.yes, no: left.no & right.no };
}

/** Tells whether a condition says anything at all about the Python that runs. */
export function isInformative(truth: Truth): boolean {
  return truth.yes !== ALL_MINORS || truth.no !== ALL_MINORS;
}
