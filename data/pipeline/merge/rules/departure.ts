import {
  formatMinor,
  highestMinor,
  lowestMinor,
  minorsBefore,
  minorsFrom,
  NEWEST_MINOR,
  NO_MINORS,
  type MinorSet,
} from "../../../../server/src/engine/version";
import { formatMinorSet } from "../../evidence/minor-set";
import type { Draft } from "../draft";

/** When a thing went, and the releases in between that lack it. */
export interface Departure {
  readonly removed?: string;
  readonly absent?: readonly string[];
}

/**
 * Decides when a thing went: the first interpreter without it, after the last that has it. Interpreters alone decide;
 * a removal that the documentation plans is a plan.
 *
 * Example: `asyncio.timeout` is in 3.4, in none of 3.5 to 3.10, and back in 3.11: `absent` 3.5-3.10, not removed.
 */
export function decideDeparture(draft: Draft): Departure {
  const first = lowestMinor(draft.present);
  const last = highestMinor(draft.present);
  if (first === undefined || last === undefined) return {};
  const gap: MinorSet = draft.lacking & minorsFrom(first) & minorsBefore(last);
  const after = draft.lacking & minorsFrom(last + 1);
  const removed = last < NEWEST_MINOR && after !== NO_MINORS ? formatMinor(lowestMinor(after)!) : undefined;
  return { ...(removed ? { removed } : {}), ...(gap ? { absent: formatRanges(gap) } : {}) };
}

/** Writes a set of minors as the format wants it: `["3.5-3.10", "3.12"]`. */
export function formatRanges(set: MinorSet): string[] {
  return formatMinorSet(set)
    .split(",")
    .map((range) =>
      range
        .split("-")
        .map((minor) => `3.${minor}`)
        .join("-"),
    );
}
