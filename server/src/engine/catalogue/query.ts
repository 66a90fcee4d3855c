import { NEWEST_MINOR } from "../version";
import type { ReleaseEvent } from "./release-history";

/** What a question to the catalogue asks for. Every part must hold; an empty part asks for nothing. */
export interface CatalogueQuery {
  /** Releases in which something happened, both included; `undefined`: any. */
  readonly releases: { readonly from: number; readonly to: number } | undefined;
  /** What happened; empty: anything. */
  readonly events: readonly ReleaseEvent[];
  /** Words in lower case that names or sentences must match. */
  readonly terms: readonly string[];
}

const EVENT_WORDS: Readonly<Record<string, ReleaseEvent>> = {
  new: "added",
  added: "added",
  changed: "changed",
  changes: "changed",
  deprecated: "deprecated",
  deprecations: "deprecated",
  removed: "removed",
  removals: "removed",
  gone: "removed",
  neu: "added",
  neues: "added",
  neue: "added",
  hinzugefügt: "added",
  geändert: "changed",
  änderungen: "changed",
  veraltet: "deprecated",
  veraltetes: "deprecated",
  entfernt: "removed",
  entferntes: "removed",
};

/** Words of a question that say nothing about what is looked for, in the languages that SinceWhen speaks. */
const FILLERS = new Set(
  (
    "what what's whats was are were has have in python the a an of and to between since after until before " +
    "ist sind wurde wurden im der die das seit von bis zwischen nach vor und ab"
  ).split(" "),
);

/** Spans of releases as people write them, and what they mean; the first that fits counts. */
const SPANS: readonly (readonly [RegExp, (first: number, second: number) => readonly [number, number]])[] = [
  [
    /(?:between|from|zwischen|von)\s+3\.(\d+)\s+(?:and|to|und|bis)\s+3\.(\d+)/,
    (one, other) => [one + 1, other],
  ],
  [/3\.(\d+)\s*(?:\.\.\.?|-|\u2013|to|bis)\s*3\.(\d+)/, (one, other) => [one, other]],
  [/(?:since|from|seit|ab|>=)\s*3\.(\d+)/, (one) => [one, NEWEST_MINOR]],
  [/\b3\.(\d+)\+/, (one) => [one, NEWEST_MINOR]],
  [/(?:after|nach|>)\s*3\.(\d+)/, (one) => [one + 1, NEWEST_MINOR]],
  [/(?:until|up to|bis|<=)\s*3\.(\d+)/, (one) => [0, one]],
  [/(?:before|vor|<)\s*3\.(\d+)/, (one) => [0, one - 1]],
  [/(?:^|\s)3\.(\d+)(?=$|[\s?.,])/, (one) => [one, one]],
];

/**
 * Reads a question as people write one: `prod`, `asyncio task`, `3.8`, `removed in 3.12`, `3.8..3.12`, `since 3.13`,
 * `what is new between 3.8 and 3.12` (what a move from the one to the other brings).
 */
export function parseQuery(text: string): CatalogueQuery {
  const lower = text.toLowerCase();
  const { releases, rest } = takeReleases(lower);
  const words = rest.split(/[\s,;?!"'`]+/).filter(Boolean);
  // With nothing but such a word, it is looked for itself: there are things called `new`.
  const events = words.length > 1 || releases ? words.flatMap((word) => EVENT_WORDS[word] ?? []) : [];
  const terms = words.filter(
    (word) => !isFiller(word, words.length) && !(events.length > 0 && Object.hasOwn(EVENT_WORDS, word)),
  );
  return { releases, events, terms };
}

/** `is`, `or`, `from` and `for` are parts of names and syntax as well: they say nothing in a whole sentence only. */
function isFiller(word: string, length: number): boolean {
  return FILLERS.has(word) || (length > 2 && ["is", "or", "from", "for", "with"].includes(word));
}

function takeReleases(written: string): { releases: CatalogueQuery["releases"]; rest: string } {
  // `py38`, `python3.8` and `python 3.8` are `3.8`.
  const text = written.replace(/\bpy(?:thon)?\s?3\.?(\d{1,2})\b/g, " 3.$1");
  for (const [pattern, span] of SPANS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [from, to] = span(Number(found[1]), Number(found[2]));
    const releases = from <= to ? { from, to } : { from: to, to: from };
    return { releases, rest: without(text, found) };
  }
  return { releases: undefined, rest: text };
}

function without(text: string, found: RegExpExecArray): string {
  return `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
}
