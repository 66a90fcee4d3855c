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
import { isPlatformName } from "./hidden-by-build";

/** When a thing went, and the releases in between that lack it. */
export interface Departure {
  readonly removed?: string;
  readonly absent?: readonly string[];
}

/**
 * Decides when a thing went: the first interpreter without it, after the last that has it. Interpreters alone decide;
 * a removal that the documentation plans is a plan. Constants that system headers decide on do not go with a release.
 *
 * Example: `asyncio.timeout` is in 3.4, in none of 3.5 to 3.10, and back in 3.11: `absent` 3.5-3.10, not removed.
 */
export function decideDeparture(draft: Draft): Departure {
  const first = lowestMinor(draft.present);
  const last = highestMinor(draft.present);
  if (first === undefined || last === undefined) return {};
  if (
    draft.kind === "constant" &&
    isPlatformName(draft) &&
    !draft.docs.some((row) => row.directive.startsWith("dep"))
  )
    return {};
  const gap: MinorSet = draft.lacking & minorsFrom(first) & minorsBefore(last);
  const after = draft.lacking & minorsFrom(last + 1);
  const isGone = last < NEWEST_MINOR && after !== NO_MINORS && !isOnlyHidden(draft, lowestMinor(after)!);
  const removed = isGone ? formatMinor(lowestMinor(after)!) : undefined;
  return { ...(removed ? { removed } : {}), ...(gap ? { absent: formatRanges(gap) } : {}) };
}

/**
 * Tells whether a member that a class does not show any more is known to typeshed as still there: it moved to instances
 * or to a private base. Of the newest releases typeshed may not know yet.
 *
 * Example: `importlib.metadata.EntryPoint.name` shows on the class up to 3.10, and on every instance since.
 */
function isOnlyHidden(draft: Draft, minor: number): boolean {
  const isMember = draft.owner !== undefined && draft.owner !== draft.module;
  const isJudged = draft.kind === "attribute" || minor >= FLOOR_OF_TYPESHED;
  return (
    isMember &&
    isJudged &&
    minor < NEWEST_FOR_TYPESHED &&
    draft.typeshed !== undefined &&
    draft.typeshed.removed === undefined
  );
}

/** The oldest minor of which typeshed says which methods it has. */
const FLOOR_OF_TYPESHED = 5;

/** From this minor on, a removal that typeshed does not tell of proves nothing against it. */
const NEWEST_FOR_TYPESHED = 14;

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
