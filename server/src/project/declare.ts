import type { DeclarationProblem } from "../engine/declaration-problems";
import type { OffsetRange } from "../engine/findings";
import type { TargetRange } from "../engine/version";
import type { DeclaredItem, Notation, Rank, Role, Statement } from "./declaration";
import { isRangeProblem, parsePythonRange, parseSpecifier, type RangeProblem } from "./range";

/** Where a value was found, and what it is there for. */
export interface ValuePlace {
  readonly rank: Rank;
  readonly role: Role;
  readonly key: string;
  /** 1-based. */
  readonly line: number | undefined;
  /** The value without its quotes. */
  readonly value: OffsetRange | undefined;
}

/** A piece of a text that may name a Python. */
export interface NamePiece extends OffsetRange {
  readonly text: string;
}

const BARE_VERSION = /^\s*\d+(?:\.\d+){0,2}\s*$/;

/**
 * Makes the statements of a value that should be a PEP 440 specifier. A bare `3.8`, which installers refuse, is read as
 * the lower bound that its author meant, and told.
 */
export function declareSpecifier(text: string, place: ValuePlace): Statement[] {
  const strict = declareReading(parseSpecifier(text), place, "specifier");
  if (!BARE_VERSION.test(text)) return strict;
  return [...strict, ...declareReading(parsePythonRange(text), place, "specifier")];
}

/** Makes the statement of a value that was read: a declaration, or the problem with it. */
export function declareReading(
  reading: TargetRange | RangeProblem,
  place: ValuePlace,
  notation: Notation,
): Statement[] {
  const { rank, role, key, line, value } = place;
  if (isRangeProblem(reading)) return [{ rank, line, value, problem: { ...reading.problem, key } }];
  return [{ rank, role, notation, key, line, value, range: reading, items: [] }];
}

/** Makes the statement of a value that is the lowest of the minors which it names; none for no minor. */
export function declareLowest(minors: readonly number[], place: ValuePlace): Statement[] {
  if (minors.length === 0) return [];
  return declareReading(parsePythonRange(`3.${Math.min(...minors)}`), place, "lowest");
}

/** Makes the statement of a list of Pythons; none for an empty one. */
export function declareList(items: readonly DeclaredItem[], place: ValuePlace): Statement[] {
  if (items.length === 0) return [];
  // Such lists trail behind the releases, so that the newest of them bounds nothing.
  const lowest = `3.${Math.min(...items.map(({ minor }) => minor))}`;
  return declareReading(parsePythonRange(lowest), place, "list").map((statement) =>
    "problem" in statement ? statement : { ...statement, items },
  );
}

/** One version: a major, a minor, a micro, each of the lower ones left open; prereleases and free threading count alike. */
const ONE_VERSION =
  /^3(?:\.(?:(\d{1,3})(?:\.(?:\d+|x|\*))?|x|\*))?(?:[.-]?(?:dev|a|b|rc|alpha|beta)[.\d]*)?t?$/;

/** Makes the statement of one pinned interpreter, such as `3.8`, `3.8.10` or `3`: a declaration, or the problem with it. */
export function declarePin(version: string, place: ValuePlace): Statement[] {
  const { rank, key, line, value } = place;
  const written = version.trim();
  const match = ONE_VERSION.exec(written);
  if (match) {
    const range = parseSpecifier(match[1] === undefined ? "==3.*" : `==3.${match[1]}.*`);
    return declareReading(range, place, "pin");
  }
  if (/^2(?:\.\d+)*$/.test(written)) {
    return [{ rank, line, value, problem: { kind: "no-python3", key, written } }];
  }
  return [{ rank, line, value, problem: noPython(key, written, "3.10") }];
}

/** Makes the statement of one version from which on a tool works: a declaration, or the problem with it. */
export function declareFloor(version: string, place: ValuePlace): Statement[] {
  return declarePin(version, place).flatMap((statement) =>
    "problem" in statement ? statement : declareLowest([statement.range.minimum ?? 0], place),
  );
}

/** Makes the problem of a text that should name a Python as `example` does. */
export function noPython(key: string, written: string, example: string): DeclarationProblem {
  const shown = written.length > 60 ? `${written.slice(0, 57)}...` : written;
  return { kind: "no-python", key, written: shown, example };
}

const NAMED =
  /^(?:(?:cpython|python|pypy|graalpy|py|cp)-?)?3(?:\.?(\d{1,2}))(?:\.(?:\d+|x|\*))?(?:[.-]?(?:dev|a|b|rc|alpha|beta|nightly|v\d)[\w.]*)?t?$/i;

/** Lists the minors that names of interpreters mention: `py38`, `py3.10`, `python3.8`, `pypy39`, `cp311`, `3.9`. */
export function minorsNamed(names: readonly string[]): number[] {
  return names.flatMap((name) => {
    const match = NAMED.exec(name.trim());
    return match ? [Number(match[1])] : [];
  });
}

/** Lists the pieces that name a Python, by a way of reading one name. */
export function itemsNamed(
  pieces: readonly NamePiece[],
  read: (names: readonly string[]) => number[] = minorsNamed,
): DeclaredItem[] {
  return pieces.flatMap(({ text, start, end }) =>
    read([text]).map((minor) => ({ minor, start, end, isRemovable: true })),
  );
}
