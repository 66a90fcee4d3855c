import type { Entry, Parameter } from "../engine/catalogue/entry";
import { wording } from "./language";

/** One line of the history on a card. */
export interface TimelineRow {
  /** `3.7` or `3.7.2`. */
  readonly version: string;
  /** Markdown without line ends. */
  readonly text: string;
}

/**
 * Lists what happened to an entry, oldest first: arrival, parameters that came and went, changes, deprecation, removal.
 * Empty for what is in every Python 3 and never changed.
 */
export function timelineOf(entry: Entry): TimelineRow[] {
  const words = wording().timeline;
  const rows: TimelineRow[] = [];
  if (isVersion(entry.added)) {
    rows.push({ version: entry.added, text: words.added(entry.micros ?? []) });
  }
  for (const parameter of entry.parameters) rows.push(...parameterRows(entry, parameter));
  for (const change of entry.changes) rows.push({ version: change.version, text: change.summary });
  if (isVersion(entry.deprecated)) rows.push({ version: entry.deprecated, text: words.deprecated });
  if (isVersion(entry.removed)) rows.push({ version: entry.removed, text: words.removed });
  else if (isVersion(entry.removal)) rows.push({ version: entry.removal, text: words.toBeRemoved });
  return rows.sort((left, right) => compareVersions(left.version, right.version));
}

/** Orders version texts by their numbers: `3.9` before `3.10`. Negative, zero or positive as `sort` wants it. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => text.split(".").map(Number));
  for (let part = 0; part < Math.max(a.length, b.length); part++) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Tells of a parameter only what no change tells in its own words. */
function parameterRows(entry: Entry, parameter: Parameter): TimelineRow[] {
  const told = (version: string): boolean =>
    entry.changes.some((change) => change.name === parameter.name && change.version === version);
  const words = wording().timeline;
  const name = words.parameter(parameter.name);
  const rows: TimelineRow[] = [];
  if (isVersion(parameter.added) && parameter.added !== entry.added && !told(parameter.added)) {
    rows.push({ version: parameter.added, text: parameter.summary ? `${name}: ${parameter.summary}` : name });
  }
  if (isVersion(parameter.deprecated) && !told(parameter.deprecated)) {
    rows.push({ version: parameter.deprecated, text: words.parameterDeprecated(parameter.name) });
  }
  if (isVersion(parameter.removed) && parameter.removed !== entry.removed && !told(parameter.removed)) {
    rows.push({ version: parameter.removed, text: words.parameterRemoved(parameter.name) });
  }
  return rows;
}

function isVersion(text: string | undefined): text is string {
  return text !== undefined && text !== "unknown";
}
