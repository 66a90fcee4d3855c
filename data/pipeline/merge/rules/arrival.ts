import {
  formatMinor,
  lowestMinor,
  minorsBefore,
  minorsFrom,
  NO_MINORS,
  parseMinor,
  singleMinor,
  type MinorSet,
} from "../../../../server/src/engine/version";
import type { Decision } from "../decisions";
import type { Draft } from "../draft";
import { documentedArrival, type DocumentedArrival } from "./documented-arrival";
import { mayBeHiddenByBuild } from "./hidden-by-build";
import { dropPartNotes } from "./part-notes";
import { undocumentedArrival } from "./undocumented-arrival";

/** When a thing came. */
export interface Arrival {
  /** `undefined`: in every Python 3, or as early as its owner. */
  readonly added?: string | undefined;
  /** First minor whose interpreter has it, when the documentation promises it for a later one only. */
  readonly seen?: string;
  /** Micro releases that brought it to older minors. */
  readonly micros?: readonly string[];
  readonly note?: string;
  /** What no rule can settle. */
  readonly conflict?: ArrivalConflict;
}

/** How documentation and interpreters can disagree on an arrival. */
export type ArrivalConflict =
  "documented before it is there" | "there before it is documented" | "several notes on its arrival";

/**
 * Decides when a thing came. Where one interpreter lacks it and the next has it, that release wins over an earlier one
 * in the documentation; a later one there is the promise, and what interpreters had before is `seen`.
 *
 * Example: `calendar.MONDAY` is in every interpreter and documented as new in 3.12: `added` 3.12, `seen` 3.0.
 * `unittest.doModuleCleanups` is documented as new in 3.8, but the first interpreter that has it is 3.11: `added` 3.11.
 */
export function decideArrival(draft: Draft, decision?: Decision): Arrival {
  const rows = decision?.accept === "part" || decision?.accept === "runtime" ? [] : dropPartNotes(draft);
  const first = lowestMinor(draft.present);
  const documented = documentedArrival(rows, first);
  const settled = decision?.accept === "docs" || decision?.added !== undefined;
  if (first === undefined) return unseenArrival(draft, documented, settled);
  const isTransition = (draft.lacking & minorsBefore(first)) !== NO_MINORS;
  if (documented === undefined) {
    if (!isTransition) return {};
    return decision?.accept === "runtime"
      ? interpretersArrival(draft, first)
      : { added: undocumentedArrival(draft, first) };
  }
  const promised = parseMinor(documented.version)!;
  const told = { added: documented.version, ...documented.backports };
  if (promised > first) {
    if (isCovered(first, promised, documented.backports.micros)) return told;
    const seen = formatMinor(first);
    return {
      ...told,
      seen,
      note: noteSeen(documented.version, seen),
      ...(settled ? {} : { conflict: "there before it is documented" }),
    };
  }
  if (documented.isAmbiguous && !settled) return { ...told, conflict: "several notes on its arrival" };
  if (promised === first || settled || !isProvenLater(draft, promised, first)) return told;
  const added = formatMinor(first);
  return { added, note: noteLater(documented.version, added), conflict: "documented before it is there" };
}

/** Of what no interpreter shows, the documentation tells, else typeshed. */
function unseenArrival(draft: Draft, documented: DocumentedArrival | undefined, isSettled: boolean): Arrival {
  if (documented === undefined) return draft.typeshed?.added ? { added: draft.typeshed.added } : {};
  const told = { added: documented.version, ...documented.backports };
  return documented.isAmbiguous && !isSettled ? { ...told, conflict: "several notes on its arrival" } : told;
}

/** Of what a person left to the interpreters, these tell; what the documentation claims is noted. */
function interpretersArrival(draft: Draft, first: number): Arrival {
  const added = formatMinor(first);
  const claimed = dropPartNotes(draft)[0]?.versions[0];
  return { added, ...(claimed ? { note: noteLater(claimed, added) } : {}) };
}

/** Tells whether backports account for every minor that has a thing before the promised one. */
function isCovered(first: number, promised: number, micros: readonly string[] | undefined): boolean {
  const minors = (micros ?? []).reduce(
    (set: MinorSet, micro) => set | singleMinor(parseMinor(micro)!),
    NO_MINORS,
  );
  const early = minorsFrom(first) & minorsBefore(promised);
  return (early & ~minors) === NO_MINORS;
}

/** Tells whether interpreters prove that a thing came after its documented release. */
function isProvenLater(draft: Draft, promised: number, first: number): boolean {
  return (
    (draft.lacking & singleMinor(promised)) !== 0 &&
    (draft.lacking & singleMinor(first - 1)) !== 0 &&
    !mayBeHiddenByBuild(draft)
  );
}

function noteSeen(documented: string, seen: string): string {
  return `Documented as new in ${documented}; interpreters have it since ${seen}.`;
}

function noteLater(documented: string, added: string): string {
  return `Documented as new in ${documented}; the first interpreter that has it is ${added}.`;
}
