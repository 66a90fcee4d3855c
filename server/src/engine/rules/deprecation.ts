import { ownerOf } from "../evaluation/types";
import type { Entry } from "../catalogue/entry";
import type { Catalogue } from "../catalogue/catalogue";
import { isSubset, minorsFrom, type MinorSet, NO_MINORS, parseMinor } from "../version";
import type { Severity } from "../findings";
import type { Judgement, Rule } from "./rule";

/**
 * Flags a use of something that some targeted Python deprecates while none of them has dropped it.
 *
 * Silent when the place is not reached there, on members of something that is itself deprecated by then, where a guard keeps
 * every Python away that has dropped it (somebody has provided for that), and on the generic aliases of `typing` while the
 * target has Pythons on which the classes that they stand for take no type arguments.
 *
 * Why: it warns at run time on those Pythons, and a later one may drop it.
 *
 * ```python
 * # target: >=3.7,<3.9
 * asyncio.Task.current_task()  # deprecated 3.7
 * ```
 */
export const deprecation: Rule = function* ({ lists, catalogue, target }): Iterable<Judgement> {
  for (const { entryId, kind, start, end, reach, forgiven } of lists.deprecated) {
    const entry = kind === "reference" || kind === "definition" ? undefined : catalogue.lookup(entryId);
    const since = entry && deprecatedSince(entry);
    if (!entry || !since) continue;
    const reached = reach & ~forgiven & target.minors;
    if ((reached & since) === NO_MINORS || !isSubset(reached, entry.available)) continue;
    if (isSubset(since, deprecatedSince(catalogue.lookup(ownerOf(entryId))))) continue;
    if (isProvidedFor(entry, reach) || isStillNeeded(entry, since, target.minors)) continue;
    const severity = severityOf(entry, catalogue, target.minors);
    yield { code: "deprecated", severity, entryId: entry.id, start, end, failing: NO_MINORS };
  }
};

/** The minors that deprecate an entry and still have it. */
function deprecatedSince(entry: Entry | undefined): MinorSet {
  const minor = entry?.deprecated === undefined ? undefined : parseMinor(entry.deprecated);
  return entry && minor !== undefined ? minorsFrom(minor) & entry.available : NO_MINORS;
}

function isProvidedFor({ removed }: Entry, reach: MinorSet): boolean {
  const minor = removed === undefined ? undefined : parseMinor(removed);
  const without = minor === undefined ? NO_MINORS : minorsFrom(minor);
  return without !== NO_MINORS && (reach & without) === NO_MINORS;
}

/** `typing.List` until every targeted Python takes `list[int]` (PEP 585): `list` is older, and yet no replacement before. */
function isStillNeeded({ id, deprecated }: Entry, since: MinorSet, target: MinorSet): boolean {
  return id.startsWith("typing.") && deprecated === TYPE_ARGUMENTS_SINCE && !isSubset(target, since);
}

/** The release that let the classes of the library take type arguments, and deprecated the aliases that `typing` had for them. */
const TYPE_ARGUMENTS_SINCE = "3.9";

/** A removal that has a date is a warning; a mere wish is a hint, once the better way exists on the whole range. */
function severityOf(entry: Entry, catalogue: Catalogue, target: MinorSet): Severity {
  if (entry.removed !== undefined || entry.removal !== undefined) return "warning";
  const replacement = entry.replacement === undefined ? undefined : catalogue.lookup(entry.replacement);
  return replacement && isSubset(target, replacement.available) ? "hint" : "information";
}
