import type { Entry } from "../engine/catalogue/entry";
import { ALL_MINORS, lowestMinor, type MinorSet, minorsFrom, parseMinor } from "../engine/version";
import { wording } from "./language";
import { formatMinorsShort } from "./minor-runs";

/**
 * Gives the label of an inlay hint: `3.7+`, `3.7–3.12`, `gone in 3.12`, `deprecated in 3.12`, `3.3+, deprecated in 3.12`.
 * `undefined` for what every Python 3 has and means to keep, since there is nothing to tell.
 */
export function hintLabel(entry: Entry): string | undefined {
  const life = lifeLabel(entry);
  const isOnItsWayOut = entry.removed === undefined && parseMinor(entry.deprecated ?? "") !== undefined;
  if (!isOnItsWayOut) return life;
  return [life, wording().headline.hintDeprecated(entry.deprecated ?? "")].filter(Boolean).join(", ");
}

/** What a click on a hint does. */
export function openFeatureTitle(): string {
  return wording().headline.openFeature;
}

function lifeLabel(entry: Entry): string | undefined {
  const { hintGone } = wording().headline;
  if (entry.added === "unknown") return entry.removed ? hintGone(entry.removed) : undefined;
  if (entry.removed && entry.added === undefined) return hintGone(entry.removed);
  if (entry.available === ALL_MINORS) return undefined;
  const isPlain = entry.added !== undefined && entry.removed === undefined && !hasGap(entry.available);
  return isPlain ? `${entry.added}+` : formatMinorsShort(entry.available);
}

function hasGap(minors: MinorSet): boolean {
  return minors !== minorsFrom(lowestMinor(minors) ?? 0);
}
