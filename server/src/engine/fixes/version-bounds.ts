import { highestMinor, lowestMinor, type MinorSet, minorsBefore, minorsFrom } from "../version";

/** The Pythons that code is for: those from one minor on, those before another, or both. */
export interface VersionBounds {
  readonly from?: number;
  readonly before?: number;
}

/**
 * The bounds that let `good` minors in and keep `failing` ones out. `available` are all that have what the code needs,
 * so that the bound is the release that brought it, also where the project leaves that one out. `undefined` where
 * failing minors lie between good ones, or nothing is good.
 */
export function boundsBetween(
  good: MinorSet,
  failing: MinorSet,
  available: MinorSet,
): VersionBounds | undefined {
  const lowest = lowestMinor(good);
  const highest = highestMinor(good);
  if (lowest === undefined || highest === undefined) return undefined;
  const below = failing & minorsBefore(lowest);
  const above = failing & minorsFrom(highest + 1);
  if ((below | above) !== failing || failing === 0) return undefined;
  const lastBelow = highestMinor(below);
  const firstAbove = lowestMinor(above);
  return {
    ...(lastBelow !== undefined && {
      from: lowestMinor(available & minorsFrom(lastBelow + 1)) ?? lowest,
    }),
    ...(firstAbove !== undefined && {
      before: (highestMinor(available & minorsBefore(firstAbove)) ?? highest) + 1,
    }),
  };
}

/** Writes the test for the Pythons inside of the bounds; `info` is how the document spells `sys.version_info`. */
export function writeTest({ from, before }: VersionBounds, info: string): string {
  if (from !== undefined && before !== undefined) return `(3, ${from}) <= ${info} < (3, ${before})`;
  return before === undefined ? `${info} >= (3, ${from})` : `${info} < (3, ${before})`;
}

/** Writes the test for the Pythons outside of the bounds. */
export function writeOppositeTest(bounds: VersionBounds, info: string): string {
  const { from, before } = bounds;
  if (from !== undefined && before !== undefined) return `not ${writeTest(bounds, info)}`;
  return before === undefined ? `${info} < (3, ${from})` : `${info} >= (3, ${before})`;
}

/** The release that a title names: the one at which the bounds begin, or else end. */
export function boundaryVersion({ from, before }: VersionBounds): string {
  return `3.${from ?? before}`;
}
