import {
  formatMinor,
  lowestMinor,
  minorsBefore,
  NO_MINORS,
  type MinorSet,
} from "../../../server/src/engine/version";
import type { EntrySource } from "../../format";
import type { RuntimeRelease } from "../evidence/runtime-evidence";

const SUMMARIES = {
  keyword: "The word NAME is a keyword, so that nothing can have it for a name.",
  "soft-keyword":
    "The word NAME is a keyword where the grammar asks for it, and a name like any other elsewhere.",
};

/**
 * Makes the entries of keywords that not every Python 3 has, for the file `syntax`: `keyword-async` since 3.7, before
 * which `async` was a name like any other; `soft-keyword-match` since 3.10.
 */
export function keywordEntries(releases: readonly RuntimeRelease[]): Record<string, EntrySource> {
  const entries: Record<string, EntrySource> = {};
  const known = releases.reduce((set: MinorSet, { minor }) => set | (1 << minor), NO_MINORS);
  const add = (prefix: keyof typeof SUMMARIES, names: ReadonlyMap<string, MinorSet>): void => {
    for (const [name, minors] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (name.startsWith("_")) continue;
      const first = lowestMinor(minors)!;
      if ((known & ~minors & minorsBefore(first)) === NO_MINORS) continue;
      entries[`${prefix}-${name}`] = {
        kind: "syntax",
        added: formatMinor(first),
        evidence: ["runtime"],
        summary: SUMMARIES[prefix].replace("NAME", name),
      };
    }
  };
  add(
    "keyword",
    collect(releases, (release) => release.keywords),
  );
  add(
    "soft-keyword",
    collect(releases, (release) => release.softKeywords),
  );
  return entries;
}

function collect(
  releases: readonly RuntimeRelease[],
  pick: (release: RuntimeRelease) => ReadonlySet<string>,
): Map<string, MinorSet> {
  const names = new Map<string, MinorSet>();
  for (const release of releases) {
    for (const name of pick(release)) names.set(name, (names.get(name) ?? NO_MINORS) | (1 << release.minor));
  }
  return names;
}
