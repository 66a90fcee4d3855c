import { highestMinor, NEWEST_MINOR, parseMinor } from "../../../../server/src/engine/version";
import type { DocsRow } from "../../evidence/docs-evidence";
import type { Draft } from "../draft";
import { compareVersions } from "../../evidence/versions";

/** Since when a thing is deprecated, and the release in which it is announced to go. */
export interface Deprecation {
  readonly deprecated?: string;
  readonly removal?: string;
}

/**
 * Decides since when a thing is deprecated: what the newest documentation says. Of a thing that is still there, only
 * the documentation of the newest release counts: a note that is gone was withdrawn, or was about a part that is gone.
 * An announced removal is kept while it lies ahead.
 *
 * Example: `asyncio.sleep` was noted as deprecated in 3.8 up to 3.10, for its parameter `loop`: not deprecated.
 * `locale.getdefaultlocale` was announced to go in 3.15 and is still there: the plan is not told.
 */
export function decideDeprecation(draft: Draft): Deprecation {
  const rows = draft.docs.filter(
    (row) => row.directive.startsWith("deprecated") && row.parameters.length === 0,
  );
  const isThere = highestMinor(draft.present) === NEWEST_MINOR;
  const counting = isThere ? rows.filter((row) => row.lastSeen === NEWEST_MINOR) : newestOf(rows);
  const row = counting.sort((a, b) => compareVersions(a.versions[0], b.versions[0]))[0];
  if (!row) return rows.length > 0 ? {} : stubbedDeprecation(draft);
  const planned = counting.find((one) => one.versions[1] !== undefined)?.versions[1];
  const isAhead = planned !== undefined && (parseMinor(planned) ?? 0) > NEWEST_MINOR;
  const deprecated = row.versions[0].startsWith("2.") ? "3.0" : row.versions[0];
  return { deprecated, ...(isAhead && (isThere || draft.present === 0) ? { removal: planned } : {}) };
}

/**
 * What the documentation never noted, typeshed may know from the warning that the interpreter gives.
 *
 * Example: `logging.warn` is deprecated since 3.3, which the documentation says in running text only.
 */
function stubbedDeprecation({ typeshed }: Draft): Deprecation {
  if (typeshed?.deprecated === undefined) return {};
  const isAhead = (parseMinor(typeshed.removal ?? "") ?? 0) > NEWEST_MINOR;
  return { deprecated: typeshed.deprecated, ...(isAhead ? { removal: typeshed.removal! } : {}) };
}

function newestOf(rows: readonly DocsRow[]): DocsRow[] {
  const newest = Math.max(...rows.map((row) => row.lastSeen));
  return rows.filter((row) => row.lastSeen === newest);
}
