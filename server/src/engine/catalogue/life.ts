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
 * Gives the life of a thing inside an owner. What says nothing of its arrival came with its owner; what says that it is
 * older is: objects were there before somebody gave their class a public name (`asyncio.Server.close`). It goes when its
 * owner goes. A version that nobody knows takes nothing away.
 */
export function liveInside(owner: Life, stored: StoredLife): Life {
  const own = ownMinors(stored);
  const gone = owner.removed === undefined ? undefined : parseMinor(owner.removed);
  const before = gone === undefined ? ALL_MINORS : minorsBefore(gone);
  return {
    available: stored.a === undefined ? owner.available & own : before & own,
    added: stored.a ?? owner.added,
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

function earlierOf(own: string | undefined, owner: string | undefined): string | undefined {
  if (own === undefined) return owner;
  if (owner === undefined || own === UNKNOWN_VERSION || owner === UNKNOWN_VERSION) return own;
  return (parseMinor(own) ?? Infinity) > (parseMinor(owner) ?? Infinity) ? owner : own;
}
