import {
  formatMinor,
  highestMinor,
  lowestMinor,
  minorsBefore,
  minorsFrom,
  NEWEST_MINOR,
  NO_MINORS,
  parseMinor,
  type MinorSet,
} from "../../../../server/src/engine/version";
import { formatMinorSet } from "../../evidence/minor-set";
import { isDunder } from "../../names/public-names";
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
  const isGone = last < NEWEST_MINOR && after !== NO_MINORS;
  const removed = isGone ? departureAt(lowestMinor(after)!, draft) : undefined;
  return { ...(removed ? { removed } : {}), ...(gap ? { absent: formatRanges(gap) } : {}) };
}

/**
 * What the first release whose class does not show a member means. Typeshed may know that it is still there, or longer:
 * it moved to instances or to a private base. Of special methods, and of attributes that nobody else tells of,
 * interpreters alone do not say that they went. Of the newest releases typeshed may not know yet.
 *
 * Example: `importlib.metadata.EntryPoint.name` shows on the class up to 3.10, and on every instance since.
 */
function departureAt(minor: number, { kind, key, owner, module, typeshed, url }: Draft): string | undefined {
  const shown = formatMinor(minor);
  if (owner === undefined || owner === module) return shown;
  if (isDunder(key.slice(key.lastIndexOf(".") + 1))) return typeshed?.removed;
  if (kind === "attribute" && !typeshed) return url === undefined && !isConstantName(key) ? undefined : shown;
  if (!typeshed || minor >= NEWEST_FOR_TYPESHED) return shown;
  if (kind !== "attribute" && minor < FLOOR_OF_TYPESHED) return shown;
  if (typeshed.removed === undefined) return undefined;
  return parseMinor(typeshed.removed)! > minor ? typeshed.removed : shown;
}

/** Tells whether a name is written as constants of a class are. */
function isConstantName(key: string): boolean {
  return /\.[A-Z][A-Z0-9_]*$/.test(key);
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
