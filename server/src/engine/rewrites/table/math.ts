import type { Rewrite } from "../rewrite";

/** Better ways of `math`. */
export const mathRewrites: readonly Rewrite[] = [
  {
    id: "math-prod",
    entry: "math.prod",
    names: { old: "functools.reduce", new: "math.prod" },
    forms: [
      { old: "functools.reduce(operator.mul, $xs, 1)", new: "math.prod($xs)" },
      {
        old: "functools.reduce(lambda $a, $b: $a * $b, $xs, 1)",
        new: "math.prod($xs)",
        downgrade: false,
      },
      { old: "functools.reduce(operator.mul, $xs, $start)", new: "math.prod($xs, start=$start)" },
      {
        old: "functools.reduce(operator.mul, $xs)",
        new: "math.prod($xs)",
        modernise: { safety: "unsafe", differs: "empty-gives-one" },
        downgrade: false,
      },
    ],
  },
];
