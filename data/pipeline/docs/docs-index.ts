import { parseMinor } from "../../../server/src/engine/version";
import type { DocsRow } from "../evidence/docs-evidence";
import { defaultAnchor, type InventoryItem } from "../evidence/inventory-evidence";
import { symbolToId } from "./symbol-ids";

/** What the documentation says of one name. */
export interface DocsSubject {
  readonly id: string;
  /** Kind as the documentation classes it: `function`, `class`, `data`, `method`, ... */
  readonly kind: string;
  readonly rows: readonly DocsRow[];
  /** Below the root of the documentation: `library/asyncio-runner.html#asyncio.run`. */
  readonly url: string;
}

/** Gathers all that the documentation says, by qualified name. */
export function indexDocs(
  rows: readonly DocsRow[],
  inventory: readonly InventoryItem[],
): Map<string, DocsSubject> {
  const subjects = new Map<string, { id: string; kind: string; rows: DocsRow[]; url: string; age: number }>();
  for (const { symbol, kind, page, anchor } of inventory) {
    const id = symbolToId(symbol, kind, page);
    if (id !== undefined && !subjects.has(id))
      subjects.set(id, { id, kind, rows: [], url: `${page}.html#${anchor}`, age: INVENTORY_MINOR });
  }
  for (const row of rows) {
    const id = symbolToId(row.symbol, row.kind, row.page);
    if (id === undefined) continue;
    let subject = subjects.get(id);
    if (!subject) subjects.set(id, (subject = { id, kind: row.kind, rows: [], url: "", age: -1 }));
    subject.rows.push(row);
    if (row.lastSeen > subject.age) {
      const page = row.page.replace(/^builtins\//, "library/").replace(/^page$/, "library/index");
      Object.assign(subject, {
        url: `${page}.html#${defaultAnchor(row.symbol, row.kind)}`,
        kind: row.kind,
        age: row.lastSeen,
      });
    }
  }
  return subjects;
}

/**
 * Gives what the documentation says of an id: its own rows, and where these do not tell of an arrival, that of the
 * group of constants that it belongs to, if interpreters confirm it: a group grows. `first` is the first minor whose
 * interpreter has the thing.
 *
 * Example: `socket.CAN_RAW` has no note, but the documentation lists `socket.CAN_*` as new in 3.3.
 */
export function rowsOf(
  id: string,
  docs: ReadonlyMap<string, DocsSubject>,
  first: number | undefined,
): readonly DocsRow[] {
  const rows = docs.get(id)?.rows ?? [];
  if (rows.some((row) => row.directive === "added") || !/\.[A-Z][A-Z0-9_]*$/.test(id)) return rows;
  for (let end = id.length; end > id.lastIndexOf(".") + 1; end--) {
    const group = docs
      .get(`${id.slice(0, end)}*`)
      ?.rows.filter((row) => row.directive === "added" && parseMinor(row.versions[0]) === first);
    if (group?.length) return [...rows, ...group];
  }
  return rows;
}

/** The release whose index of names is in the evidence. */
const INVENTORY_MINOR = 11;
