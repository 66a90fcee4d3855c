import { problemAt, type Rule } from "../rule";

/**
 * Flags an id that two files make (`path` in `os` and the module `os.path`), and a name of `aliases.json` that is an
 * entry already. Silent when a generated and an authored file speak of the same entry: that is what they are for.
 */
export const uniqueIdsRule: Rule = {
  name: "unique-ids",
  *check({ merged, aliases }) {
    const seen = new Map<string, string>();
    for (const { id, module, key, file } of merged) {
      const other = seen.get(id);
      if (other !== undefined && other !== module) {
        yield problemAt(file, key, `${id} is already an entry of "${other}".`);
      }
      seen.set(id, module);
      if (Object.hasOwn(aliases, id))
        yield problemAt(file, key, `${id} is an entry, and an alias in aliases.json.`);
    }
  },
};
