import { formatMinor, lowestMinor, parseMinor } from "../../../../server/src/engine/version";
import type { EntrySource } from "../../../format";
import type { Draft } from "../draft";

/**
 * Gives the arrival of a member that objects had before their class got its public name, or `undefined` where the
 * class's arrival is the member's.
 *
 * Example: `asyncio.Server` can be named since 3.11, but the servers that loops make had `close` in 3.4 already.
 */
export function arrivalBeforeClass(draft: Draft, owner: EntrySource | undefined): string | undefined {
  if (owner?.added === undefined || (owner.kind !== "class" && owner.kind !== "exception")) return undefined;
  const first = lowestMinor(draft.present);
  const named = parseMinor(owner.added);
  return first !== undefined && named !== undefined && first < named ? formatMinor(first) : undefined;
}
