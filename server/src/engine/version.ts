/** The oldest and the newest minor release of Python 3 that the catalogue speaks of. */
export const OLDEST_MINOR = 0;
export const NEWEST_MINOR = 15;

/** A set of Python 3 minors: bit N stands for 3.N. Minors outside the catalogue's span are never in it. */
export type MinorSet = number;

export const NO_MINORS: MinorSet = 0;
export const ALL_MINORS: MinorSet = (1 << (NEWEST_MINOR + 1)) - 1;

/** One release of Python. Facts are compared by minor; a micro is only displayed. */
export interface PythonVersion {
  readonly major: number;
  readonly minor: number;
  readonly micro?: number;
}

/** The path of an origin that is no file: the Python that the user selected in the editor. */
export const SELECTED_INTERPRETER = "the selected interpreter";

/** Where a target range was declared. `line` is 1-based; `path` is what the reader of the file was given. */
export interface TargetOrigin {
  readonly path: string;
  readonly key: string;
  readonly line?: number;
}

/**
 * The Pythons that a project promises to run on: a set, not a floor (`>=3.8,!=3.9.*` is 3.8, 3.10, ...).
 * An empty set means that no Python 3 is let in. A target that nobody declared is `undefined`, never an empty range.
 */
export interface TargetRange {
  /** The range as a PEP 440 specifier, for display. */
  readonly text: string;
  readonly minors: MinorSet;
  /** The lowest minor let in; `undefined` when nothing bounds the range from below. */
  readonly minimum: number | undefined;
  /** The highest minor let in; `undefined` when nothing bounds the range from above. */
  readonly maximum: number | undefined;
  /** Python 2.7 is let in as well; nothing is judged for it, but a test for it has its use. */
  readonly python2?: true;
}

/** Gives the set with every minor from `minor` up; a negative minor gives every one. */
export function minorsFrom(minor: number): MinorSet {
  if (minor <= OLDEST_MINOR) return ALL_MINORS;
  if (minor > NEWEST_MINOR) return NO_MINORS;
  return ALL_MINORS & ~((1 << minor) - 1);
}

/** Gives the set with every minor before `minor`. */
export function minorsBefore(minor: number): MinorSet {
  return ALL_MINORS & ~minorsFrom(minor);
}

/** Gives the set with that one minor; empty when the catalogue does not reach so far. */
export function singleMinor(minor: number): MinorSet {
  return minor < OLDEST_MINOR || minor > NEWEST_MINOR ? NO_MINORS : 1 << minor;
}

/** Gives the set of minors that all are in the catalogue. */
export function minorSetOf(minors: readonly number[]): MinorSet {
  return minors.reduce((set, minor) => set | (1 << minor), NO_MINORS);
}

/** Tells whether every minor of `part` is in `whole`. */
export function isSubset(part: MinorSet, whole: MinorSet): boolean {
  return (part & ~whole) === 0;
}

/** Lists the minors of a set, ascending. */
export function listMinors(set: MinorSet): number[] {
  const minors: number[] = [];
  for (let minor = OLDEST_MINOR; minor <= NEWEST_MINOR; minor++) if (set & (1 << minor)) minors.push(minor);
  return minors;
}

/** Gives the lowest minor of a set, or `undefined` for the empty one. */
export function lowestMinor(set: MinorSet): number | undefined {
  return set === 0 ? undefined : 31 - Math.clz32(set & -set);
}

/** Gives the highest minor of a set, or `undefined` for the empty one. */
export function highestMinor(set: MinorSet): number | undefined {
  return set === 0 ? undefined : 31 - Math.clz32(set);
}

/** Writes a minor as users do: `8` gives `3.8`. */
export function formatMinor(minor: number): string {
  return `3.${minor}`;
}

/** Reads the minor of `3.8` or `3.8.2`; `undefined` for any other text, Python 2 included. */
export function parseMinor(text: string): number | undefined {
  const match = /^3\.(\d{1,3})(?:\.\d+)*$/.exec(text);
  return match ? Number(match[1]) : undefined;
}
