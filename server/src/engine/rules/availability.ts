import type { Catalogue } from "../catalogue/catalogue";
import type { Entry } from "../catalogue/entry";
import { ownerOf } from "../evaluation/types";
import type { Severity, Usage } from "../findings";
import {
  ALL_MINORS,
  highestMinor,
  isSubset,
  lowestMinor,
  type MinorSet,
  NO_MINORS,
  parseMinor,
  singleMinor,
} from "../version";
import type { Judgement, Rule } from "./rule";

/**
 * Flags a use of something that some targeted Python does not have: not yet (`added-later`, for syntax `syntax-later`)
 * or no more (`removed`).
 *
 * Silent when a guard keeps those Pythons away, when failing is provided for, and on members of something that is itself
 * missing there: the finding on the owner says it all. Silent on what is too new where the target has no lower end, since
 * nobody promised the oldest Pythons then. A mere definition of what a base class looks for is told as information, since
 * older Pythons only overlook it; so is what those Pythons have without promising it. Silent on what every targeted Python
 * that the code reaches got in a micro release: such code was written for those.
 *
 * Why: on those Pythons the code raises ImportError, AttributeError, NameError, TypeError or does not compile.
 *
 * ```python
 * # target: >=3.6
 * asyncio.run(main())  # added-later 3.7
 * ```
 */
export const availability: Rule = function* ({ lists, catalogue, target }): Iterable<Judgement> {
  for (const usage of lists.lacking) {
    const entry = catalogue.lookup(usage.entryId);
    if (!entry) continue;
    const failing = failingMinors(usage, entry, catalogue) & target.minors;
    if (failing === NO_MINORS) continue;
    const served = target.minors & usage.reach & entry.available;
    if (served === NO_MINORS && isSubset(failing, microMinors(entry))) continue;
    const { start, end } = usage;
    const code = codeOf(entry, failing);
    if (code !== "removed" && target.minimum === undefined) continue;
    yield {
      code,
      severity: severityOf(usage, entry, failing),
      entryId: entry.id,
      ...(entry.about !== undefined && { about: entry.about }),
      start,
      end,
      failing,
    };
  }
};

/** The minors on which a place is reached and fails for the lack of what it names, whatever the target. */
export function failingMinors(usage: Usage, entry: Entry, catalogue: Catalogue): MinorSet {
  if (entry.available === ALL_MINORS || usage.kind === "reference" || entry.older !== "fails")
    return NO_MINORS;
  const failing = usage.reach & ~usage.forgiven & ~entry.available & ALL_MINORS;
  // `from tomllib import loads` speaks of the name only, so that nothing else would tell of the module.
  if (failing === NO_MINORS || usage.kind === "import" || usage.kind === "syntax") return failing;
  return failing & ownerAvailability(entry, catalogue);
}

/** The minors that some micro release brought it to. */
function microMinors({ micros }: Entry): MinorSet {
  return (micros ?? []).reduce((set, micro) => set | singleMinor(parseMinor(micro) ?? 0), NO_MINORS);
}

/** Where members are older than the name of their class, its objects are as old as the oldest of them. */
function ownerAvailability(entry: Entry, catalogue: Catalogue): MinorSet {
  const owner = ownerOf(entry.id);
  const available = owner === "" ? ALL_MINORS : (catalogue.lookup(owner)?.available ?? ALL_MINORS);
  if (isSubset(entry.available, available)) return available;
  return catalogue
    .members(owner)
    .reduce((set, id) => set | (catalogue.lookup(id)?.available ?? NO_MINORS), available);
}

function codeOf(entry: Entry, failing: MinorSet): Judgement["code"] {
  if (entry.kind === "syntax")
    return entry.removed && isAfterLife(entry, failing) ? "removed" : "syntax-later";
  return isAfterLife(entry, failing) ? "removed" : "added-later";
}

/** Tells whether everything that fails comes after the last Python that had it. */
function isAfterLife(entry: Entry, failing: MinorSet): boolean {
  return (lowestMinor(failing) ?? 0) > (highestMinor(entry.available) ?? -1);
}

/** Where older Pythons only overlook it, or have it without promising it, nothing need break. */
function severityOf(usage: Usage, entry: Entry, failing: MinorSet): Severity {
  return usage.kind === "definition" || isSubset(failing, entry.unpromised) ? "information" : "error";
}
