import { formatMinor, NEWEST_MINOR, singleMinor, type MinorSet } from "../../../server/src/engine/version";
import { minorsOf } from "./realm";
import type { PyrightRelease } from "./releases";
import { realmOfSightings, sightings, type StubView } from "./stub-view";

/** When something came and went, as far as the stubs prove it. */
export interface Life {
  readonly added?: string;
  readonly removed?: string;
  /** Gaps between two lives: `["3.7-3.10"]`. */
  readonly absent?: readonly string[];
}

/** The first minor for which the oldest release's conditions are worth something, though it supports no older Python. */
const OLDEST_STATED = 1;

/**
 * Gives the release that is to be believed about what changed between `minor - 1` and `minor`: the newest one that
 * supports both. A bound equal to the floor of a release proves nothing, since below it nobody asked.
 */
export function judgeOf<T extends { readonly release: PyrightRelease }>(
  views: readonly T[],
  minor: number,
): T | undefined {
  const judge = views.find(({ release }) => release.floor < minor && minor <= release.ceiling);
  // Conditions on Pythons below every floor are what the oldest release states of its own accord.
  return (
    judge ??
    (minor >= OLDEST_STATED && minor <= (views.at(-1)?.release.floor ?? 0) ? views.at(-1) : undefined)
  );
}

/** Works out the life of an id from all releases, newest first. */
export function lifeOf(views: readonly StubView[], pathId: string, members: readonly string[]): Life {
  const known = new Map<StubView, MinorSet>();
  const minorsIn = (view: StubView): MinorSet => {
    const minors = known.get(view) ?? minorsOf(realmOfSightings(sightings(view, pathId, members)));
    known.set(view, minors);
    return minors;
  };
  const changes: Change[] = [];
  for (let minor = 1; minor <= NEWEST_MINOR; minor++) {
    const judge = judgeOf(views, minor);
    const minors = judge ? minorsIn(judge) : 0;
    const before = (minors & singleMinor(minor - 1)) !== 0;
    const after = (minors & singleMinor(minor)) !== 0;
    if (before !== after) changes.push({ minor, comes: after });
  }
  return readChanges(changes);
}

interface Change {
  readonly minor: number;
  readonly comes: boolean;
}

/** Two changes of one kind in a row come of releases that disagree; the first arrival and the last departure count. */
function readChanges(changes: readonly Change[]): Life {
  const [first] = changes;
  const last = changes.at(-1);
  const absent: string[] = [];
  for (const [index, change] of changes.entries()) {
    const next = changes[index + 1];
    if (!change.comes && next?.comes) absent.push(formatSpan(change.minor, next.minor - 1));
  }
  return {
    ...(first?.comes ? { added: formatMinor(first.minor) } : {}),
    ...(last && !last.comes ? { removed: formatMinor(last.minor) } : {}),
    ...(absent.length > 0 ? { absent } : {}),
  };
}

function formatSpan(first: number, last: number): string {
  return first === last ? formatMinor(first) : `${formatMinor(first)}-${formatMinor(last)}`;
}
