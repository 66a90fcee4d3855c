import { hasSameLength, holdsFloats, isName, isSimple, isType, isUsedOnlyHere } from "../predicates";
import type { Form, Rewrite } from "../rewrite";
import { mayBeBetween, mayBeInOrder, mayBePositive, mayBeSquared } from "../number-predicates";
import { isNoIterator, isNotCaught, isNotCompared, isNotKnownNone } from "../result-predicates";
import { isNotAddedTo } from "../use-predicates";

const INTEGERS = ["builtins.int"] as const;
const NUMBERS = ["builtins.int", "builtins.float"] as const;

/** Of numbers below zero there is an error, where the older form gives 0. */
const COUNTED = [mayBeBetween("n", 0, Infinity), mayBeBetween("k", 0, Infinity), isNotCaught("ValueError")];

/** The root of a sum of squares: each square written as a power or as a product. */
function roots(names: readonly string[]): Form[] {
  const sums = [names.map((name) => `$${name} ** 2`), names.map((name) => `$${name} * $${name}`)];
  return sums.map((squares, index) => ({
    old: `math.sqrt(${squares.join(" + ")})`,
    new: `math.hypot(${names.map((name) => `$${name}`).join(", ")})`,
    modernise: {
      when: [
        isName(...names),
        ...names.map((name) => isType(name, ...NUMBERS)),
        mayBeSquared(...names),
        isNotCompared,
      ],
    },
    downgrade:
      index > 0 ? (false as const) : { when: [isSimple(...names), mayBeSquared(...names), isNotCompared] },
  }));
}

/** The whole root by Newton's method, for Pythons without `math.isqrt`. */
const NEWTON = `def isqrt(n):
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if n == 0:
        return 0
    root = 1 << (n.bit_length() + 1) // 2
    while True:
        better = (root + n // root) // 2
        if better >= root:
            return root
        root = better`;

/** Better ways of `math` and `statistics`. */
export const mathRewrites: readonly Rewrite[] = [
  {
    id: "math-gcd",
    entry: "math.gcd",
    names: { old: "Euclid's algorithm", new: "math.gcd" },
    forms: [
      {
        old: "gcd($a, $b)",
        new: "math.gcd($a, $b)",
        when: [isType("a", "builtins.int"), isType("b", "builtins.int")],
      },
      {
        old: "gcd($a, $b)",
        new: "math.gcd($a, $b)",
        downgrade: { safety: "unsafe", differs: "any-numbers" },
      },
    ],
    modernise: false,
    downgrade: {
      helper: {
        name: "gcd",
        code: `def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)`,
      },
    },
  },
  {
    id: "math-prod",
    entry: "math.prod",
    names: { old: "functools.reduce", new: "math.prod" },
    forms: [
      { old: "functools.reduce(operator.mul, $xs, 1)", new: "math.prod($xs)" },
      { old: "functools.reduce(lambda $a, $b: $a * $b, $xs, 1)", new: "math.prod($xs)", downgrade: false },
      { old: "functools.reduce(operator.mul, $xs, $start)", new: "math.prod($xs, start=$start)" },
      {
        old: "functools.reduce(operator.mul, $xs)",
        new: "math.prod($xs)",
        modernise: { safety: "unsafe", differs: "empty-gives-one", when: [isNotCaught("TypeError")] },
        downgrade: false,
      },
    ],
  },
  {
    id: "math-comb",
    entry: "math.comb",
    names: { old: "math.factorial", new: "math.comb" },
    forms: [
      {
        old: "math.factorial($n) // (math.factorial($k) * math.factorial($n - $k))",
        new: "math.comb($n, $k)",
        modernise: {
          safety: "unsafe",
          differs: "zero-beyond",
          when: [
            isType("n", ...INTEGERS),
            isType("k", ...INTEGERS),
            mayBeInOrder("k", "n"),
            isNotCaught("ValueError"),
          ],
        },
        downgrade: false,
      },
      {
        old: "math.factorial($n) // (math.factorial($k) * math.factorial($n - $k)) if 0 <= $k <= $n else 0",
        new: "math.comb($n, $k)",
        modernise: false,
        downgrade: { when: COUNTED },
      },
    ],
  },
  {
    id: "math-perm",
    entry: "math.perm",
    names: { old: "math.factorial", new: "math.perm" },
    forms: [
      {
        old: "math.factorial($n) // math.factorial($n - $k)",
        new: "math.perm($n, $k)",
        modernise: {
          safety: "unsafe",
          differs: "zero-beyond",
          when: [
            isType("n", ...INTEGERS),
            isType("k", ...INTEGERS),
            mayBeInOrder("k", "n"),
            isNotCaught("ValueError"),
          ],
        },
        downgrade: false,
      },
      {
        old: "math.factorial($n) // math.factorial($n - $k) if 0 <= $k <= $n else 0",
        new: "math.perm($n, $k)",
        modernise: false,
        downgrade: { when: [...COUNTED, isNotKnownNone("k")] },
      },
      {
        old: "math.factorial($n)",
        new: "math.perm($n)",
        modernise: false,
        downgrade: { when: [isType("n", ...INTEGERS)] },
      },
    ],
  },
  {
    id: "math-isqrt",
    entry: "math.isqrt",
    names: { old: "isqrt", new: "math.isqrt" },
    forms: [
      ...["math.floor(math.sqrt($n))", "int(math.sqrt($n))", "int($n ** 0.5)"].map((old): Form => ({
        old,
        new: "math.isqrt($n)",
        downgrade: false,
      })),
      {
        old: "isqrt($n)",
        new: "math.isqrt($n)",
        modernise: false,
        downgrade: { helper: { name: "isqrt", code: NEWTON } },
      },
    ],
    modernise: { safety: "unsafe", differs: "exact-root", when: [isType("n", ...INTEGERS)] },
  },
  {
    id: "math-dist",
    entry: "math.dist",
    names: { old: "math.sqrt", new: "math.dist" },
    forms: [
      {
        old: "math.sqrt(sum(($a - $b) ** 2 for $a, $b in zip($p, $q)))",
        new: "math.dist($p, $q)",
      },
    ],
    modernise: {
      safety: "unsafe",
      differs: "last-bits",
      when: [hasSameLength("p", "q"), mayBeSquared("p", "q"), isNotCompared],
    },
    downgrade: {
      safety: "unsafe",
      differs: "last-bits",
      fresh: { a: "a", b: "b" },
      when: [mayBeSquared("p", "q"), isNotCompared],
    },
  },
  {
    id: "math-hypot-2",
    entry: "math.hypot",
    names: { old: "math.sqrt", new: "math.hypot" },
    forms: roots(["x", "y"]),
    modernise: { safety: "unsafe", differs: "last-bits" },
    downgrade: false,
  },
  {
    id: "math-hypot-n",
    entry: "behaviour:math.hypot-n-dim",
    names: { old: "math.sqrt", new: "math.hypot" },
    forms: [...roots(["x", "y", "z"]), ...roots(["x", "y", "z", "w"])],
    modernise: { safety: "unsafe", differs: "last-bits" },
    downgrade: { safety: "unsafe", differs: "last-bits" },
  },
  {
    id: "statistics-fmean",
    entry: "statistics.fmean",
    names: { old: "statistics.mean", new: "statistics.fmean" },
    forms: [
      {
        old: "statistics.mean($data)",
        new: "statistics.fmean($data)",
        when: [holdsFloats("data"), isNotAddedTo("data")],
      },
    ],
    modernise: { safety: "unsafe", differs: "last-bits" },
    // The sum of floats is rounded before it is divided, which the mean is not.
    downgrade: { safety: "unsafe", differs: "last-bits" },
  },
  {
    id: "statistics-geometric-mean",
    entry: "statistics.geometric_mean",
    names: { old: "math.exp", new: "statistics.geometric_mean" },
    forms: [
      { old: "math.exp(sum(map(math.log, $data)) / len($data))", new: "statistics.geometric_mean($data)" },
      {
        old: "math.exp(sum(math.log($x) for $x in $data) / len($data))",
        new: "statistics.geometric_mean($data)",
        downgrade: false,
      },
    ],
    modernise: {
      safety: "unsafe",
      differs: "statistics-error",
      when: [isNotCaught("ZeroDivisionError", "ArithmeticError"), isNotCompared, mayBePositive("data")],
    },
    downgrade: {
      safety: "unsafe",
      differs: "zero-division",
      when: [isNoIterator("data"), isNotCaught("StatisticsError", "ValueError"), isNotCompared],
    },
  },
  {
    id: "statistics-multimode",
    entry: "statistics.multimode",
    names: { old: "collections.Counter", new: "statistics.multimode" },
    forms: [
      {
        old: `$counts = collections.Counter($data)
$top = max($counts.values(), default=0)
$result = [$value for $value, $n in $counts.items() if $n == $top]`,
        new: "$result = statistics.multimode($data)",
      },
    ],
    modernise: {
      safety: "unsafe",
      differs: "names-go",
      when: [isUsedOnlyHere("counts", "top")],
    },
    downgrade: {
      fresh: { counts: "counts", top: "top", value: "value", n: "number" },
      when: [isSimple("data")],
    },
  },
];
