import { formatMinor, lowestMinor, parseMinor } from "../../../../server/src/engine/version";
import type { EntrySource } from "../../../format";
import type { Draft } from "../draft";

/**
 * Gives the arrival of a member that objects had before their class got its public name, or `undefined` where the
 * class's arrival is the member's. `classMinors` are the minors that have the class under whatever name.
 *
 * Example: `asyncio.Server` can be named since 3.11, but the servers that loops make had `close` in 3.4 already.
 */
export function arrivalBeforeClass(
  draft: Draft,
  owner: EntrySource | undefined,
  classMinors: Iterable<number>,
): string | undefined {
  if (owner?.added === undefined || (owner.kind !== "class" && owner.kind !== "exception")) return undefined;
  // Where the rules gave an attribute no version it is as old as the class, whenever the class began to show it.
  const first = draft.kind === "attribute" ? Math.min(...classMinors) : lowestMinor(draft.present);
  const named = parseMinor(owner.added);
  // What a micro release brought to an older minor came there with its members.
  if (owner.micros?.some((micro) => parseMinor(micro) === first)) return undefined;
  return first !== undefined && Number.isFinite(first) && named !== undefined && first < named
    ? formatMinor(first)
    : undefined;
}
