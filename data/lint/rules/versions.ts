import { NEWEST_MINOR, parseMinor } from "../../../server/src/engine/version";
import type { EntrySource, ParameterSource } from "../../format";
import { problemAt, type MergedEntry, type Problem, type Rule } from "../rule";

/**
 * Flags versions that contradict each other: `seen` < `added` ≤ `deprecated` ≤ `removed`, `added` < `removed`,
 * `deprecated` < `removal`; micros of minors older than `added`; `absent` from the arrival up to removal; changes not before
 * the arrival; parameters not older than what takes them. Flags versions newer than the catalogue reaches, planned
 * removals aside. Warns when something is deprecated in the release that brings it. Silent on what nobody knows.
 */
export const versionsRule: Rule = {
  name: "versions",
  *check({ merged }) {
    for (const one of merged) {
      yield* orderProblems(one, one.id, one.entry);
      yield* absentProblems(one);
      for (const change of one.entry.changes ?? []) {
        if (isBefore(change.version, one.entry.added)) {
          yield problemAt(one.file, one.key, `${one.id} changes in ${change.version}, before it is added.`);
        }
      }
      for (const [name, parameter] of Object.entries(one.entry.parameters ?? {})) {
        const owner = `${one.id}(${name})`;
        yield* orderProblems(one, owner, parameter);
        if (isBefore(parameter.added, one.entry.added)) {
          yield problemAt(
            one.file,
            one.key,
            `${owner} is added in ${parameter.added}, before what takes it.`,
          );
        }
      }
    }
  },
};

function* orderProblems(
  place: MergedEntry,
  owner: string,
  life: EntrySource | ParameterSource,
): Iterable<Problem> {
  const { seen, added, deprecated, removed } = life;
  const removal = "removal" in life ? life.removal : undefined;
  const fault = (message: string) => problemAt(place.file, place.key, `${owner} ${message}.`);
  for (const version of [seen, added, deprecated, removed]) {
    if ((minorOf(version) ?? 0) > NEWEST_MINOR)
      yield fault(`has the version ${version}, which the catalogue does not reach`);
  }
  if (isNotBefore(seen, added ?? "3.0")) yield fault(`is seen in ${seen}, no earlier than it is added`);
  if (isBefore(deprecated, added)) yield fault(`is deprecated in ${deprecated}, before it is added`);
  if (isBefore(removed, deprecated)) yield fault(`is removed in ${removed}, before it is deprecated`);
  if (isNotBefore(added ?? "3.0", removed))
    yield fault(`is removed in ${removed}, no later than it is added`);
  if (isBefore(removal, deprecated)) yield fault(`is to go in ${removal}, before it is deprecated`);
  if (isSameMinor(added, deprecated)) {
    yield problemAt(place.file, place.key, `${owner} is deprecated in the release that adds it.`, "warning");
  }
  for (const micro of life.micros ?? []) {
    if (isNotBefore(micro, added ?? "3.0"))
      yield fault(`came with ${micro}, no minor older than that of its arrival`);
  }
}

function* absentProblems({ file, key, id, entry }: MergedEntry): Iterable<Problem> {
  for (const range of entry.absent ?? []) {
    const [first, last = first] = range.split("-");
    if (isBefore(last, first)) yield problemAt(file, key, `${id}: the range ${range} runs backwards.`);
    const arrival = entry.seen ?? entry.added ?? "3.0";
    if (isBefore(first, arrival) || isNotBefore(last, entry.removed)) {
      yield problemAt(file, key, `${id}: ${range} is not between arrival and removal.`);
    }
  }
}

function minorOf(version: string | undefined): number | undefined {
  return version === undefined ? undefined : parseMinor(version);
}

/** Tells whether both are known and the first is of an older minor. */
function isBefore(left: string | undefined, right: string | undefined): boolean {
  const [older, newer] = [minorOf(left), minorOf(right)];
  return older !== undefined && newer !== undefined && older < newer;
}

/** Tells whether both are known and the first is of the same or of a newer minor. */
function isNotBefore(left: string | undefined, right: string | undefined): boolean {
  return minorOf(left) !== undefined && minorOf(right) !== undefined && !isBefore(left, right);
}

function isSameMinor(left: string | undefined, right: string | undefined): boolean {
  return minorOf(left) !== undefined && minorOf(left) === minorOf(right);
}
