import { satisfies, valid, validRange } from "@renovatebot/pep440";
import type { DeclarationProblem } from "../engine/declaration-problems";
import { type MinorSet, NEWEST_MINOR, NO_MINORS, singleMinor, type TargetRange } from "../engine/version";
import { adviceFor } from "./range-advice";

/** Why a text is no range of Pythons. */
export interface RangeProblem {
  readonly problem: Extract<DeclarationProblem, { kind: "no-range" | "no-python3" }>;
}

/** A number with more digits than this is a slip of the keyboard, not a version. */
const LONGEST_NUMBER = 5;
/** CPython makes at most some twenty micro releases of a minor: a range that lets in none of these lets in no release. */
const NEWEST_MICRO = 30;

/**
 * Reads a range as a user writes it: a PEP 440 specifier (`>=3.8,<3.13`), or a bare `3.8`, which means `>=3.8`. A minor
 * is in the range when any of its releases is (`>=3.8.1` lets 3.8 in). The empty text lets every Python in. A range
 * without any Python 3 is a problem, one that starts after the newest known Python is not.
 */
export function parsePythonRange(text: string): TargetRange | RangeProblem {
  const bare = /^\d+(\.\d+){0,2}$/.test(text.trim());
  return parseSpecifier(bare ? `>=${text.trim()}` : text);
}

/** Reads a PEP 440 specifier as packaging tools do: like `parsePythonRange`, but a bare version is a problem. */
export function parseSpecifier(text: string): TargetRange | RangeProblem {
  return parseAlternatives([text.trim()], text.trim());
}

/**
 * Reads the union of several PEP 440 specifiers. `written` is what the author wrote, for the message where an
 * alternative cannot be read; advice on PEP 440 is given where that is the specifier itself. The text of the result joins the alternatives that let a Python 3 in with ` || `.
 */
export function parseAlternatives(
  specifiers: readonly string[],
  written: string,
): TargetRange | RangeProblem {
  const spans: Span[] = [];
  const isPep440 = specifiers.length === 1 && specifiers[0] === written;
  for (const specifier of specifiers) {
    const clauses = clausesOf(specifier);
    const span = clauses && spanOf(clauses);
    if (!span) {
      return {
        problem: {
          kind: "no-range",
          written: shorten(written),
          advice: isPep440 ? adviceFor(written) : { kind: "example" },
        },
      };
    }
    if (span.lowest !== undefined) spans.push(span);
  }
  if (spans.length === 0) return { problem: { kind: "no-python3", written: shorten(written) } };
  return {
    text: spans.map((span) => span.text).join(" || "),
    minors: spans.reduce((all, span) => all | span.minors, NO_MINORS),
    minimum: spans.some((span) => !span.bounded) ? undefined : Math.min(...spans.map((span) => span.lowest!)),
    maximum: spans.some((span) => span.highest === undefined)
      ? undefined
      : Math.max(...spans.map((span) => span.highest!)),
    ...(specifiers.some(letsPython2In) && { python2: true as const }),
  };
}

function letsPython2In(specifier: string): boolean {
  return isLetIn("2.7.18", clausesOf(specifier) ?? ["==0"]);
}

/** Tells whether the reading of a range failed. */
export function isRangeProblem(reading: TargetRange | RangeProblem): reading is RangeProblem {
  return "problem" in reading;
}

/** What one specifier lets in. */
interface Span {
  readonly text: string;
  readonly minors: MinorSet;
  /** Lowest minor let in; `undefined` when there is none. */
  readonly lowest: number | undefined;
  /** Highest minor let in; `undefined` when nothing bounds the range from above. */
  readonly highest: number | undefined;
  /** Something bounds the range from below. */
  readonly bounded: boolean;
}

/** Splits a specifier into its clauses, without blanks; `undefined` when one is malformed. Empty clauses do not count. */
function clausesOf(specifier: string): string[] | undefined {
  const clauses = specifier.split(",").flatMap((clause) => {
    const trimmed = clause.trim();
    return trimmed === "" ? [] : [trimmed.replace(/^([=!<>~]+)\s+/, "$1")];
  });
  return clauses.every(isReadable) ? clauses : undefined;
}

function isReadable(clause: string): boolean {
  const isShort = (clause.match(/\d+/g) ?? []).every((digits) => digits.length <= LONGEST_NUMBER);
  if (clause.startsWith("===")) return isShort && /^===[^\s,;)]+$/.test(clause);
  return validRange(clause) && isShort;
}

function spanOf(clauses: readonly string[]): Span {
  const text = clauses.join(",");
  const beyond = Math.max(NEWEST_MINOR, ...mentionedMinors(text)) + 1;
  const candidates = candidateMinors(text, beyond);
  const lettingIn = (releasesOf: (minor: number) => string[]): number[] =>
    candidates.filter((minor) => releasesOf(minor).some((release) => isLetIn(release, clauses)));
  const final = lettingIn(releasesOf);
  // `<=3.14rc1` is a promise about 3.13; only `==3.14rc1`, which is about nothing else, is one about 3.14.
  const letIn = final.length > 0 ? final : lettingIn((minor) => namedReleasesOf(minor, text));
  const open = letIn.at(-1) === beyond;
  const known = letIn
    .filter((minor) => minor <= NEWEST_MINOR)
    .reduce((set, minor) => set | singleMinor(minor), NO_MINORS);
  const lowest = letIn.find((minor) => minor !== beyond) ?? (open ? beyond : undefined);
  const bounded = lowest !== 0 || clauses.some((clause) => /^(?:>|~=|==)/.test(clause));
  return { text, minors: known, lowest, highest: open ? undefined : letIn.at(-1), bounded };
}

function isLetIn(release: string, clauses: readonly string[]): boolean {
  return clauses.every((clause) =>
    // Arbitrary equality compares letter by letter, so that `===3.8` is not 3.8.0:
    // https://packaging.python.org/en/latest/specifications/version-specifiers/#arbitrary-equality
    clause.startsWith("===")
      ? clause.slice(3).toLowerCase() === release
      : satisfies(release, clause, { prereleases: true }),
  );
}

/** Every known minor, those that the specifier names with their neighbours, and one beyond all of them. */
function candidateMinors(text: string, beyond: number): number[] {
  const minors = new Set<number>([beyond]);
  for (let minor = 0; minor <= NEWEST_MINOR; minor++) minors.add(minor);
  for (const minor of mentionedMinors(text))
    for (const near of [minor - 1, minor, minor + 1]) minors.add(near);
  return [...minors].filter((minor) => minor >= 0).sort((left, right) => left - right);
}

function mentionedMinors(text: string): number[] {
  return [...text.matchAll(/(?<![\d.])v?3\.(\d+)/g)].map((match) => Number(match[1]));
}

function releasesOf(minor: number): string[] {
  return Array.from({ length: NEWEST_MICRO + 1 }, (_, micro) => `3.${minor}.${micro}`);
}

/** The releases of a minor that a specifier names, prereleases among them. */
function namedReleasesOf(minor: number, text: string): string[] {
  const named = text.matchAll(new RegExp(`(?<![\\d.])3\\.${minor}(?!\\d)[\\w.]*`, "g"));
  return [...named].flatMap(([version]) => (isPrerelease(version) ? version : []));
}

function isPrerelease(version: string): boolean {
  return /[a-z]/i.test(version) && valid(version) !== null;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
