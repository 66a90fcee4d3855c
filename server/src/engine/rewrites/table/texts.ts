import { writeString } from "../literals";
import { isName, isString, isType } from "../predicates";
import { hasAffixLength, stringOf } from "../text-predicates";
import type { Match } from "../matcher";
import type { Subject } from "../predicate";
import type { Rewrite } from "../rewrite";

const TEXTS = ["builtins.str", "builtins.bytes", "builtins.bytearray"] as const;

/** Codecs that do not turn text into bytes, so that `str.encode` refuses them. */
const NON_TEXT = /^(?:rot_?13|hex|base64|bz2|quopri|uu|zlib|zip)(?:_codec)?$/;

/** The pattern without the group around all of it and the `\Z` at its end; `undefined` where its end is not that plain. */
function withoutEnd(match: Match, subject: Subject): Record<string, string> | undefined {
  const pattern = stringOf(match, subject, "pattern");
  const group = pattern === undefined ? null : /^\(\?:(.*)\)\\Z$/s.exec(pattern);
  const bare = group ? group[1] : pattern?.endsWith("\\Z") ? pattern.slice(0, -2) : undefined;
  if (bare === undefined || !isBalanced(bare) || (!group && /[|]/.test(bare))) return undefined;
  if (/\(\?[a-zA-Z]*x|\(\?[=!<]|\\$|\\Z/.test(bare)) return undefined;
  return { whole: writeString(bare, '"') };
}

/** The pattern in a group with `\Z` behind it; global flags stay in front. */
function withEnd(match: Match, subject: Subject): Record<string, string> | undefined {
  const pattern = stringOf(match, subject, "whole");
  if (pattern === undefined) return undefined;
  const flags = /^\(\?[aiLmsu]+\)/.exec(pattern)?.[0] ?? "";
  const rest = pattern.slice(flags.length);
  return /\(\?[a-zA-Z]*x/.test(pattern) ? undefined : { pattern: writeString(`${flags}(?:${rest})\\Z`, '"') };
}

/** Tells whether every parenthesis of a regular expression is closed inside of it, brackets and escapes left out. */
function isBalanced(pattern: string): boolean {
  let depth = 0;
  for (const char of pattern.replace(/\\.|\[(?:\\.|[^\]\\])+\]/gs, "")) {
    if (char === "(") depth++;
    else if (char === ")" && --depth < 0) return false;
  }
  return depth === 0;
}

/** A set operator that a regular expression is yet to get, inside of a set; with a backslash it stays what it is. */
function escapedSets(match: Match, subject: Subject): Record<string, string> | undefined {
  const pattern = stringOf(match, subject, "pattern");
  const escaped = pattern?.replace(/\[(\^?\]?(?:\\.|[^\]\\])*)\]/gs, (_set, inner: string) => {
    const opening = /^\^?/.exec(inner)?.[0] ?? "";
    const rest = inner.slice(opening.length).replace(/^\[/, "\\[");
    return `[${opening}${rest.replace(/(?<=[^\\])(--|&&|~~|\|\|)/g, (both: string) => `${both[0]}\\${both[1]}`)}]`;
  });
  return pattern === undefined || escaped === undefined || escaped === pattern
    ? undefined
    : { escaped: writeString(escaped, '"') };
}

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
    forms: [{ old: "re.match($pattern, $text)", new: "re.fullmatch($whole, $text)" }],
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
    modernise: { safety: "unsafe", differs: "drives-stay" },
    downgrade: { safety: "unsafe", differs: "drives-escaped" },
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
      when: [isString("name", (name) => NON_TEXT.test(name)), isType("text", "builtins.str"), isName("text")],
    },
    downgrade: false,
  },
  {
    id: "removeprefix",
    entry: "builtins.str.removeprefix",
    names: { old: "startswith", new: "removeprefix" },
    forms: [
      {
        old: "$text[len($prefix):] if $text.startswith($prefix) else $text",
        new: "$text.removeprefix($prefix)",
        when: [isType("text", ...TEXTS), isType("prefix", ...TEXTS)],
      },
      {
        old: "$text[$length:] if $text.startswith($prefix) else $text",
        new: "$text.removeprefix($prefix)",
        oldAnchor: "builtins.str.startswith",
        when: [isType("text", "builtins.str"), hasAffixLength("prefix", "length", false)],
        downgrade: false,
      },
    ],
  },
  {
    id: "removesuffix",
    entry: "builtins.str.removesuffix",
    names: { old: "endswith", new: "removesuffix" },
    forms: [
      {
        old: "$text[:-len($suffix)] if $text.endswith($suffix) else $text",
        new: "$text.removesuffix($suffix)",
        when: [isType("text", ...TEXTS), isString("suffix", (value) => value !== "")],
      },
      {
        old: "$text[:$length] if $text.endswith($suffix) else $text",
        new: "$text.removesuffix($suffix)",
        oldAnchor: "builtins.str.endswith",
        when: [isType("text", "builtins.str"), hasAffixLength("suffix", "length", true)],
        downgrade: false,
      },
    ],
  },
];
