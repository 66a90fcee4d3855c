import { compareText } from "../compare-text";
import { parseMinor } from "../version";
import type { Catalogue } from "./catalogue";
import { CATEGORIES } from "./categories";
import type { Entry } from "./entry";
import { lastName, splitParameterId } from "./ids";
import { categoryOf, type Category } from "./module-categories";

/** What a release did to an entry. */
export type ReleaseEvent = "added" | "changed" | "deprecated" | "removed";

/** One thing that a release brought, changed, deprecated or took away. */
export interface ReleaseFeature {
  readonly entryId: string;
  readonly event: ReleaseEvent;
  readonly category: Category;
  /** True where the catalogue tells of it in a sentence: what release notes would headline. */
  readonly isHeadline: boolean;
  /** Members and parameters to which the same happened with it, each once, in catalogue order. */
  readonly members: readonly string[];
}

/** Everything that happened in the releases of Python 3, ready to be asked release by release. */
export interface ReleaseHistory {
  /** What happened in a release, by heading in the order of release notes, headlines first. `minor` is 7 for 3.7. */
  featuresOf(minor: number): readonly ReleaseFeature[];
}

/**
 * Sorts the catalogue by release. Decodes the whole catalogue at the first question, and keeps the answers. What came or
 * went together with its owner is listed with the owner only.
 */
export function createReleaseHistory(catalogue: Catalogue): ReleaseHistory {
  let known: ReadonlyMap<number, readonly ReleaseFeature[]> | undefined;
  return {
    featuresOf: (minor) => (known ??= sortByRelease(catalogue)).get(minor) ?? [],
  };
}

/** Tells what a release did to an entry, in the order of an entry's life; empty when nothing. */
export function eventsOf(entry: Entry, minor: number): ReleaseEvent[] {
  const isThen = (version: string | undefined): boolean =>
    version !== undefined && parseMinor(version) === minor;
  const events: ReleaseEvent[] = [];
  // A behaviour is no thing that comes: what its release did is a change of something that was there.
  if (isThen(entry.added)) events.push(entry.kind === "behaviour" ? "changed" : "added");
  else if (entry.changes.some(({ version }) => isThen(version))) events.push("changed");
  if (isThen(entry.deprecated)) events.push("deprecated");
  if (isThen(entry.removed)) events.push("removed");
  return events;
}

interface Draft {
  readonly entryId: string;
  readonly event: ReleaseEvent;
  readonly members: string[];
}

function sortByRelease(catalogue: Catalogue): Map<number, ReleaseFeature[]> {
  const drafts = new Map<number, Map<string, Draft>>();
  for (const entry of catalogue.entries()) {
    if (entry.internal) continue;
    for (const minor of minorsOf(entry)) {
      let ofRelease = drafts.get(minor);
      if (!ofRelease) drafts.set(minor, (ofRelease = new Map<string, Draft>()));
      for (const event of eventsOf(entry, minor)) list(entry, event, ofRelease, catalogue);
    }
  }
  return new Map([...drafts].map(([minor, ofRelease]) => [minor, finish(ofRelease, catalogue)]));
}

/** The releases that did something to an entry. */
function minorsOf(entry: Entry): Set<number> {
  const versions = [
    entry.added,
    entry.deprecated,
    entry.removed,
    ...entry.changes.map(({ version }) => version),
  ];
  const minors = versions.map((version) => (version === undefined ? undefined : parseMinor(version)));
  return new Set(minors.filter((minor) => minor !== undefined));
}

/** Owners come before what they own, so that a draft of the owner is there when its members come. */
function list(entry: Entry, event: ReleaseEvent, drafts: Map<string, Draft>, catalogue: Catalogue): void {
  const owner = event === "changed" ? undefined : listedOwner(entry.id, event, drafts);
  if (owner && !isTold(entry.id, catalogue)) owner.members.push(entry.id);
  else if (isNews(entry, catalogue)) {
    drafts.set(keyOf(entry.id, event), { entryId: entry.id, event, members: [] });
  }
}

function isTold(id: string, catalogue: Catalogue): boolean {
  return catalogue.prose(id).summary !== undefined;
}

/** Tells whether readers of release notes want to hear of it: what is documented and is no mere second name elsewhere. */
function isNews(entry: Entry, catalogue: Catalogue): boolean {
  if (isReExport(entry, catalogue)) return false;
  if (isTold(entry.id, catalogue)) return true;
  if (isPrivate(entry.id)) return false;
  return entry.sources.some((source) => source === "docs" || source === "hand") || hasMoved(entry);
}

/**
 * A name of another module that happens to be importable here too: its documentation stands under the other name. One
 * that a package offered itself before its submodule did (`collections.Mapping`) is news all the same.
 */
export function isReExport(entry: Entry, catalogue: Catalogue): boolean {
  const path = splitParameterId(entry.id)?.callable ?? entry.id;
  const documented = documentedName(entry);
  if (documented === undefined || documented === path || lastName(documented) !== lastName(path))
    return false;
  if (documented.startsWith(`${ownerOf(path)}.`)) return false;
  const other = catalogue.lookup(documented);
  // Documentation may call a thing by an alias: `PermissionError`, `asyncio.loop.call_soon`.
  if (!other || other.id === path || other.url !== entry.url) return false;
  // What went its own way is a thing of its own, though its documentation is that of its successor.
  return other.deprecated === entry.deprecated;
}

/** Tells whether a name is documented in a submodule of the package that has it, or had it. */
function hasMoved(entry: Entry): boolean {
  return (
    documentedName(entry)?.startsWith(`${ownerOf(entry.id)}.`) === true && documentedName(entry) !== entry.id
  );
}

/** The name that the entry's documentation is headed with, as its anchor tells. */
function documentedName({ url }: Entry): string | undefined {
  const mark = url?.indexOf("#") ?? -1;
  return mark < 0 ? undefined : url?.slice(mark + 1);
}

/** Finds the outermost owner to which the same happened, since only that one gathers members. */
function listedOwner(id: string, event: ReleaseEvent, drafts: ReadonlyMap<string, Draft>): Draft | undefined {
  let found: Draft | undefined;
  for (let owner = ownerOf(id); owner !== ""; owner = ownerOf(owner)) {
    found = drafts.get(keyOf(owner, event)) ?? found;
  }
  return found;
}

function keyOf(id: string, event: ReleaseEvent): string {
  return `${event} ${id}`;
}

function ownerOf(id: string): string {
  const parameter = splitParameterId(id);
  if (parameter) return parameter.callable;
  return id.includes(":") ? "" : id.slice(0, Math.max(0, id.lastIndexOf(".")));
}

/** Tells whether a name is one that its module keeps to itself. */
function isPrivate(id: string): boolean {
  const path = splitParameterId(id)?.callable ?? id;
  return path.split(".").some((name) => /^_[^_]/.test(name)) || /^_[^_]/.test(lastName(path));
}

function finish(drafts: ReadonlyMap<string, Draft>, catalogue: Catalogue): ReleaseFeature[] {
  const features = [...drafts.values()].map((draft): ReleaseFeature => ({
    ...draft,
    category: categoryIn(draft, catalogue),
    isHeadline: isTold(draft.entryId, catalogue),
  }));
  const rank = new Map(CATEGORIES.map((category, index) => [category, index]));
  const rankOf = ({ category }: ReleaseFeature): number => rank.get(category) ?? CATEGORIES.length;
  return features.sort(
    (left, right) =>
      rankOf(left) - rankOf(right) ||
      Number(right.isHeadline) - Number(left.isHeadline) ||
      compareText(left.entryId, right.entryId),
  );
}

/** A module is news of its own in the release that brings it. */
function categoryIn({ entryId, event }: Draft, catalogue: Catalogue): Category {
  if (event === "added" && catalogue.isModule(entryId)) return "new-modules";
  return categoryOf(entryId, catalogue);
}
