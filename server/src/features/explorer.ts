import type { Catalogue } from "../engine/catalogue/catalogue";
import type { Entry } from "../engine/catalogue/entry";
import { lastName, splitParameterId } from "../engine/catalogue/ids";
import type { ReleaseEvent, ReleaseFeature } from "../engine/catalogue/release-history";
import { createSearch, type CatalogueSearch, type SearchHit } from "../engine/catalogue/search";
import { ownerOf } from "../engine/evaluation/types";
import type { ProjectTarget } from "../engine/findings";
import { NO_MINORS } from "../engine/version";
import {
  categoryTitle,
  eventText,
  featurePage,
  headlineOf,
  hintLabel,
  hoverCard,
  plainText,
  releaseLife,
  releaseSpan,
  releaseState,
  titleOf,
} from "../messages";
import type { FeatureCardResult, FeatureGroup, FeatureItem, ReleaseItem } from "../protocol";

/** Lists every release of the calendar, newest first. `today` is an ISO date. */
export function toReleaseItems(catalogue: Catalogue, today: string): ReleaseItem[] {
  return [...catalogue.calendar].reverse().map((release) => ({
    minor: release.minor,
    label: `Python 3.${release.minor}`,
    description: releaseLife(release, today),
    span: releaseSpan(release, today),
    state: releaseState(release, today),
    url: `https://docs.python.org/3/whatsnew/3.${release.minor}.html`,
  }));
}

/** Groups the features of a release under their headings. Takes them in the order of the headings. */
export function toFeatureGroups(
  features: readonly ReleaseFeature[],
  minor: number,
  catalogue: Catalogue,
): FeatureGroup[] {
  const groups: { category: string; title: string; features: FeatureItem[] }[] = [];
  for (const { entryId, event, members, category } of features) {
    const entry = catalogue.lookup(entryId);
    if (!entry) continue;
    if (groups.at(-1)?.category !== category)
      groups.push({ category, title: categoryTitle(category), features: [] });
    groups.at(-1)?.features.push(toFeatureItem(entry, { event, minor, members }, catalogue));
  }
  return groups;
}

/** Makes the catalogue ready for searches by names, words of sentences, and what things are called in lists. */
export function createFeatureSearch(catalogue: Catalogue): CatalogueSearch {
  const titleOfEntry = ({ id, kind }: Entry): string =>
    kind === "syntax" || kind === "behaviour" ? plainText(titleOf(id, kind)) : "";
  return createSearch({ catalogue, titleOf: titleOfEntry });
}

/** Lists what a search found. */
export function toSearchItems(hits: readonly SearchHit[], catalogue: Catalogue): FeatureItem[] {
  return hits.flatMap(({ entryId, event, minor }) => {
    const entry = catalogue.lookup(entryId);
    return entry ? [toFeatureItem(entry, { event, minor, members: [] }, catalogue)] : [];
  });
}

/** Lists features by their ids. */
export function describeFeatures(ids: readonly string[], catalogue: Catalogue): FeatureItem[] {
  return toSearchItems(
    ids.map((entryId) => ({ entryId, event: undefined, minor: undefined })),
    catalogue,
  );
}

/** Writes the card of a feature, whether or not any code uses it; `null` for what has no public entry. */
export function toFeatureCard(
  id: string,
  catalogue: Catalogue,
  target: ProjectTarget | undefined,
): FeatureCardResult {
  const entry = catalogue.lookup(id);
  if (!entry || entry.internal) return null;
  const subject = { entry, prose: catalogue.prose(entry.id), target, failing: NO_MINORS };
  return {
    markdown: hoverCard(subject).markdown,
    page: featurePage(subject),
    title: headlineOf(subject),
  };
}

/** The line that makes a feature known to a module; `undefined` for what cannot be imported. */
export function importLine(
  { id, kind }: Pick<Entry, "id" | "kind">,
  catalogue: Catalogue,
): string | undefined {
  const path = splitParameterId(id)?.callable ?? id;
  if (path.includes(":") || path.startsWith("builtins.")) return undefined;
  if (kind === "module") return `import ${path}`;
  // A member comes with its class, so the import is that of the outermost name inside the module.
  let name = path;
  while (name.includes(".") && !catalogue.isModule(ownerOf(name))) name = ownerOf(name);
  return name.includes(".") ? `from ${ownerOf(name)} import ${lastName(name)}` : undefined;
}

interface Happening {
  readonly event: ReleaseEvent | undefined;
  readonly minor: number | undefined;
  readonly members: readonly string[];
}

function toFeatureItem(
  entry: Entry,
  { event, minor, members }: Happening,
  catalogue: Catalogue,
): FeatureItem {
  const { summary } = catalogue.prose(entry.id);
  const importText = importLine(entry, catalogue);
  return {
    id: entry.id,
    label: plainText(titleOf(entry.id, entry.kind)),
    kind: entry.kind,
    ...(summary !== undefined && { summary: plainText(summary) }),
    ...(event && { event }),
    eventText: event && minor !== undefined ? eventText(event, minor) : (hintLabel(entry) ?? "3.0+"),
    members,
    ...(importText !== undefined && { importText }),
  };
}
