import { guardsImports, isInExcept, isWholeHandler } from "../document-predicates";
import { isType } from "../predicates";
import { asksErrorOnlyFor } from "../uses";
import type { DirectionRule, Form, Rewrite } from "../rewrite";

/**
 * An exception that was told apart from its base later; whoever catches the base catches more. `attributes` are those that
 * the base has as well.
 */
function narrower(
  id: string,
  entry: string,
  base: string,
  modernise: DirectionRule | false = false,
  attributes: readonly string[] = [],
): Rewrite {
  return {
    id,
    entry,
    names: { old: base, new: entry.replace("builtins.", "") },
    forms: [{ old: base, new: entry.replace("builtins.", "") }],
    modernise,
    downgrade: {
      safety: "unsafe",
      differs: "catches-more",
      when: [isInExcept, asksErrorOnlyFor(...attributes)],
    },
  };
}

/** JSON that is read, with its text caught out, under a name or without one. */
function decoding(head: string, name: string): Form {
  return {
    old: `try:
    ${head}json.loads($text)
except ValueError${name}:
    $$$body`,
    new: `try:
    ${head}json.loads($text)
except json.JSONDecodeError${name}:
    $$$body`,
    modernise: { safety: "unsafe", differs: "catches-less", when: [isType("text", "builtins.str")] },
    downgrade: false,
  };
}

/** Better ways of what `except` catches. */
export const handlerRewrites: readonly Rewrite[] = [
  {
    ...narrower("json-decode-error", "json.JSONDecodeError", "ValueError"),
    forms: [
      ...["$result = ", "return ", ""].flatMap((head) =>
        ["", " as $error"].map((name) => decoding(head, name)),
      ),
      { old: "ValueError", new: "json.JSONDecodeError", modernise: false },
    ],
    modernise: {},
  },
  narrower("recursion-error", "builtins.RecursionError", "RuntimeError", {
    safety: "manual",
    differs: "catches-less",
    when: [isWholeHandler],
    onRequest: true,
  }),
  narrower(
    "module-not-found-error",
    "builtins.ModuleNotFoundError",
    "ImportError",
    {
      safety: "unsafe",
      differs: "catches-less",
      when: [isInExcept, guardsImports],
      onRequest: true,
    },
    ["name", "path", "msg"],
  ),
];
