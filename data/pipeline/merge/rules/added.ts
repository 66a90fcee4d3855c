import { formatMinor, lowestMinor, minorsBefore, parseMinor } from "../../../../server/src/engine/version";
import type { DocsRow } from "../../evidence/docs-evidence";
import type { Draft } from "../draft";

/** When a thing came. */
export interface Arrival {
  /** `undefined`: in every Python 3, or as early as its owner. */
  readonly added?: string;
  /** First minor whose interpreter has it, when the documentation promises it for a later one only. */
  readonly seen?: string;
  readonly byDocs: boolean;
  readonly byRuntime: boolean;
  /** Set when documentation and interpreters disagree in a way that the rule decided against the documentation. */
  readonly conflict?: "documented-before-there" | "documented-after-there";
}

/**
 * Decides when a thing came. The first interpreter that has it, where the one before lacks it, wins over an earlier
 * version in the documentation; a later version there is the promise, and what interpreters had before is `seen`.
 *
 * Example: `calendar.MONDAY` is in every interpreter and documented as new in 3.12: `added` 3.12, `seen` 3.0.
 * `unittest.doModuleCleanups` is documented as new in 3.8, but the first interpreter that has it is 3.11: `added` 3.11.
 */
export function decideArrival(draft: Draft): Arrival {
  const first = lowestMinor(draft.present);
  const documented = newestAddedRow(draft.docs)?.versions[0];
  if (first === undefined)
    return {
      ...(documented ? { added: documented } : {}),
      byDocs: documented !== undefined,
      byRuntime: false,
    };
  const before = draft.lacking & minorsBefore(first);
  const transition = before !== 0;
  if (documented === undefined) {
    return { ...(transition ? { added: formatMinor(first) } : {}), byDocs: false, byRuntime: true };
  }
  const promised = parseMinor(documented) ?? first;
  if (promised > first) {
    return {
      added: documented,
      seen: formatMinor(first),
      byDocs: true,
      byRuntime: true,
      conflict: "documented-after-there",
    };
  }
  if (
    promised < first &&
    (draft.lacking & (1 << promised)) !== 0 &&
    (draft.lacking & (1 << (first - 1))) !== 0
  ) {
    return { added: formatMinor(first), byDocs: false, byRuntime: true, conflict: "documented-before-there" };
  }
  return { added: documented, byDocs: true, byRuntime: true };
}

/** The row of the newest documentation that tells when a thing came; of several in the same one, the oldest version. */
export function newestAddedRow(rows: readonly DocsRow[]): DocsRow | undefined {
  const added = rows.filter((row) => row.directive === "added" && row.parameters.length === 0);
  const newest = Math.max(...added.map((row) => row.lastSeen));
  return added
    .filter((row) => row.lastSeen === newest)
    .sort((a, b) => (parseMinor(a.versions[0]!) ?? 0) - (parseMinor(b.versions[0]!) ?? 0))[0];
}
