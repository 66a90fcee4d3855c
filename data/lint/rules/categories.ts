import { CATEGORIES } from "../../../server/src/engine/catalogue/categories";
import { entriesOf, problemAt, type Rule } from "../rule";

/** Flags a category outside the closed list: a release's notes would have a heading of its own for it. */
export const categoriesRule: Rule = {
  name: "categories",
  *check({ files }) {
    for (const file of files) {
      for (const { key, id, entry } of entriesOf(file)) {
        const own: [string, string | null | undefined][] = [[id, entry.category]];
        for (const [name, parameter] of Object.entries(entry.parameters ?? {})) {
          own.push([`${id}(${name})`, parameter.category]);
        }
        for (const [owner, category] of own) {
          if (category == null || (CATEGORIES as readonly string[]).includes(category)) continue;
          yield problemAt(file, key, `${owner}: "${category}" is no category; see categories.ts.`);
        }
      }
    }
  },
};
