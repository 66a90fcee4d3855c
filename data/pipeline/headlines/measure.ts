import type { Catalogue } from "../../../server/src/engine/catalogue/catalogue";
import type { Entry } from "../../../server/src/engine/catalogue/entry";
import type { ReleaseNotes } from "./headline-evidence";
import { resolveNames } from "./resolve-names";

/** Names of the notes that are no entries, and why they need not be. */
export interface HeadlineException {
  /** As the evidence has them: `func:xrange`. */
  readonly names: readonly string[];
  readonly reason: string;
}

/** How much of what the notes of one release speak of the catalogue knows. */
export interface HeadlineReport {
  /** N of 3.N. */
  readonly minor: number;
  /** How many names of Python the notes refer to, those of exceptions left out. */
  readonly names: number;
  /** Those that are no entries, with the section that has them: `improved-modules/csv meth:csvwriter.writerow`. */
  readonly unknown: readonly string[];
  /** Entries among the names to which the catalogue says that something happened in this release. */
  readonly featured: readonly Entry[];
  /** Those of them without a sentence that says what they are. */
  readonly wordless: readonly Entry[];
}

/** What the notes of all releases come to. */
export interface HeadlineMeasure {
  readonly reports: readonly HeadlineReport[];
  /** Names of exceptions that are entries by now, or that no notes have. */
  readonly needless: readonly string[];
}

/** Holds the notes of releases against the catalogue. */
export function measureHeadlines(
  releases: readonly ReleaseNotes[],
  catalogue: Catalogue,
  exceptions: readonly HeadlineException[],
): HeadlineMeasure {
  const excepted = new Set(exceptions.flatMap(({ names }) => names));
  const needed = new Set<string>();
  const parameters = parametersByOwner(catalogue);
  const reports = releases.map(({ minor, sections }) => {
    const unknown = new Map<string, string>();
    const known = new Map<string, Entry>();
    const names = new Set<string>();
    for (const section of sections) {
      for (const { name, entry } of resolveNames(section, catalogue)) {
        if (entry) known.set(entry.id, entry);
        else if (excepted.has(name)) {
          needed.add(name);
          continue;
        } else unknown.set(name, `${section.path} ${name}`);
        names.add(entry?.id ?? name);
      }
    }
    const featured = [...known.values()].filter((entry) => hasNews(entry, minor, parameters));
    const wordless = featured.filter((entry) => catalogue.prose(entry.id).summary === undefined);
    return { minor, names: names.size, unknown: [...unknown.values()], featured, wordless };
  });
  return { reports, needless: [...excepted].filter((name) => !needed.has(name)) };
}

function parametersByOwner(catalogue: Catalogue): Map<string, Entry[]> {
  const owners = new Map<string, Entry[]>();
  for (const entry of catalogue.entries()) {
    if (entry.kind !== "parameter") continue;
    const owner = entry.id.slice(0, entry.id.indexOf("("));
    const held = owners.get(owner);
    if (held) held.push(entry);
    else owners.set(owner, [entry]);
  }
  return owners;
}

/** Tells whether a thing or one of its parameters came, went, changed or was given notice in a release. */
function hasNews(entry: Entry, minor: number, parameters: ReadonlyMap<string, readonly Entry[]>): boolean {
  const { added, deprecated, removed, removal, changes } = entry;
  const versions = [added, deprecated, removed, removal, ...changes.map(({ version }) => version)];
  const isThen = (version: string | undefined): boolean =>
    version !== undefined && version.split(".")[1] === String(minor);
  if (versions.some(isThen) && !(minor === 0 && added === "3.0")) return true;
  return parameters.get(entry.id)?.some((parameter) => hasNews(parameter, minor, new Map())) ?? false;
}
