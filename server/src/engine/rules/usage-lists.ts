import type { Catalogue } from "../catalogue/catalogue";
import type { Usage } from "../findings";
import type { RewriteBook } from "../rewrites/book";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";

/** The usages of a document that rules may have something to say of, which are few. All lists are in document order. */
export interface UsageLists {
  /** Of what some targeted Python lacks. */
  readonly lacking: readonly Usage[];
  /** Of what some Python deprecates. */
  readonly deprecated: readonly Usage[];
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
  readonly available: MinorSet;
  readonly isDeprecated: boolean;
  readonly isAnchor: boolean;
  readonly isWatched: boolean;
}

/** By the book that rewrites are in, since it stands for a catalogue; then by entry. */
const interests = new WeakMap<RewriteBook, Map<string, Interest | undefined>>();

/** Lists the usages that rules may have something to say of where `minors` are targeted. */
export function listUsages(
  usages: readonly Usage[],
  minors: MinorSet,
  catalogue: Catalogue,
  book: RewriteBook,
): UsageLists {
  let known = interests.get(book);
  if (!known) interests.set(book, (known = new Map<string, Interest | undefined>()));
  const lacking: Usage[] = [];
  const deprecated: Usage[] = [];
  const anchors: Usage[] = [];
  const watched: Usage[] = [];
  for (const usage of usages) {
    const { entryId } = usage;
    let interest = known.get(entryId);
    if (!interest && !known.has(entryId))
      known.set(entryId, (interest = interestIn(entryId, catalogue, book)));
    if (!interest) continue;
    if ((minors & ~interest.available) !== NO_MINORS) lacking.push(usage);
    if (interest.isDeprecated) deprecated.push(usage);
    if (interest.isAnchor) anchors.push(usage);
    if (interest.isWatched) watched.push(usage);
  }
  return { lacking, deprecated, anchors, watched };
}

function interestIn(entryId: string, catalogue: Catalogue, book: RewriteBook): Interest | undefined {
  const entry = catalogue.lookup(entryId);
  const available = entry?.available ?? ALL_MINORS;
  const isDeprecated = entry?.deprecated !== undefined;
  const isAnchor = book.at(entryId, "modernise").length > 0;
  const isWatched = WATCHED.has(entryId);
  const isOfInterest = available !== ALL_MINORS || isDeprecated || isAnchor || isWatched;
  return isOfInterest ? { available, isDeprecated, isAnchor, isWatched } : undefined;
}
