import type { Entry } from "../engine/catalogue/entry";
import type { ProjectTarget } from "../engine/findings";
import { lowestMinor, minorsFrom, type MinorSet, parseMinor } from "../engine/version";
import { wording } from "./language";
import { replacementIn } from "./names";
import { formatMinors, formatOrigin } from "./versions";

/**
 * Writes what stands behind the name in the first line of a card: the life of the entry, then the verdict for the
 * target, such as `new in Python 3.7 · needs 3.7, you support 3.6 (pyproject.toml:7)`.
 */
export function headline(entry: Entry, target: ProjectTarget | undefined, failing: MinorSet): string {
  const { headline: words, names } = wording();
  const parts = [lifeOf(entry)];
  if (entry.removed === undefined && entry.replacement !== undefined) {
    parts.push(words.use(replacementIn(names, entry.replacement)));
  }
  if (target) parts.push(verdict(entry, target, failing));
  return parts.filter(Boolean).join(" · ");
}

function lifeOf(entry: Entry): string {
  const words = wording().headline;
  const facts: string[] = [];
  if (entry.added === "unknown") facts.push(words.arrivalUnknown);
  else if (entry.added !== undefined) facts.push(words.added(entry.added));
  if (entry.deprecated !== undefined) {
    facts.push(words.deprecated(entry.deprecated === "unknown" ? undefined : entry.deprecated));
  }
  if (entry.removed !== undefined) facts.push(words.removed(entry.removed));
  else if (entry.removal !== undefined) facts.push(words.removal(entry.removal));
  return facts.length > 0 ? facts.join(", ") : words.always;
}

function verdict(entry: Entry, target: ProjectTarget, failing: MinorSet): string {
  const words = wording().headline;
  const origin = formatOrigin(target.origin);
  if (failing !== 0) return words.fails(neededFor(entry, failing), formatMinors(failing), origin);
  const missing = target.range.minors & ~entry.available;
  if (missing !== 0) return words.missing(formatMinors(missing), origin);
  return entry.added === undefined && entry.removed === undefined ? "" : words.everywhere(origin);
}

/** What the entry needs where the failing Pythons are too old; `undefined` where they are too new. */
function neededFor(entry: Entry, failing: MinorSet): string | undefined {
  const added = entry.added === undefined ? undefined : parseMinor(entry.added);
  const lowest = lowestMinor(failing);
  if (added === undefined || lowest === undefined || failing & minorsFrom(added)) return undefined;
  return entry.added;
}
