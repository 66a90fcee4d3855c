import { NodeKind } from "../../syntax/node-kind";
import { isSimple, isType, onHole } from "../predicates";
import type { Rewrite } from "../rewrite";

/** A number is no object of which a method can be called by a dot right behind it. */
const isNoLiteral = onHole("number", "is-literal", (node, { tree }) => tree.kind(node) !== NodeKind.Integer);

/** Better ways of whole numbers and sums. */
export const arithmeticRewrites: readonly Rewrite[] = [
  {
    id: "math-lcm",
    entry: "math.lcm",
    names: { old: "math.gcd", new: "math.lcm" },
    forms: [
      {
        old: "abs($left * $right) // (math.gcd($left, $right) or 1)",
        new: "math.lcm($left, $right)",
      },
      {
        old: "abs($left * $right) // math.gcd($left, $right)",
        new: "math.lcm($left, $right)",
        modernise: { safety: "unsafe", differs: "zeros-give-zero" },
        downgrade: false,
      },
      {
        old: "$left * $right // math.gcd($left, $right)",
        new: "math.lcm($left, $right)",
        modernise: { safety: "unsafe", differs: "never-negative" },
        downgrade: false,
      },
    ],
    modernise: { when: [isSimple("left", "right")] },
    downgrade: { when: [isSimple("left", "right")] },
  },
  {
    id: "math-isclose",
    entry: "math.isclose",
    names: { old: "abs", new: "math.isclose" },
    forms: [
      {
        old: "abs($left - $right) <= 1e-9 * max(abs($left), abs($right))",
        new: "math.isclose($left, $right)",
      },
    ],
    modernise: { safety: "unsafe", differs: "infinite-numbers", when: [isSimple("left", "right")] },
    downgrade: { safety: "unsafe", differs: "infinite-numbers", when: [isSimple("left", "right")] },
  },
  {
    id: "math-sumprod",
    entry: "math.sumprod",
    names: { old: "sum of products", new: "math.sumprod" },
    forms: [
      {
        old: "sum($x * $y for $x, $y in zip($left, $right))",
        new: "math.sumprod($left, $right)",
      },
    ],
    modernise: { safety: "unsafe", differs: "exact-sums" },
    downgrade: { safety: "unsafe", differs: "rounded-sums", fresh: { x: "x", y: "y" } },
  },
  {
    id: "int-bit-count",
    entry: "builtins.int.bit_count",
    names: { old: "bin", new: "int.bit_count" },
    forms: [{ old: 'bin($number).count("1")', new: "$number.bit_count()" }],
    modernise: { when: [isType("number", "builtins.int"), isNoLiteral] },
    downgrade: { when: [isType("number", "builtins.int")] },
  },
];
