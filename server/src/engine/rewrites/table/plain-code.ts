import { isName, isType, isUsedOnlyHere, predicate } from "../predicates";
import { builtin, isInPlainGenerator, isLiteralOf, isOfMethod } from "../plain-predicates";
import { NodeKind } from "../../syntax/node-kind";
import type { Form, Rewrite } from "../rewrite";

/** The function is called as one of its module. */
const isOfModule = predicate(
  "not-shown",
  ({ roots: [root] }, { tree }) => tree.kind(root) === NodeKind.Attribute || tree.textOf(root) !== "open",
);

/** Decorators of `abc` that two others took the place of. */
const ABSTRACT = ["property", "classmethod", "staticmethod"];

/** Better ways that every Python 3 has, most of them matters of taste. */
export const plainCodeRewrites: readonly Rewrite[] = [
  {
    id: "plain-super",
    entry: "builtins.super",
    names: { old: "super(…, …)", new: "super()" },
    forms: [{ old: "super($cls, $self)", new: "super()" }],
    modernise: { onRequest: true, when: [isName("cls", "self"), isOfMethod] },
    downgrade: false,
  },
  {
    id: "plain-class",
    entry: "builtins.object",
    names: { old: "class …(object)", new: "class …" },
    forms: [
      {
        old: "class $name(object):\n    $$$body",
        new: "class $name:\n    $$$body",
        oldAnchor: "builtins.object",
      },
    ],
    modernise: { onRequest: true },
    downgrade: false,
  },
  {
    id: "plain-open",
    entry: "builtins.open",
    names: { old: "io.open", new: "open" },
    forms: [{ old: "open", new: "$name", oldAnchor: "builtins.open", when: [isOfModule] }],
    modernise: { onRequest: true, derive: (_match, subject) => builtin("open", subject) },
    downgrade: false,
  },
  {
    id: "native-literal",
    entry: "builtins.str",
    names: { old: 'str("…")', new: "the literal itself" },
    forms: [
      { old: "str($text)", new: "$text", when: [isLiteralOf("text", false)] },
      { old: "bytes($data)", new: "$data", when: [isLiteralOf("data", true)] },
      { old: "str()", new: '""' },
      { old: 'type("")', new: "str" },
      { old: 'type(b"")', new: "bytes" },
      { old: "type(0)", new: "int" },
      { old: "type(0.0)", new: "float" },
    ],
    modernise: { onRequest: true },
    downgrade: false,
  },
  {
    id: "plain-encode",
    entry: "builtins.str.encode",
    names: { old: 'encode("utf-8")', new: "encode()" },
    forms: ['"utf-8"', '"utf8"', '"UTF-8"'].map((codec): Form => ({
      old: `$text.encode(${codec})`,
      new: "$text.encode()",
      oldAnchor: "builtins.str.encode",
      when: [isType("text", "builtins.str")],
    })),
    modernise: { onRequest: true },
    downgrade: false,
  },
  {
    id: "yield-from",
    entry: "syntax:yield-from",
    names: { old: "a loop that yields", new: "yield from" },
    forms: [
      {
        old: "for $item in $items:\n    yield $item",
        new: "yield from $items",
        oldAnchor: "for_statement",
        when: [isName("item"), isUsedOnlyHere("item"), isInPlainGenerator],
      },
    ],
    modernise: { safety: "unsafe", differs: "sent-values-too", onRequest: true },
    downgrade: false,
  },
  ...ABSTRACT.map((kind): Rewrite => ({
    id: `abstract-${kind}`,
    entry: "abc.abstractmethod",
    names: { old: `abc.abstract${kind}`, new: `${kind} and abc.abstractmethod` },
    since: 3,
    forms: [
      {
        old: `@abc.abstract${kind}\ndef $name($$params):\n    $$$body`,
        new: `@${kind}\n@abc.abstractmethod\ndef $name($$params):\n    $$$body`,
      },
    ],
    downgrade: false,
  })),
  {
    id: "math-log2",
    entry: "math.log2",
    names: { old: "math.log(…, 2)", new: "math.log2" },
    forms: [
      { old: "math.log($number, 2)", new: "math.log2($number)" },
      { old: "math.log($number, 10)", new: "math.log10($number)" },
    ],
    modernise: { safety: "unsafe", differs: "last-bits", onRequest: true },
    downgrade: false,
  },
  {
    id: "fromisoformat-z",
    entry: "behaviour:datetime.fromisoformat-any-form",
    since: 11,
    names: { old: 'replace("Z", "+00:00")', new: "fromisoformat" },
    forms: [
      {
        old: 'datetime.datetime.fromisoformat($text.replace("Z", "+00:00"))',
        new: "datetime.datetime.fromisoformat($text)",
        when: [isType("text", "builtins.str")],
      },
    ],
    modernise: { safety: "unsafe", differs: "other-texts" },
    downgrade: false,
  },
];
