import type { Catalogue } from "../catalogue/catalogue";
import type { Usage } from "../findings";
import type { RewriteBook } from "../rewrites/book";
import { ALL_MINORS } from "../version";

/** The usages of a document that rules may have something to say of, which are few. All lists are in document order. */
export interface UsageLists {
  /** Of what some Python lacks or deprecates. */
  readonly withHistory: readonly Usage[];
  /** Of what tells that an older way to do something may stand there. */
  readonly anchors: readonly Usage[];
  /** Of what a rule of its own is about. */
  readonly watched: readonly Usage[];
}

/** The entries that rules of their own are about. */
const WATCHED: ReadonlySet<string> = new Set([
  "asyncio.get_event_loop",
  "asyncio.new_event_loop",
  "builtins.hasattr",
  "builtins.str.format",
  "subprocess.PIPE",
  "subprocess.run",
  "syntax:f-string",
]);

/** Which lists the usages of an entry are in. */
interface Interest {
  readonly hasHistory: boolean;
  readonly isAnchor: boolean;
  readonly isWatched: boolean;
}

/** By the book that rewrites are in, since it stands for a catalogue; then by entry. */
const interests = new WeakMap<RewriteBook, Map<string, Interest | undefined>>();

/** Lists the usages that rules may have something to say of. */
export function listUsages(usages: readonly Usage[], catalogue: Catalogue, book: RewriteBook): UsageLists {
  let known = interests.get(book);
  if (!known) interests.set(book, (known = new Map<string, Interest | undefined>()));
  const withHistory: Usage[] = [];
  const anchors: Usage[] = [];
  const watched: Usage[] = [];
  for (const usage of usages) {
    const { entryId } = usage;
    let interest = known.get(entryId);
    if (!interest && !known.has(entryId))
      known.set(entryId, (interest = interestIn(entryId, catalogue, book)));
    if (!interest) continue;
    if (interest.hasHistory) withHistory.push(usage);
    if (interest.isAnchor) anchors.push(usage);
    if (interest.isWatched) watched.push(usage);
  }
  return { withHistory, anchors, watched };
}

function interestIn(entryId: string, catalogue: Catalogue, book: RewriteBook): Interest | undefined {
  const entry = catalogue.lookup(entryId);
  const hasHistory =
    entry !== undefined && (entry.available !== ALL_MINORS || entry.deprecated !== undefined);
  const isAnchor = book.at(entryId, "modernise").length > 0;
  const isWatched = WATCHED.has(entryId);
  return hasHistory || isAnchor || isWatched ? { hasHistory, isAnchor, isWatched } : undefined;
}
