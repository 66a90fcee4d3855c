import { isType } from "../predicates";
import type { Rewrite } from "../rewrite";

/** Better ways than `imp`. */
export const importRewrites: readonly Rewrite[] = [
  {
    id: "importlib-reload",
    entry: "importlib.reload",
    names: { old: "imp.reload", new: "importlib.reload" },
    forms: [{ old: "imp.reload", new: "importlib.reload" }],
  },
  {
    id: "imp-get-magic",
    entry: "importlib.util.MAGIC_NUMBER",
    names: { old: "imp.get_magic", new: "importlib.util.MAGIC_NUMBER" },
    forms: [{ old: "imp.get_magic()", new: "importlib.util.MAGIC_NUMBER" }],
  },
  {
    id: "imp-cache-from-source",
    entry: "importlib.util.cache_from_source",
    names: { old: "imp.cache_from_source", new: "importlib.util.cache_from_source" },
    forms: [{ old: "imp.cache_from_source($path)", new: "importlib.util.cache_from_source($path)" }],
  },
  {
    id: "imp-source-from-cache",
    entry: "importlib.util.source_from_cache",
    names: { old: "imp.source_from_cache", new: "importlib.util.source_from_cache" },
    forms: [{ old: "imp.source_from_cache($path)", new: "importlib.util.source_from_cache($path)" }],
  },
  {
    id: "html-unescape",
    entry: "html.unescape",
    names: { old: "html.parser.HTMLParser.unescape", new: "html.unescape" },
    forms: [
      {
        old: "html.parser.HTMLParser().unescape($text)",
        new: "html.unescape($text)",
        oldAnchor: "html.parser.HTMLParser.unescape",
      },
      {
        old: "$parser.unescape($text)",
        new: "html.unescape($text)",
        oldAnchor: "html.parser.HTMLParser.unescape",
        modernise: { when: [isType("parser", "html.parser.HTMLParser")] },
        downgrade: false,
      },
    ],
    downgrade: { safety: "unsafe", differs: "broken-references" },
  },
];
