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
import type { DocsRow } from "../../evidence/docs-evidence";
import { isDunder } from "../../names/public-names";
import type { Decision } from "../decisions";
import type { Draft } from "../draft";
import { isPlatformName, mayBeHiddenByBuild, needsSsl } from "./hidden-by-build";
import { dropPartNotes } from "./part-notes";

/** When a thing came. */
export interface Arrival {
  /** `undefined`: in every Python 3, or as early as its owner. */
  readonly added?: string;
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
  if (documented === undefined) return isTransition ? undocumentedArrival(draft, first, decision) : {};
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

/**
 * What interpreters alone tell. Constants that a build decides on come with the build, and attributes may live on
 * instances, special methods on a private base, before the class shows them: there typeshed's word counts where it has one.
 *
 * Example: `ast.Raise.exc` shows on the class since 3.9, when optional fields got a default; instances always had it.
 */
function undocumentedArrival(draft: Draft, first: number, decision: Decision | undefined): Arrival {
  const added = formatMinor(first);
  if (decision?.accept === "runtime") {
    const claimed = dropPartNotes(draft)[0]?.versions[0];
    return { added, ...(claimed ? { note: noteLater(claimed, added) } : {}) };
  }
  if (isOldElsewhere(draft, first)) return {};
  if (isSpecialOrAttribute(draft) && draft.typeshed?.added) return earlier(draft.typeshed.added, added);
  if (needsSsl(draft) && first === FIRST_WITH_SSL)
    return draft.typeshed?.added ? { added: draft.typeshed.added } : {};
  const isBuildsChoice =
    first > LAST_BUILT_ALIKE && draft.kind === "constant" && isPlatformName(draft) && draft.docs.length === 0;
  if (!isBuildsChoice) return { added };
  if (draft.typeshed?.added) return { added: draft.typeshed.added };
  return draft.typeshed || draft.url ? {} : { added: "unknown" };
}

/** The interpreters up to this minor were built alike, with the same system headers. */
const LAST_BUILT_ALIKE = 8;

/** The first minor whose interpreter here was built with `ssl`. */
const FIRST_WITH_SSL = 5;

/** From this minor on, typeshed's knowing a thing without a version means that it is older. */
const FLOOR_OF_TYPESHED = 6;

/** From this minor on, the documentation's silence on an attribute's arrival means that it is older. */
const FLOOR_OF_SILENCE = 4;

function isSpecialOrAttribute(draft: Draft): boolean {
  return draft.kind === "attribute" || isDunder(draft.key.slice(draft.key.lastIndexOf(".") + 1));
}

/** An attribute that is documented, or known to typeshed, without a version is older than the class shows it. */
function isOldElsewhere(draft: Draft, first: number): boolean {
  if (!isSpecialOrAttribute(draft) || draft.typeshed?.added !== undefined) return false;
  const isMember = draft.owner !== draft.module;
  const isDocumented = draft.url !== undefined && first >= FLOOR_OF_SILENCE;
  return isMember && (isDocumented || (draft.typeshed !== undefined && first >= FLOOR_OF_TYPESHED));
}

function earlier(known: string, shown: string): Arrival {
  return { added: compareVersions(known, shown) < 0 ? known : shown };
}

interface DocumentedArrival {
  readonly version: string;
  readonly backports: { readonly micros?: readonly string[] };
  readonly isAmbiguous: boolean;
}

/**
 * Reads the notes on arrival: the newest documentation wins, unless an older one names an earlier minor release that
 * interpreters confirm; micro releases of other minors are backports.
 *
 * Example: `ssl.SSLContext.post_handshake_auth` is "new in 3.6.7", "3.7.1" and "3.8" in the documentation of those
 * releases: `added` 3.8, with the other two as backports.
 */
function documentedArrival(
  rows: readonly DocsRow[],
  first: number | undefined,
): DocumentedArrival | undefined {
  if (rows.length === 0) return undefined;
  const newest = Math.max(...rows.map((row) => row.lastSeen));
  const versions = [
    ...new Set(rows.filter((row) => row.lastSeen === newest).map((row) => row.versions[0]!)),
  ].sort(compareVersions);
  const confirmed = versions.find((version) => parseMinor(version) === first);
  const latest = confirmed ?? versions[0]!;
  const earlier = rows
    .map((row) => row.versions[0]!)
    .filter((version) => /^3\.\d+$/.test(version) && first !== undefined && parseMinor(version)! >= first)
    .sort(compareVersions)[0];
  const version = earlier !== undefined && compareVersions(earlier, latest) < 0 ? earlier : latest;
  const micros = rows.map((row) => row.versions[0]!).filter((other) => isBackport(other, version));
  return {
    version,
    backports: micros.length > 0 ? { micros: [...new Set(micros)].sort(compareVersions) } : {},
    isAmbiguous: confirmed === undefined && new Set(versions.map(parseMinor)).size > 1,
  };
}

function isBackport(version: string, main: string): boolean {
  return /^3\.\d+\.\d+$/.test(version) && parseMinor(version)! < parseMinor(main)!;
}

/** Orders versions as numbers: 3.9 before 3.10 before 3.10.1. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split(".").map(Number));
  for (let index = 0; index < 3; index++) {
    const difference = (x![index] ?? 0) - (y![index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
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
