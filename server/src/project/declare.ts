import type { OffsetRange } from "../engine/findings";
import type { TargetRange } from "../engine/version";
import type { Rank, Statement } from "./declaration";
import { isRangeProblem, parsePythonRange, parseSpecifier, type RangeProblem } from "./range";

/** Where a value was found. */
export interface ValuePlace {
  readonly rank: Rank;
  readonly key: string;
  /** 1-based. */
  readonly line: number | undefined;
  readonly value?: OffsetRange | undefined;
}

const BARE_VERSION = /^\s*\d+(?:\.\d+){0,2}\s*$/;

/**
 * Makes the statements of a value that should be a PEP 440 specifier. A bare `3.8`, which installers refuse, is read as
 * the lower bound that its author meant, and told.
 */
export function declareSpecifier(text: string, place: ValuePlace): Statement[] {
  const strict = declareReading(parseSpecifier(text), place);
  return BARE_VERSION.test(text) ? [...strict, ...declareReading(parsePythonRange(text), place)] : strict;
}

/** Makes the statement of a value that was read: a declaration, or the problem with it. */
export function declareReading(reading: TargetRange | RangeProblem, place: ValuePlace): Statement[] {
  const { rank, key, line, value } = place;
  if (isRangeProblem(reading)) return [{ rank, line, problem: `\`${key}\`: ${reading.problem}` }];
  return [{ rank, key, line, value, range: reading }];
}

/** Makes the statement of minors that a tool or a matrix names; none for no minor. */
export function declareMinors(minors: readonly number[], place: ValuePlace): Statement[] {
  if (minors.length === 0) return [];
  // Such lists trail behind the releases, so that the newest of them bounds nothing.
  return declareReading(parsePythonRange(`3.${Math.min(...minors)}`), place);
}

/** Makes the statement of one pinned interpreter, such as `3.8` or `3.8.10`; none for a text that names no Python 3. */
export function declarePin(version: string, place: ValuePlace): Statement[] {
  const match = /^3(?:\.(\d{1,3}))?/.exec(version);
  if (!match) return [];
  return declareReading(parseSpecifier(match[1] === undefined ? "==3.*" : `==3.${match[1]}.*`), place);
}

/** Lists the minors that names of interpreters mention: `py38`, `py3.10`, `python3.8`, `pypy39`, `cp311`, `3.9`. */
export function minorsNamed(names: readonly string[]): number[] {
  return names.flatMap((name) => {
    const match = /^(?:(?:python|pypy|py|cp)-?)?3(?:\.?(\d{1,2}))(?:\.\d+|-dev|t)?$/i.exec(name.trim());
    return match ? [Number(match[1])] : [];
  });
}
