import { readFileSync } from "node:fs";
import { parseMinor } from "../../server/src/engine/version";
import type { Answers } from "./answers";
import type { Outcome } from "./outcome";

/** Contradictions that are right as they are. */
export interface Exception {
  /** Ids, or the start of several that ends in `*`. */
  readonly ids: readonly string[];
  /** `3.7` or a span such as `3.6-3.8`. */
  readonly minors: readonly string[];
  readonly reason: string;
  /** It depends on how or in which micro release Python was built: stale only when nothing has such an id any more. */
  readonly sometimes?: true;
}

/** What an interpreter of one minor gave. */
export interface Run {
  readonly minor: number;
  readonly build: Answers["build"];
  readonly outcomes: readonly Outcome[];
}

/** A contradiction that nobody explained. */
export interface Contradiction {
  readonly id: string;
  readonly what: string;
  /** Places in the list of runs. */
  readonly runs: readonly number[];
}

/** What is left after the exceptions were heard. */
export interface Judgement {
  readonly contradictions: readonly Contradiction[];
  /** Number of contradictions that an exception explains, by place in the list of runs. */
  readonly explained: readonly number[];
  /** Sentences on exceptions that explain nothing any more. */
  readonly stale: readonly string[];
  /** Ids that are excepted on some builds only, none of which was asked. */
  readonly idle: readonly string[];
}

/** Reads a file of exceptions. Throws an `Error` that names it when one lacks a reason or names no minor. */
export function readExceptions(file: string): Exception[] {
  const exceptions = JSON.parse(readFileSync(file, "utf8")) as Exception[];
  for (const { ids, minors, reason } of exceptions) {
    const isWhole = ids?.length > 0 && reason?.trim() && minors?.length > 0;
    if (isWhole && minors.every((one) => spanOf(one) !== undefined)) continue;
    const name = ids?.[0] ?? "an exception";
    throw new Error(`${file}: ${name} needs ids, minors as "3.7" or "3.6-3.8", and a reason`);
  }
  return exceptions;
}

/**
 * Sorts contradictions into explained ones and others. An exception is stale when some minor that it names was asked, the
 * fact was checked there, and nothing contradicts: what could not be checked says nothing about it. One for some builds
 * only is stale when it is about none of the `known` ids.
 */
export function judge(
  runs: readonly Run[],
  exceptions: readonly Exception[],
  known: readonly string[],
): Judgement {
  const rest = new Map<string, { id: string; what: string; runs: number[] }>();
  const explained = runs.map(() => 0);
  runs.forEach(({ minor, outcomes }, place) => {
    for (const { id, verdict } of outcomes) {
      if (typeof verdict !== "object") continue;
      if (exceptions.some((one) => covers(one, id, minor))) explained[place]++;
      else {
        const key = `${id} ${verdict.contradiction}`;
        const known = rest.get(key) ?? { id, what: verdict.contradiction, runs: [] };
        if (!known.runs.includes(place)) known.runs.push(place);
        rest.set(key, known);
      }
    }
  });
  const contradictions = [...rest.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
  const stale = exceptions.flatMap((one) => staleIds(one, runs, known));
  return { contradictions, explained, stale, idle: exceptions.flatMap((one) => idleIds(one, runs)) };
}

function staleIds(exception: Exception, runs: readonly Run[], known: readonly string[]): string[] {
  if (exception.sometimes)
    return unknownIds(exception, known).map((id) => `${id} is nothing that the catalogue holds`);
  return exception.ids.flatMap((id) => {
    const minors = [...new Set(runs.map((run) => run.minor))].sort((left, right) => left - right);
    const stale = minors.filter((minor) => namesMinor(exception, minor) && isStale(id, minor, runs));
    const written = stale.map((minor) => `3.${minor}`).join(", ");
    return stale.length > 0 ? [`${id} needs no exception on ${written}`] : [];
  });
}

/** Ids that stand for nothing, a parameter for what takes it. */
function unknownIds({ ids }: Exception, known: readonly string[]): string[] {
  return ids.filter((id) => {
    const callable = id.replace(/\(.*/, "");
    return !known.some((one) => matches(callable, one));
  });
}

/** Ids of exceptions that hold on some builds only, and on none of those that were asked. */
function idleIds(exception: Exception, runs: readonly Run[]): string[] {
  if (!exception.sometimes || !runs.some(({ minor }) => namesMinor(exception, minor))) return [];
  const isHeard = (id: string) =>
    runs.some(
      ({ minor, outcomes }) =>
        namesMinor(exception, minor) &&
        outcomes.some((one) => typeof one.verdict === "object" && matches(id, one.id)),
    );
  return exception.ids.filter((id) => !isHeard(id));
}

function isStale(id: string, minor: number, runs: readonly Run[]): boolean {
  const asked = runs.filter((run) => run.minor === minor);
  const verdicts = asked.flatMap(({ outcomes }) => outcomes).filter((one) => matches(id, one.id));
  if (verdicts.some(({ verdict }) => typeof verdict === "object")) return false;
  // A parameter that nothing takes any more, or an id that is gone, has no outcome at all.
  if (verdicts.length === 0) return asked.some(({ build }) => build === "native");
  return verdicts.some(({ verdict }) => verdict === "agrees");
}

function covers(exception: Exception, id: string, minor: number): boolean {
  return exception.ids.some((one) => matches(one, id)) && namesMinor(exception, minor);
}

function matches(pattern: string, id: string): boolean {
  return pattern.endsWith("*") ? id.startsWith(pattern.slice(0, -1)) : id === pattern;
}

function namesMinor({ minors }: Exception, minor: number): boolean {
  return minors.some((one) => {
    const [from, to] = spanOf(one)!;
    return from <= minor && minor <= to;
  });
}

function spanOf(text: string): [from: number, to: number] | undefined {
  const [from, to, ...more] = text.split("-").map(parseMinor);
  const last = text.includes("-") ? to : from;
  return from === undefined || last === undefined || more.length > 0 ? undefined : [from, last];
}
