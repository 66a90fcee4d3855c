import { isDiscarded, isSimple, isType } from "../predicates";
import { stringOf } from "../text-predicates";
import type { Form, Rewrite } from "../rewrite";
import { writeString } from "../literals";

const ELEMENT = "xml.etree.ElementTree.Element";

/** The older way to look for children by `{*}tag`: by what stands behind the brace of their names. */
function anyNamespace(method: string, old: (matching: string) => string): Rewrite {
  return {
    id: `element-${method}-any-namespace`,
    entry: `behaviour:${ELEMENT}-${method}-any-namespace`,
    names: { old: "rpartition", new: "{*}" },
    forms: [
      {
        old: old('$child in $element if str($child.tag).rpartition("}")[2] == $name'),
        new: `$element.${method}($path)`,
      },
    ],
    modernise: false,
    downgrade: {
      fresh: { child: "child" },
      when: [isType("element", ELEMENT)],
      derive: (match, subject) => {
        const name = /^\{\*\}(\w+)$/.exec(stringOf(match, subject, "path") ?? "")?.[1];
        return name === undefined ? undefined : { name: writeString(name, '"') };
      },
    },
  };
}

/** Older ways of mail and markup. */
export const markupRewrites: readonly Rewrite[] = [
  anyNamespace("find", (matching) => `next(($child for ${matching}), None)`),
  anyNamespace("findtext", (matching) => `next(($child.text or "" for ${matching}), None)`),
  anyNamespace("findall", (matching) => `[$child for ${matching}]`),
  anyNamespace("iterfind", (matching) => `($child for ${matching})`),
  {
    id: "message-as-string-policy",
    entry: "email.message.Message.as_string(policy)",
    oldSince: 3,
    names: { old: "email.generator.Generator", new: "as_string(policy=…)" },
    forms: ["$result = ", "return "].map((head): Form => ({
      old: `$buffer = io.StringIO()
email.generator.Generator($buffer, mangle_from_=False, maxheaderlen=0, policy=$policy).flatten($message)
${head}$buffer.getvalue()`,
      new: `${head}$message.as_string(policy=$policy)`,
    })),
    modernise: false,
    downgrade: { fresh: { buffer: "buffer" }, when: [isSimple("message", "policy")] },
  },
  {
    id: "fileconfig-parser",
    entry: "behaviour:logging.config.fileConfig-RawConfigParser",
    names: { old: "io.StringIO", new: "fileConfig" },
    forms: [
      {
        old: `$buffer = io.StringIO()
$parser.write($buffer)
$buffer.seek(0)
logging.config.fileConfig($buffer, $$rest)`,
        new: "logging.config.fileConfig($parser, $$rest)",
      },
    ],
    modernise: false,
    downgrade: {
      safety: "unsafe",
      differs: "read-again",
      fresh: { buffer: "buffer" },
      when: [isSimple("parser"), isDiscarded],
    },
  },
];
