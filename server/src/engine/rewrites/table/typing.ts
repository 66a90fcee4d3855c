import type { Form, Rewrite } from "../rewrite";
import { isInAnnotation, isNotNothing, isWholeUnion, mayBeUnion } from "../document-predicates";

/** Classes of `typing` that are names of others. */
const GENERICS: readonly (readonly [string, string])[] = [
  ["List", "builtins.list"],
  ["Dict", "builtins.dict"],
  ["Set", "builtins.set"],
  ["FrozenSet", "builtins.frozenset"],
  ["Tuple", "builtins.tuple"],
  ["Type", "builtins.type"],
  ["Deque", "collections.deque"],
  ["DefaultDict", "collections.defaultdict"],
];

/** Better ways of `typing`. */
export const typingRewrites: readonly Rewrite[] = [
  {
    id: "builtin-generics",
    entry: "behaviour:builtins.generics-in-builtins",
    since: 9,
    names: { old: "typing.List", new: "list" },
    forms: GENERICS.map(([old, now]): Form => ({
      old: `typing.${old}[$$args]`,
      new: `${now.replace("builtins.", "")}[$$args]`,
    })),
    modernise: { safety: "unsafe", differs: "read-at-run-time" },
    downgrade: false,
  },
  {
    id: "union-pipe",
    entry: "syntax:union type X | Y",
    names: { old: "typing.Optional", new: "X | None" },
    forms: [
      {
        old: "typing.Optional[$type]",
        new: "$type | None",
        when: [mayBeUnion("type"), isNotNothing("type")],
      },
      {
        old: "typing.Union[$left, $right]",
        new: "$left | $right",
        when: [mayBeUnion("left"), mayBeUnion("right")],
      },
      {
        old: "typing.Optional[typing.Union[$left, $right]]",
        new: "$left | $right | None",
        when: [mayBeUnion("left"), mayBeUnion("right")],
        modernise: false as const,
      },
      {
        old: "typing.Union[$first, $second, $third]",
        new: "$first | $second | $third",
        when: [mayBeUnion("first"), mayBeUnion("second"), mayBeUnion("third")],
      },
    ],
    modernise: { safety: "unsafe", differs: "read-at-run-time", when: [isInAnnotation] },
    downgrade: { when: [isInAnnotation, isWholeUnion] },
  },
];
