import type { Catalogue } from "../catalogue/catalogue";
import type { Entry } from "../catalogue/entry";
import type { DocumentAnalysis, OffsetRange, Usage } from "../findings";
import { failingMinors } from "../rules/availability";
import { highestMinor, lowestMinor, type MinorSet, minorsBefore, minorsFrom, OLDEST_MINOR } from "../version";

/** A use that a Python which is too old, or too new, does not have. */
export interface Need {
  readonly entry: Entry;
  /** Start of the use, as a UTF-16 offset. */
  readonly start: number;
  /** The lowest minor from which on this use works; 0 when it is never too new. */
  readonly minimum: number;
  /** The highest minor up to which this use works; `undefined` when it is never gone. */
  readonly maximum: number | undefined;
}

/** One use of an entry that asks for a Python. */
export interface NeedPlace extends OffsetRange {
  readonly entryId: string;
  /** The lowest minor from which on it works. */
  readonly minimum: number;
}

/** Which Pythons a program can run on, as far as what it uses tells. */
export interface Requirements {
  /** The lowest minor from which on nothing used is too new. */
  readonly minimum: number;
  /** The newest minor on which nothing used is gone; `undefined` when none is known. */
  readonly maximum: number | undefined;
  /** The first use of each entry that is not in every Python 3, in the order of the text. */
  readonly needs: readonly Need[];
}

/**
 * Works out what usages need. A use that its guards keep away from a Python, or that provides for failing, is no need; nor
 * is a mere definition of what a base class looks for, which an older Python overlooks.
 */
export function requirementsOf(usages: readonly Usage[], catalogue: Catalogue): Requirements {
  const needs = new Map<string, Need>();
  for (const usage of usages) {
    const entry = usage.kind === "definition" ? undefined : catalogue.lookup(usage.entryId);
    const need = entry && needOf(usage, entry, catalogue);
    if (!need) continue;
    const known = needs.get(need.entry.id);
    // A later use may need more than the first one, when only the first one is guarded.
    if (!known || isStricter(need, known)) needs.set(need.entry.id, need);
  }
  const all = [...needs.values()].sort((left, right) => left.start - right.start);
  const maxima = all.flatMap(({ maximum }) => (maximum === undefined ? [] : [maximum]));
  return {
    minimum: Math.max(OLDEST_MINOR, ...all.map(({ minimum }) => minimum)),
    maximum: maxima.length === 0 ? undefined : Math.min(...maxima),
    needs: all,
  };
}

/** Lists every use that asks for more than the oldest Python, in document order: unguarded, and not provided for. */
export function placesInNeed(usages: readonly Usage[], catalogue: Catalogue): NeedPlace[] {
  return usages.flatMap((usage) => {
    const entry = usage.kind === "definition" ? undefined : catalogue.lookup(usage.entryId);
    const need = entry && needOf(usage, entry, catalogue);
    if (!need || need.minimum === OLDEST_MINOR) return [];
    return [{ entryId: entry.id, start: usage.start, end: usage.end, minimum: need.minimum }];
  });
}

/**
 * Lists the uses that the target's lower end is too low for: what the analysis reports as an error for being too new.
 * What is only told as information, or is silenced, is not among them. Empty without a target.
 */
export function shortfallsOf(analysis: DocumentAnalysis, catalogue: Catalogue): NeedPlace[] {
  const wrong = new Set(
    analysis.findings
      .filter(({ code, severity }) => TOO_NEW.has(code) && severity === "error")
      .map(({ start, entryId }) => `${start} ${entryId}`),
  );
  if (wrong.size === 0) return [];
  return placesInNeed(analysis.usages, catalogue).filter(({ start, entryId }) =>
    wrong.has(`${start} ${entryId}`),
  );
}

const TOO_NEW: ReadonlySet<string> = new Set(["added-later", "syntax-later"]);

function needOf(usage: Usage, entry: Entry, catalogue: Catalogue): Need | undefined {
  const failing = failingMinors(usage, entry, catalogue);
  if (failing === 0) return undefined;
  const tooNewFor = highestMinor(failing & beforeLast(entry.available));
  const goneIn = lowestMinor(failing & ~beforeLast(entry.available));
  return {
    entry,
    start: usage.start,
    minimum: tooNewFor === undefined ? OLDEST_MINOR : tooNewFor + 1,
    maximum: goneIn === undefined ? undefined : goneIn - 1,
  };
}

/** The minors before the last that has the entry: failing there means that the entry is too new, failing later that it is gone. */
function beforeLast(available: MinorSet): MinorSet {
  const last = highestMinor(available);
  return last === undefined ? minorsFrom(OLDEST_MINOR) : minorsBefore(last);
}

function isStricter(need: Need, than: Need): boolean {
  return need.minimum > than.minimum || (need.maximum ?? Infinity) < (than.maximum ?? Infinity);
}
