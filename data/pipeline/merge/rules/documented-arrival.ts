import { parseMinor } from "../../../../server/src/engine/version";
import type { DocsRow } from "../../evidence/docs-evidence";
import { compareVersions } from "../../evidence/versions";

/** What the documentation tells of an arrival. */
export interface DocumentedArrival {
  readonly version: string;
  /** Earlier micro releases of older minors that brought it as well. */
  readonly backports: { readonly micros?: readonly string[] };
  /** True when the newest documentation tells of several releases, and interpreters confirm none. */
  readonly isAmbiguous: boolean;
}

/**
 * Reads the notes on arrival: the newest documentation wins, unless an older one names an earlier minor release that
 * interpreters confirm; micro releases of other minors are backports.
 *
 * Example: `ssl.SSLContext.post_handshake_auth` is "new in 3.6.7", "3.7.1" and "3.8" in the documentation of those
 * releases: `added` 3.8, with the other two as backports.
 */
export function documentedArrival(
  rows: readonly DocsRow[],
  first: number | undefined,
): DocumentedArrival | undefined {
  if (rows.length === 0) return undefined;
  const newest = Math.max(...rows.map((row) => row.lastSeen));
  const versions = [
    ...new Set(rows.filter((row) => row.lastSeen === newest).map((row) => row.versions[0])),
  ].sort(compareVersions);
  const confirmed = versions.find((version) => parseMinor(version) === first);
  const latest = confirmed ?? versions[0];
  const earlier = rows
    .map((row) => row.versions[0])
    .filter((version) => /^3\.\d+$/.test(version) && first !== undefined && parseMinor(version)! >= first)
    .sort(compareVersions)[0];
  const version = earlier !== undefined && compareVersions(earlier, latest) < 0 ? earlier : latest;
  const micros = rows.map((row) => row.versions[0]).filter((other) => isBackport(other, version));
  return {
    version,
    backports: micros.length > 0 ? { micros: [...new Set(micros)].sort(compareVersions) } : {},
    isAmbiguous: confirmed === undefined && new Set(versions.map(parseMinor)).size > 1,
  };
}

function isBackport(version: string, main: string): boolean {
  return /^3\.\d+\.\d+$/.test(version) && parseMinor(version)! < parseMinor(main)!;
}
