import { isExactType, isName, isString, isType } from "../predicates";
import { areFlagsOfMatching, escapedSets, withEnd, withoutEnd } from "../regular-expressions";
import { hasAffixLength } from "../text-predicates";
import type { Rewrite } from "../rewrite";
import { hasNoneOf, isNoUserObject, isNotKnownAs } from "../result-predicates";

/** What cannot be changed, so that the text itself may come out, or a copy. */
const TEXTS = ["builtins.str", "builtins.bytes"] as const;

/** Codecs that do not turn text into bytes, so that `str.encode` refuses them. */
const NON_TEXT = /^(?:rot_?13|hex|base64|bz2|quopri|uu|zlib|zip)(?:_codec)?$/;

/** The start of a path of Windows that has a sign in it that is escaped elsewhere. */
const DEVICE = /\\\\(?:\\\\)?[?*[]/;

/** Functions of `re` whose first argument is a pattern. */
const PATTERN_FUNCTIONS = [
  "compile",
  "findall",
  "finditer",
  "fullmatch",
  "match",
  "search",
  "split",
  "sub",
  "subn",
];

/** Better ways of strings. */
export const textRewrites: readonly Rewrite[] = [
  {
    id: "shlex-join",
    entry: "shlex.join",
    names: { old: "shlex.quote", new: "shlex.join" },
    forms: [
      {
        old: '" ".join(shlex.quote($arg) for $arg in $args)',
        new: "shlex.join($args)",
        oldAnchor: "shlex.quote",
      },
      {
        old: '" ".join([shlex.quote($arg) for $arg in $args])',
        new: "shlex.join($args)",
        oldAnchor: "shlex.quote",
        downgrade: false,
      },
      {
        old: '" ".join(map(shlex.quote, $args))',
        new: "shlex.join($args)",
        oldAnchor: "shlex.quote",
        downgrade: false,
      },
    ],
    downgrade: { fresh: { arg: "arg" } },
  },
  {
    id: "unicode-is-normalized",
    entry: "unicodedata.is_normalized",
    names: { old: "unicodedata.normalize", new: "unicodedata.is_normalized" },
    forms: [
      { old: "unicodedata.normalize($form, $text) == $text", new: "unicodedata.is_normalized($form, $text)" },
      {
        old: "$text == unicodedata.normalize($form, $text)",
        new: "unicodedata.is_normalized($form, $text)",
        downgrade: false,
      },
      {
        old: "unicodedata.normalize($form, $text) != $text",
        new: "not unicodedata.is_normalized($form, $text)",
        downgrade: false,
      },
    ],
    modernise: { when: [isName("text")] },
  },
  {
    id: "re-fullmatch",
    entry: "re.fullmatch",
    names: { old: "re.match", new: "re.fullmatch" },
    forms: [
      { old: "re.match($pattern, $text)", new: "re.fullmatch($whole, $text)" },
      {
        old: "re.match($pattern, $text, $flags)",
        new: "re.fullmatch($whole, $text, $flags)",
        when: [areFlagsOfMatching("flags")],
      },
    ],
    modernise: { derive: withoutEnd },
    downgrade: { derive: withEnd },
  },
  {
    id: "re-escape-set-operation",
    entry: "behaviour:re.FutureWarning-set-operation",
    names: { old: "[a&&b]", new: "[a&\\&b]" },
    forms: PATTERN_FUNCTIONS.map((name) => ({
      old: `re.${name}($pattern, $$args)`,
      new: `re.${name}($escaped, $$args)`,
    })),
    modernise: { derive: escapedSets },
    downgrade: false,
  },
  {
    id: "glob-escape",
    entry: "glob.escape",
    names: { old: "re.sub", new: "glob.escape" },
    forms: [{ old: 're.sub(r"([*?[])", r"[\\1]", $name)', new: "glob.escape($name)" }],
    modernise: { safety: "unsafe", differs: "drives-stay", when: [hasNoneOf("name", DEVICE)] },
    downgrade: {
      safety: "unsafe",
      differs: "drives-escaped",
      when: [hasNoneOf("name", DEVICE), isNotKnownAs("name", "builtins.bytes")],
    },
  },
  {
    id: "codecs-encode",
    entry: "codecs.encode",
    names: { old: "codecs.lookup", new: "codecs.encode" },
    forms: [
      {
        old: "codecs.lookup($name).encode($text)[0]",
        new: "codecs.encode($text, $name)",
        when: [isString("name")],
      },
    ],
    downgrade: false,
  },
  {
    id: "str-encode-non-text",
    entry: "behaviour:builtins.str-encode-non-text-LookupError",
    names: { old: "str.encode", new: "codecs.encode" },
    forms: [
      {
        old: `try:
    $result = $text.encode($name)
except LookupError:
    $result = codecs.encode($text, $name)`,
        new: "$result = codecs.encode($text, $name)",
      },
      {
        old: `try:
    $result = $text.encode($name)
except LookupError as $error:
    $result = codecs.encode($text, $name)`,
        new: "$result = codecs.encode($text, $name)",
      },
    ],
    modernise: {
      when: [
        isString("name", (name) => NON_TEXT.test(name)),
        isType("text", "builtins.str"),
        isNoUserObject("text"),
        isName("text"),
      ],
    },
    downgrade: false,
  },
  {
    id: "removeprefix",
    entry: "builtins.str.removeprefix",
    mends: ["builtins.bytes.removeprefix"],
    names: { old: "startswith", new: "removeprefix" },
    forms: [
      {
        old: "$text[len($prefix):] if $text.startswith($prefix) else $text",
        new: "$text.removeprefix($prefix)",
        when: [isExactType("text", ...TEXTS), isType("prefix", ...TEXTS)],
      },
      {
        old: "$text[$length:] if $text.startswith($prefix) else $text",
        new: "$text.removeprefix($prefix)",
        oldAnchor: "builtins.str.startswith",
        when: [isExactType("text", "builtins.str"), hasAffixLength("prefix", "length", false)],
        downgrade: false,
      },
    ],
  },
  {
    id: "removesuffix",
    entry: "builtins.str.removesuffix",
    mends: ["builtins.bytes.removesuffix"],
    names: { old: "endswith", new: "removesuffix" },
    forms: [
      {
        old: "$text[:-len($suffix)] if $text.endswith($suffix) else $text",
        new: "$text.removesuffix($suffix)",
        when: [isExactType("text", ...TEXTS), isString("suffix", (value) => value !== "")],
      },
      {
        old: "$text[:$length] if $text.endswith($suffix) else $text",
        new: "$text.removesuffix($suffix)",
        oldAnchor: "builtins.str.endswith",
        when: [isExactType("text", "builtins.str"), hasAffixLength("suffix", "length", true)],
        downgrade: false,
      },
    ],
  },
];
