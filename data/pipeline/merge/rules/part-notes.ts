import { lowestMinor, parseMinor } from "../../../../server/src/engine/version";
import type { Draft } from "../draft";
import type { DocsRow } from "../../evidence/docs-evidence";

/**
 * Drops notes on arrival that are about a part of the thing: the interpreters have it longer, and the documentation
 * itself tells of a *change* in that same release.
 *
 * Example: up to 3.12 the documentation said "new in 3.6" below `datetime.datetime`, from 3.13 it says "changed in 3.6"
 * of the parameter `fold`: the class is not from 3.6.
 */
export function dropPartNotes(draft: Draft): readonly DocsRow[] {
  const added = draft.docs.filter(
    (row) => row.directive === "added" && row.parameters.length === 0 && isPython3(row),
  );
  const first = lowestMinor(draft.present);
  if (first === undefined) return added;
  const changed = new Set(
    draft.docs
      .filter((row) => row.directive === "changed" && isMinorRelease(row))
      .map((row) => row.versions[0]),
  );
  return added.filter((row) => (parseMinor(row.versions[0]) ?? 0) <= first || !changed.has(row.versions[0]));
}

function isPython3(row: DocsRow): boolean {
  return parseMinor(row.versions[0]) !== undefined;
}

function isMinorRelease(row: DocsRow): boolean {
  return /^3\.\d+$/.test(row.versions[0]);
}
