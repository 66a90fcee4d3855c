import type { Entry } from "../engine/catalogue/entry";
import { ALL_MINORS, lowestMinor, type MinorSet, minorsFrom, parseMinor } from "../engine/version";
import { formatMinorsShort } from "./versions";

/**
 * Gives the label of an inlay hint: `3.7+`, `3.7–3.12`, `gone in 3.12`, `deprecated in 3.12`, `3.3+, deprecated in 3.12`.
 * `undefined` for what every Python 3 has and means to keep, since there is nothing to tell.
 */
export function hintLabel(entry: Entry): string | undefined {
  const life = lifeLabel(entry);
  const isOnItsWayOut = entry.removed === undefined && parseMinor(entry.deprecated ?? "") !== undefined;
  if (!isOnItsWayOut) return life;
  return [life, `deprecated in ${entry.deprecated}`].filter(Boolean).join(", ");
}

/** What a click on a hint does. */
export function openFeatureTitle(): string {
  return "Show what is known of it";
}

function lifeLabel(entry: Entry): string | undefined {
  if (entry.added === "unknown") return entry.removed ? `gone in ${entry.removed}` : undefined;
  if (entry.removed && entry.added === undefined) return `gone in ${entry.removed}`;
  if (entry.available === ALL_MINORS) return undefined;
  const isPlain = entry.added !== undefined && entry.removed === undefined && !hasGap(entry.available);
  return isPlain ? `${entry.added}+` : formatMinorsShort(entry.available);
}

function hasGap(minors: MinorSet): boolean {
  return minors !== minorsFrom(lowestMinor(minors) ?? 0);
}
