import { problemAt, type Rule } from "../rule";

const BELOW_DOCUMENTATION = /^(?:[a-z0-9-]+\/)*[A-Za-z0-9_.-]+\.html(?:#[^\s#"<>]+)?$/;
const ELSEWHERE = /^https:\/\/(?:docs|peps)\.python\.org\/[^\s"<>]*$/;

/**
 * Flags an address that is neither a page below https://docs.python.org/3/ (`library/os.html#os.fwalk`) nor a whole one
 * of docs.python.org (pages that newer documentation no longer has) or peps.python.org.
 */
export const urlsRule: Rule = {
  name: "urls",
  *check({ merged }) {
    for (const { id, key, entry, file } of merged) {
      if (entry.url === undefined || BELOW_DOCUMENTATION.test(entry.url)) continue;
      if (!ELSEWHERE.test(entry.url))
        yield problemAt(file, key, `${id}: "${entry.url}" is no address in Python's documentation.`);
      else if (entry.url.startsWith("https://docs.python.org/3/")) {
        yield problemAt(file, key, `${id}: leave https://docs.python.org/3/ out of "${entry.url}".`);
      }
    }
  },
};
