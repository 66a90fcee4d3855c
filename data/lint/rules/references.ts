import { problemAt, type Rule } from "../rule";

/**
 * Flags an alias, a replacement or a line of `aliases.json` whose target is no entry. A replacement may also be the
 * name of a package on PyPI, where the entry's backport says so.
 */
export const referencesRule: Rule = {
  name: "references",
  *check({ merged, aliases, catalogue }) {
    if (!catalogue) return;
    for (const { id, key, entry, file } of merged) {
      if (entry.alias !== undefined && !catalogue.lookup(entry.alias)) {
        yield problemAt(file, key, `${id} is said to be another name of ${entry.alias}, which is no entry.`);
      }
      const { replacement } = entry;
      if (replacement === undefined || replacement === entry.backport?.package) continue;
      if (replacement === id) yield problemAt(file, key, `${id} is said to be replaced by itself.`);
      else if (!catalogue.lookup(replacement)) {
        yield problemAt(file, key, `${id} is said to be replaced by ${replacement}, which is no entry.`);
      }
    }
    for (const [id, target] of Object.entries(aliases)) {
      if (catalogue.lookup(id)) continue;
      const message = `${id} is said to be another name of ${target}, which is no entry.`;
      yield { path: "data/authored/aliases.json", severity: "error", message };
    }
  },
};
