import { compareVersions } from "../evidence/versions";
import { formatParameterNote, type ExtractedRow } from "./docs-rows";

/** What laying one release's documentation over the evidence came to. */
export interface DocsMerge {
  /** `docs.tsv` as it is now. */
  readonly text: string;
  /** Rows that no other release has. */
  readonly added: number;
  /** Rows that another release has as well. */
  readonly confirmed: number;
}

/**
 * Lays what one release of the documentation says over `docs.tsv`. A row that is there already learns that this release
 * carries it, too; kind, page and parameters are those of the newest release that tells them. The same input gives the
 * same text, however often it is laid over. `release` is a minor or a micro: `3.16`, `3.16.0`.
 */
export function mergeDocs(text: string, rows: readonly ExtractedRow[], release: string): DocsMerge {
  const [header, ...lines] = text.split("\n").filter((line) => line !== "");
  const known = new Map(lines.map((line) => [keyOf(line.split("\t")), line.split("\t")]));
  let confirmed = 0;
  for (const row of rows) {
    const told = [
      row.symbol,
      row.kind,
      row.directive,
      row.versions.join(","),
      row.parameters.map(formatParameterNote).join(","),
      row.page,
      release,
    ];
    const before = known.get(keyOf(told));
    if (before) confirmed++;
    known.set(keyOf(told), before ? layOver(before, told, release) : told);
  }
  const sorted = [...known.values()].map((columns) => columns.join("\t")).sort();
  return { text: [header, ...sorted, ""].join("\n"), added: known.size - lines.length, confirmed };
}

/** Name, directive and versions make a row: kinds and pages change from release to release. */
function keyOf(columns: readonly string[]): string {
  return [columns[0], columns[2], columns[3]].join("\t");
}

function layOver(before: readonly string[], told: readonly string[], release: string): string[] {
  const [first, last = first] = before[6].split("..") as [string, string?];
  const isNewest = compareMinors(release, last) >= 0;
  const [newer, older] = isNewest ? [told, before] : [before, told];
  const columns = newer.map((column, index) => (index === 4 ? mergeNotes(column, older[index]) : column));
  const from = compareMinors(release, first) < 0 ? release : first;
  const to = compareMinors(release, last) > 0 ? release : last;
  return [...columns.slice(0, 6), from === to ? from : `${from}..${to}`];
}

/** Takes the newer reading, or the older where there is none; what only one says of values counts in any case. */
function mergeNotes(newer: string, older: string): string {
  if (newer === "") return older;
  const values = older.split(",").filter((note) => /^(?:accepts|default):/.test(note));
  return [...new Set([...newer.split(","), ...values])].sort().join(",");
}

/** Compares releases by their minors: `3.10b2` and `3.10` are alike. */
function compareMinors(a: string, b: string): number {
  const minor = (release: string): string => /^3\.\d+/.exec(release)?.[0] ?? release;
  return compareVersions(minor(a), minor(b));
}
