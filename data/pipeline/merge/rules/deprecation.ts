import { highestMinor, NEWEST_MINOR, parseMinor } from "../../../../server/src/engine/version";
import type { Draft } from "../draft";

/** Since when a thing is deprecated, and the release in which it is announced to go. */
export interface Deprecation {
  readonly deprecated?: string;
  readonly removal?: string;
}

/**
 * Decides since when a thing is deprecated: what the newest documentation says. An announced removal is kept while
 * the thing is there and the release lies ahead.
 *
 * Example: `array` with the typecode `u` is deprecated since 3.3 and announced to go in 3.16.
 */
export function decideDeprecation(draft: Draft): Deprecation {
  const rows = draft.docs.filter(
    (row) => row.directive.startsWith("deprecated") && row.parameters.length === 0,
  );
  if (rows.length === 0) return {};
  const newest = Math.max(...rows.map((row) => row.lastSeen));
  const row = rows
    .filter((one) => one.lastSeen === newest)
    .sort((a, b) => (parseMinor(a.versions[0]!) ?? 0) - (parseMinor(b.versions[0]!) ?? 0))[0]!;
  const planned = row.directive === "deprecated-removed" ? row.versions[1] : undefined;
  const isAhead = planned !== undefined && (parseMinor(planned) ?? 0) > NEWEST_MINOR;
  const isThere = highestMinor(draft.present) === NEWEST_MINOR;
  return { deprecated: row.versions[0]!, ...(isAhead && isThere ? { removal: planned } : {}) };
}
