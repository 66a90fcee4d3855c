import { ALL_MINORS, minorsBefore, minorsFrom, parseMinor, type MinorSet } from "../version";
import type { StoredLife } from "./index-format";

/** Written where nobody knows a version. */
export const UNKNOWN_VERSION = "unknown";

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
    added: laterOf(stored.a, owner.added),
    removed: earlierOf(stored.r, owner.removed),
  };
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
