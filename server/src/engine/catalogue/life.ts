import { ALL_MINORS, minorsBefore, minorsFrom, parseMinor, type MinorSet } from "../version";
import type { StoredLife } from "./index-format";

/** Written where nobody knows a version. */
export const UNKNOWN_VERSION = "unknown";

/** Stored only for members that are older than the name of their class. */
const OLDEST_VERSION = "3.0";

/** From when to when a thing is there, its owners considered. */
export interface Life {
  readonly available: MinorSet;
  readonly added: string | undefined;
  readonly removed: string | undefined;
}

/** The life of whatever every Python 3 has. */
export const ALWAYS: Life = { available: ALL_MINORS, added: undefined, removed: undefined };

/**
 * Gives the life of a thing inside an owner. What an owner lacks its members lack too, so the later arrival and the
 * earlier removal win. A version that nobody knows takes nothing away.
 */
export function liveInside(owner: Life, stored: StoredLife): Life {
  const own = ownMinors(stored);
  return {
    available: owner.available & own,
    added: laterOf(written(stored.a), owner.added),
    removed: earlierOf(stored.r, owner.removed),
  };
}

/**
 * Gives the life of a member inside its class. Objects may be older than the public name of their class: a member that
 * says that it is older than the class lives on its own until the class is there (`re.Match.__getitem__` is of 3.6,
 * `re.Match` of 3.7).
 */
export function liveInClass(owner: Life, stored: StoredLife): Life {
  const inside = liveInside(owner, stored);
  const [own, named] = [minorOf(stored.a), minorOf(owner.added)];
  if (own === undefined || named === undefined || own >= named) return inside;
  const available = (owner.available | minorsBefore(named)) & ownMinors(stored);
  return { available, added: written(stored.a), removed: inside.removed };
}

function minorOf(version: string | undefined): number | undefined {
  return version === undefined ? undefined : parseMinor(version);
}

/** What every Python 3 has says no version. */
function written(version: string | undefined): string | undefined {
  return version === OLDEST_VERSION ? undefined : version;
}

function ownMinors(stored: StoredLife): MinorSet {
  const added = stored.a === undefined ? undefined : parseMinor(stored.a);
  const removed = stored.r === undefined ? undefined : parseMinor(stored.r);
  const from = added === undefined ? ALL_MINORS : minorsFrom(added);
  const before = removed === undefined ? ALL_MINORS : minorsBefore(removed);
  return from & before & ~(stored.n ?? 0);
}

function laterOf(own: string | undefined, owner: string | undefined): string | undefined {
  if (own === undefined) return owner;
  if (owner === undefined || own === UNKNOWN_VERSION || owner === UNKNOWN_VERSION) return own;
  return (parseMinor(own) ?? 0) < (parseMinor(owner) ?? 0) ? owner : own;
}

function earlierOf(own: string | undefined, owner: string | undefined): string | undefined {
  if (own === undefined) return owner;
  if (owner === undefined || own === UNKNOWN_VERSION || owner === UNKNOWN_VERSION) return own;
  return (parseMinor(own) ?? Infinity) > (parseMinor(owner) ?? Infinity) ? owner : own;
}
