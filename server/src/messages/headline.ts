import type { Entry } from "../engine/catalogue/entry";
import type { ProjectTarget } from "../engine/findings";
import { lowestMinor, minorsFrom, type MinorSet, parseMinor } from "../engine/version";
import { replacementName } from "./names";
import { formatMinors, formatOrigin } from "./versions";

/**
 * Writes what stands behind the name in the first line of a card: the life of the entry, then the verdict for the
 * target, such as `new in Python 3.7 · needs 3.7, you support 3.6 (pyproject.toml:7)`.
 */
export function headline(entry: Entry, target: ProjectTarget | undefined, failing: MinorSet): string {
  const parts = [lifeOf(entry)];
  if (entry.removed === undefined && entry.replacement !== undefined) {
    parts.push(`use ${replacementName(entry.replacement)}`);
  }
  if (target) parts.push(verdict(entry, target, failing));
  return parts.filter(Boolean).join(" · ");
}

function lifeOf(entry: Entry): string {
  const facts: string[] = [];
  if (entry.added === "unknown") facts.push("nobody recorded when it arrived");
  else if (entry.added !== undefined) facts.push(`new in Python ${entry.added}`);
  if (entry.deprecated !== undefined) {
    facts.push(entry.deprecated === "unknown" ? "deprecated" : `deprecated since ${entry.deprecated}`);
  }
  if (entry.removed !== undefined) facts.push(`gone in ${entry.removed}`);
  else if (entry.removal !== undefined) facts.push(`to be removed in ${entry.removal}`);
  if (facts.length > 0) return facts.join(", ");
  return "in every Python 3";
}

function verdict(entry: Entry, target: ProjectTarget, failing: MinorSet): string {
  const origin = formatOrigin(target.origin);
  if (failing !== 0) {
    const needs = neededFor(entry, failing);
    return `${needs}you support ${formatMinors(failing)} (${origin})`;
  }
  const missing = target.range.minors & ~entry.available;
  if (missing !== 0) return `not on ${formatMinors(missing)} of your target (${origin})`;
  return entry.added === undefined && entry.removed === undefined
    ? ""
    : `on every Python of your target (${origin})`;
}

/** `needs 3.7, ` where the failing Pythons are too old; empty where they are too new. */
function neededFor(entry: Entry, failing: MinorSet): string {
  const added = entry.added === undefined ? undefined : parseMinor(entry.added);
  const lowest = lowestMinor(failing);
  if (added === undefined || lowest === undefined || failing & minorsFrom(added)) return "";
  return `needs ${entry.added}, `;
}
