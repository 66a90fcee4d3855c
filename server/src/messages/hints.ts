import type { Entry } from "../engine/catalogue/entry";
import { ALL_MINORS } from "../engine/version";
import { formatMinorsShort } from "./versions";

/**
 * Gives the label of an inlay hint: `3.7+`, `3.7–3.12`, `gone in 3.12`. `undefined` for what every Python 3 has, since
 * there is nothing to tell.
 */
export function hintLabel(entry: Entry): string | undefined {
  if (entry.added === "unknown") return entry.removed ? `gone in ${entry.removed}` : undefined;
  if (entry.removed && entry.added === undefined) return `gone in ${entry.removed}`;
  if (entry.removed === undefined && entry.added !== undefined) return `${entry.added}+`;
  if (entry.available === ALL_MINORS) return undefined;
  return formatMinorsShort(entry.available);
}
