import { compareText } from "../compare-text";
import { NEWEST_MINOR } from "../version";
import type { Catalogue } from "./catalogue";
import type { Entry } from "./entry";
import { lastName, splitParameterId } from "./ids";
import type { CatalogueQuery } from "./query";
import { eventsOf, isReExport, type ReleaseEvent } from "./release-history";
import { compact, isSlipOf, otherWords, singularOf } from "./search-words";

/** Something that a question found. */
export interface SearchHit {
  readonly entryId: string;
  /** The newest event that the question is about, where it asks for one. */
  readonly event: ReleaseEvent | undefined;
  readonly minor: number | undefined;
}

/** Searches the whole catalogue again and again. */
export interface CatalogueSearch {
  /** The best hits first, at most `limit`. Nothing asked finds nothing. */
  find(query: CatalogueQuery, limit: number): readonly SearchHit[];
}

/** One entry, made ready for being compared. Everything is in lower case, as the words of a query are. */
interface Candidate {
  readonly entry: Entry;
  readonly id: string;
  readonly name: string;
  /** The id and the name without what people leave out. */
  readonly compactId: string;
  readonly compactName: string;
  /** What it is called in a sentence, and the sentence on it. */
  readonly words: string;
  /** What it is called, without what people leave out; empty where that is its id. */
  readonly compactTitle: string;
  /** How much people look for such a thing, whatever they typed. */
  readonly weight: number;
  /** How much people look for such a thing who typed no word, but what happened when. */
  readonly prominence: number;
}

/** What a search is made from. */
export interface SearchParts {
  readonly catalogue: Catalogue;
  /** What an entry is called in a sentence, where that says more than its id. */
  readonly titleOf?: (entry: Entry) => string;
}

/** Makes the catalogue ready for searches. Decodes the whole of it at the first one. */
export function createSearch(parts: SearchParts): CatalogueSearch {
  let candidates: readonly Candidate[] | undefined;
  return {
    find(query, limit) {
      if (query.terms.length === 0 && !query.releases) return [];
      candidates ??= listCandidates(parts);
      const hits = query.terms.length === 0 ? candidates.map(byRelease) : rate(candidates, query.terms);
      return hits
        .flatMap(({ candidate, score }) => {
          const hit = hitOf(candidate.entry, query);
          return hit ? [{ hit, score }] : [];
        })
        .sort(
          (left, right) =>
            right.score - left.score ||
            (right.hit.minor ?? 0) - (left.hit.minor ?? 0) ||
            compareText(left.hit.entryId, right.hit.entryId),
        )
        .slice(0, limit)
        .map(({ hit }) => hit);
    },
  };
}

interface Rated {
  readonly candidate: Candidate;
  readonly score: number;
}

function byRelease(candidate: Candidate): Rated {
  return { candidate, score: candidate.prominence };
}

/** A word of a query, and what else it may mean. */
interface AskedWord {
  readonly term: string;
  readonly compactTerm: string;
  /** Its singular counts less than itself, so that what is called by the word comes first. */
  readonly single: string | undefined;
  readonly others: readonly string[];
}

/** The singular of a word fits at most so well. */
const MOST_OF_SINGLE = 50;

/** Another word for the same counts so much less. */
const LESS_OF_OTHER = 4;

/** Rates whatever fits all words; what only looks alike counts where nothing fits. */
function rate(candidates: readonly Candidate[], terms: readonly string[]): Rated[] {
  const asked = terms.map((term): AskedWord => {
    const single = singularOf(term);
    return { term, compactTerm: compact(term), single, others: otherWords(term) };
  });
  const joined = asked.map(({ compactTerm }) => compactTerm).join("");
  const single = asked.map(({ term, single }) => compact(single ?? term)).join("");
  const phrases = terms.length > 1 ? [...new Set([joined, single])] : [];
  for (const fit of [fitOf, looseFitOf]) {
    const rated = candidates.flatMap((candidate) => {
      let score = candidate.weight;
      for (const word of asked) {
        const best = bestFit(candidate, word, fit);
        if (best <= 0) return [];
        score += best;
      }
      for (const phrase of phrases) score += phraseFit(candidate, phrase);
      return [{ candidate, score }];
    });
    if (rated.length > 0) return rated;
  }
  return [];
}

type Fit = (candidate: Candidate, term: string, compactTerm: string) => number;

function bestFit(candidate: Candidate, { term, compactTerm, single, others }: AskedWord, fit: Fit): number {
  let best = fit(candidate, term, compactTerm);
  if (single !== undefined) best = Math.max(best, Math.min(MOST_OF_SINGLE, fit(candidate, single, single)));
  for (const other of others) best = Math.max(best, fit(candidate, other, other) - LESS_OF_OTHER);
  return best;
}

function listCandidates({ catalogue, titleOf }: SearchParts): Candidate[] {
  const entries = [...catalogue.entries()].filter(({ internal }) => !internal);
  const known = new Set(entries.filter((entry) => isTold(entry, catalogue)).map(({ id }) => lastName(id)));
  return entries.flatMap((entry) => {
    if (isSecondName(entry, catalogue, known)) return [];
    const { summary = "", category = "" } = catalogue.prose(entry.id);
    const id = entry.id.toLowerCase();
    const name = lastName(id);
    const title = titleOf?.(entry) ?? "";
    const sentence = `${category} ${summary}`.trim().toLowerCase();
    return {
      entry,
      id,
      name,
      compactId: compact(id),
      compactName: compact(name),
      words: `${title} ${entry.kind} ${sentence}`.toLowerCase(),
      compactTitle: compact(title.toLowerCase()),
      weight: weightOf(entry, sentence),
      prominence: prominenceOf(entry, sentence),
    };
  });
}

function isTold(entry: Entry, catalogue: Catalogue): boolean {
  return isDocumented(entry) || catalogue.prose(entry.id).summary !== undefined;
}

function isDocumented({ sources }: Entry): boolean {
  return sources.some((source) => source === "docs" || source === "hand");
}

/**
 * Tells whether a name only happens to be there since a module imports it for itself (`asyncio.timeouts.Type`): nobody
 * documents it here, and somebody does elsewhere.
 */
function isSecondName(entry: Entry, catalogue: Catalogue, known: ReadonlySet<string>): boolean {
  const { id, replacement } = entry;
  if (id.includes(":") || splitParameterId(id) || isDocumented(entry)) return false;
  if (isReExport(entry, catalogue)) return true;
  const [name, owner] = [lastName(id), id.slice(0, Math.max(0, id.lastIndexOf(".")))];
  // What a package offered itself before its submodule did (`collections.Mapping`) is no mere second name.
  if (replacement !== undefined)
    return lastName(replacement) === name && !replacement.startsWith(`${owner}.`);
  if (isTold(entry, catalogue)) return false;
  return catalogue.isModule(owner) && !catalogue.isModule(id) && known.has(name);
}

/** What somebody wrote a sentence about is looked for most; among equals the shorter name is the plainer one. */
function weightOf(entry: Entry, sentence: string): number {
  return (sentence === "" ? 0 : 12) + (isDocumented(entry) ? 8 : 0) - entry.id.length / 16;
}

/** Release notes begin with syntax and new modules, and say little of what begins with an underscore. */
function prominenceOf({ id, kind }: Entry, sentence: string): number {
  if (sentence === "") return 0;
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

/** Rates how well an entry fits one word of a query; zero where it does not. */
function fitOf(candidate: Candidate, term: string, compactTerm: string): number {
  const { id, name, words, compactName } = candidate;
  if (id === term) return 120;
  if (name === term) return 100;
  if (compactName === compactTerm) return 95;
  if (candidate.entry.kind === term) return 60;
  if (name.startsWith(term)) return 70;
  const at = id.indexOf(term);
  if (at === 0 || (at > 0 && /[^a-z0-9]/.test(id[at - 1]))) return 55;
  if (words.includes(term)) return at > 0 ? 45 : 30;
  return at > 0 ? 40 : 0;
}

/** The same for words that are not written as they should be, or shortened. */
function looseFitOf(candidate: Candidate, term: string, compactTerm: string): number {
  const fit = fitOf(candidate, term, compactTerm);
  if (fit > 0) return fit;
  const { id, compactId, compactName } = candidate;
  if (compactId === compactTerm) return 90;
  if (isSlipOf(term, compactName)) return 35;
  if (isSlipOf(compactTerm, compactId)) return 34;
  if (id.split(/[^a-z0-9_]+/).some((part) => isSlipOf(term, part))) return 20;
  return term.length > 2 && isSubsequence(term, id) ? 10 : 0;
}

/** Rates how well an entry fits all words of a query as one. */
function phraseFit({ entry, compactId, compactName, compactTitle }: Candidate, phrase: string): number {
  if (compactName === phrase || compactId === phrase) return 90;
  if (compactName.startsWith(phrase)) return entry.kind === "syntax" ? 90 : 40;
  if (compactId.endsWith(phrase)) return 40;
  return compactTitle.includes(phrase) ? 30 : 0;
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
