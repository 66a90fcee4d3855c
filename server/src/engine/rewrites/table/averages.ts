import { isSimple, notInLoop } from "../predicates";
import type { Rewrite } from "../rewrite";
import { isNoIterator, isNotCaught } from "../result-predicates";

/** Ways of averages where `statistics` is missing as a whole. */
export const averageRewrites: readonly Rewrite[] = [
  {
    id: "statistics-mean",
    entry: "statistics",
    mends: ["mean", "median", "median_low", "median_high", "mode"].map((name) => `statistics.${name}`),
    names: { old: "sum() / len()", new: "statistics" },
    forms: [
      {
        old: "sum($data) / len($data)",
        new: "statistics.mean($data)",
        modernise: {
          safety: "manual",
          differs: "exact-average",
          onRequest: true,
          when: [notInLoop, isNotCaught("ZeroDivisionError", "ArithmeticError")],
        },
      },
      { old: "sorted($data)[(len($data) - 1) // 2]", new: "statistics.median_low($data)", modernise: false },
      { old: "sorted($data)[len($data) // 2]", new: "statistics.median_high($data)", modernise: false },
      {
        old: "(sorted($data)[(len($data) - 1) // 2] + sorted($data)[len($data) // 2]) / 2",
        new: "statistics.median($data)",
        modernise: false,
      },
      {
        old: "collections.Counter($data).most_common(1)[0][0]",
        new: "statistics.mode($data)",
        modernise: false,
      },
    ],
    downgrade: {
      safety: "unsafe",
      differs: "rounded-averages",
      when: [isSimple("data"), isNoIterator("data"), isNotCaught("StatisticsError", "ValueError")],
    },
  },
  {
    id: "statistics-harmonic-mean",
    entry: "statistics.harmonic_mean",
    names: { old: "sum of reciprocals", new: "statistics.harmonic_mean" },
    forms: [{ old: "len($data) / sum(1 / $x for $x in $data)", new: "statistics.harmonic_mean($data)" }],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "other-errors", fresh: { x: "x" } },
  },
];
