import { problemAt, type Rule } from "../rule";

/**
 * Flags an entry or parameter that no Python 3 would have, once the lives of its owners are considered: a parameter that
 * is newer than the removal of what takes it, a member of a class that went before the member came.
 */
export const existenceRule: Rule = {
  name: "existence",
  *check({ merged, catalogue }) {
    if (!catalogue) return;
    for (const { id, key, entry, file } of merged) {
      if (entry.alias !== undefined && catalogue.lookup(id)?.id !== id) continue;
      const found = catalogue.lookup(id);
      if (found?.available === 0) yield problemAt(file, key, `No Python 3 would have ${id}.`);
      else {
        for (const parameter of found?.parameters ?? []) {
          if (parameter.available === 0)
            yield problemAt(file, key, `No Python 3 would have ${id}(${parameter.name}).`);
        }
      }
    }
  },
};
