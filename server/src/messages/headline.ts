import type { Entry } from "../engine/catalogue/entry";
import type { ProjectTarget } from "../engine/findings";
import { minorsFrom, type MinorSet, parseMinor } from "../engine/version";
import { wording } from "./language";
import { replacementIn } from "./names";
import { formatMinors, formatOrigin } from "./versions";

/**
 * Writes what stands behind the name in the first line of a card: the verdict for the target, where there is one, then
 * the life of the entry, such as `needs 3.7, you support 3.6, from pyproject.toml:7 · new in Python 3.7`.
 */
export function headline(entry: Entry, target: ProjectTarget | undefined, failing: MinorSet): string {
  const { headline: words, names } = wording();
  const gone = entry.removed === undefined ? undefined : words.removed(entry.removed);
  const judged = target ? verdict(entry, target, failing) : "";
  // What the verdict begins with need not be told again.
  const isTold = gone !== undefined && judged.startsWith(gone);
  const parts = [judged, lifeOf(entry, isTold)];
  if (entry.removed === undefined && entry.replacement !== undefined) {
    parts.push(words.use(replacementIn(names, entry.replacement)));
  }
  return parts.filter(Boolean).join(" · ");
}

function lifeOf(entry: Entry, isRemovalTold: boolean): string {
  const words = wording().headline;
  const facts: string[] = [];
  if (entry.added === "unknown") facts.push(words.arrivalUnknown);
  else if (entry.added !== undefined) facts.push(words.added(entry.added));
  if (entry.deprecated !== undefined) {
    facts.push(words.deprecated(entry.deprecated === "unknown" ? undefined : entry.deprecated));
  }
  if (entry.removed === undefined) {
    if (entry.removal !== undefined) facts.push(words.removal(entry.removal));
  } else if (!isRemovalTold) facts.push(words.removed(entry.removed));
  return facts.length > 0 || isRemovalTold ? facts.join(", ") : words.always;
}

function verdict(entry: Entry, target: ProjectTarget, failing: MinorSet): string {
  const words = wording().headline;
  const origin = formatOrigin(target.origin);
  if (failing !== 0) {
    const reason = reasonOf(entry, failing);
    const minors = formatMinors(failing);
    return reason === undefined ? words.missing(minors, origin) : words.fails(reason, minors, origin);
  }
  const missing = target.range.minors & ~entry.available;
  if (missing !== 0) return words.missing(formatMinors(missing), origin);
  return entry.added === undefined && entry.removed === undefined ? "" : words.everywhere(origin);
}

/** Why the failing Pythons fail, where all of them are too old or all of them too new. */
function reasonOf(entry: Entry, failing: MinorSet): string | undefined {
  const words = wording().headline;
  const added = entry.added === undefined ? undefined : parseMinor(entry.added);
  if (entry.added !== undefined && added !== undefined && !(failing & minorsFrom(added))) {
    return words.needs(entry.added);
  }
  const removed = entry.removed === undefined ? undefined : parseMinor(entry.removed);
  if (entry.removed !== undefined && removed !== undefined && !(failing & ~minorsFrom(removed))) {
    return words.removed(entry.removed);
  }
  return undefined;
}
