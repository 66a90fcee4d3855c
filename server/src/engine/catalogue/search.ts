import { NEWEST_MINOR } from "../version";
import type { Catalogue } from "./catalogue";
import type { Entry } from "./entry";
import { lastName } from "./ids";
import { eventsOf, type ReleaseEvent } from "./release-history";

/** What a question to the catalogue asks for. Every part must hold; an empty part asks for nothing. */
export interface CatalogueQuery {
  /** Releases in which something happened, both included; `undefined`: any. */
  readonly releases: { readonly from: number; readonly to: number } | undefined;
  /** What happened; empty: anything. */
  readonly events: readonly ReleaseEvent[];
  /** Words in lower case that names or sentences must match. */
  readonly terms: readonly string[];
}

/** Something that a question found. */
export interface SearchHit {
  readonly entryId: string;
  /** The newest event that the question is about, where it asks for one. */
  readonly event: ReleaseEvent | undefined;
  readonly minor: number | undefined;
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
};

/** Words of a question that say nothing about what is looked for. */
const FILLERS = new Set(
  "what what's whats is was are were has have in python the a an of and or to from between since after until for with".split(
    " ",
  ),
);

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
    (word) => !FILLERS.has(word) && !(events.length > 0 && Object.hasOwn(EVENT_WORDS, word)),
  );
  return { releases, events, terms };
}

function takeReleases(text: string): { releases: CatalogueQuery["releases"]; rest: string } {
  const between = /(?:between|from)\s+3\.(\d+)\s+(?:and|to)\s+3\.(\d+)/.exec(text);
  if (between)
    return { releases: span(Number(between[1]) + 1, Number(between[2])), rest: without(text, between) };
  const through = /3\.(\d+)\s*(?:\.\.\.?|-|\u2013|to)\s*3\.(\d+)/.exec(text);
  if (through)
    return { releases: span(Number(through[1]), Number(through[2])), rest: without(text, through) };
  const since = /(?:since|from|>=)\s*3\.(\d+)|\b3\.(\d+)\+/.exec(text);
  if (since)
    return { releases: span(Number(since[1] ?? since[2]), NEWEST_MINOR), rest: without(text, since) };
  const after = /(?:after|>)\s*3\.(\d+)/.exec(text);
  if (after) return { releases: span(Number(after[1]) + 1, NEWEST_MINOR), rest: without(text, after) };
  const one = /(?:^|\s)3\.(\d+)(?=$|[\s?.,])/.exec(text);
  if (one) return { releases: span(Number(one[1]), Number(one[1])), rest: without(text, one) };
  return { releases: undefined, rest: text };
}

function span(from: number, to: number): { from: number; to: number } {
  return from <= to ? { from, to } : { from: to, to: from };
}

function without(text: string, found: RegExpExecArray): string {
  return `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
}

/** Searches the whole catalogue again and again. */
export interface CatalogueSearch {
  /** The best hits first, at most `limit`. Nothing asked finds nothing. */
  find(query: CatalogueQuery, limit: number): readonly SearchHit[];
}

/** One entry, made ready for being compared. */
interface Candidate {
  readonly entry: Entry;
  /** In lower case, as the words of a query are. */
  readonly id: string;
  readonly name: string;
  readonly words: string;
  /** How much people look for such a thing, whatever they typed. */
  readonly weight: number;
  /** How much people look for such a thing who typed no word, but what happened when. */
  readonly prominence: number;
}

/** Makes the catalogue ready for searches. Decodes the whole of it at the first one. */
export function createSearch(catalogue: Catalogue): CatalogueSearch {
  let candidates: readonly Candidate[] | undefined;
  return {
    find(query, limit) {
      if (query.terms.length === 0 && !query.releases) return [];
      candidates ??= listCandidates(catalogue);
      const hits: { hit: SearchHit; score: number }[] = [];
      for (const candidate of candidates) {
        const isByRelease = query.terms.length === 0;
        const score = isByRelease ? candidate.prominence : scoreOf(candidate, query.terms);
        if (score === undefined) continue;
        const hit = hitOf(candidate.entry, query);
        if (hit) hits.push({ hit, score });
      }
      hits.sort(
        (left, right) =>
          right.score - left.score ||
          (right.hit.minor ?? 0) - (left.hit.minor ?? 0) ||
          order(left.hit.entryId, right.hit.entryId),
      );
      return hits.slice(0, limit).map(({ hit }) => hit);
    },
  };
}

function listCandidates(catalogue: Catalogue): Candidate[] {
  const candidates: Candidate[] = [];
  for (const entry of catalogue.entries()) {
    if (entry.internal) continue;
    const { summary = "", category = "" } = catalogue.prose(entry.id);
    const id = entry.id.toLowerCase();
    const words = `${category} ${summary}`.trim().toLowerCase();
    const prominence = prominenceOf(entry, words);
    candidates.push({ entry, id, name: lastName(id), words, weight: weightOf(entry, words), prominence });
  }
  return candidates;
}

/** What somebody wrote a sentence about is looked for most; among equals the shorter name is the plainer one. */
function weightOf({ id, sources }: Entry, words: string): number {
  const isDocumented = sources.some((source) => source === "docs" || source === "hand");
  return (words === "" ? 0 : 12) + (isDocumented ? 8 : 0) - id.length / 16;
}

/** Release notes begin with syntax and new modules, and say little of what begins with an underscore. */
function prominenceOf({ id, kind }: Entry, words: string): number {
  if (words === "") return 0;
  if (/(?:^|\.)_/.test(id)) return 1;
  return kind === "syntax" ? 4 : kind === "module" ? 3 : 2;
}

function hitOf(entry: Entry, { releases, events }: CatalogueQuery): SearchHit | undefined {
  if (!releases && events.length === 0) return { entryId: entry.id, event: undefined, minor: undefined };
  for (let minor = releases?.to ?? NEWEST_MINOR; minor >= (releases?.from ?? 0); minor--) {
    const event = eventsOf(entry, minor).find((one) => events.length === 0 || events.includes(one));
    if (event) return { entryId: entry.id, event, minor };
  }
  return undefined;
}

/** Rates how well an entry fits the words of a query; `undefined` where one of them does not fit at all. */
function scoreOf(candidate: Candidate, terms: readonly string[]): number | undefined {
  let total = candidate.weight;
  for (const term of terms) {
    const score = fit(candidate, term);
    if (score === 0) return undefined;
    total += score;
  }
  return total;
}

function fit({ id, name, words }: Candidate, term: string): number {
  if (id === term) return 120;
  if (name === term) return 100;
  if (name.startsWith(term)) return 70;
  const at = id.indexOf(term);
  if (at === 0 || (at > 0 && /[^a-z0-9]/.test(id[at - 1]))) return 55;
  if (words.includes(term)) return at > 0 ? 45 : 30;
  if (at > 0) return 40;
  return term.length > 2 && isSubsequence(term, id) ? 10 : 0;
}

/** Tells whether the letters of a word stand in a name in their order and close together: `aiorun` in `asyncio.run`. */
function isSubsequence(word: string, name: string): boolean {
  const start = name.indexOf(word[0]);
  let at = start;
  for (const letter of word.slice(1)) {
    at = at < 0 ? at : name.indexOf(letter, at + 1);
  }
  return at >= 0 && at - start < 2 * word.length;
}

function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
