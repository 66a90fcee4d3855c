import type { Form, Rewrite } from "../rewrite";

/** What `math.integer` took over from `math`, and the release from which `math` has it. */
const WHOLE_NUMBERS = ["comb", "factorial", "gcd", "isqrt", "lcm", "perm"] as const;

/** What `profiling.tracing` has under the name that `cProfile` gives it. */
const TRACING = ["Profile", "run", "runctx"] as const;

/** What came with a module of its own, while what was there before still does the same. */
export const lateModuleRewrites: readonly Rewrite[] = [
  ...WHOLE_NUMBERS.map((name): Rewrite => ({
    id: `math-integer-${name}`,
    entry: `math.integer.${name}`,
    names: { old: `math.${name}`, new: `math.integer.${name}` },
    forms: [{ old: `math.${name}`, new: `math.integer.${name}` }],
    modernise: false,
  })),
  ...TRACING.map((name): Rewrite => ({
    id: `profiling-tracing-${name.toLowerCase()}`,
    entry: `profiling.tracing.${name}`,
    names: { old: `cProfile.${name}`, new: `profiling.tracing.${name}` },
    forms: [{ old: `cProfile.${name}`, new: `profiling.tracing.${name}` }],
    modernise: { onRequest: true },
  })),
  {
    id: "annotationlib-get-annotations",
    entry: "annotationlib.get_annotations",
    names: { old: "inspect.get_annotations", new: "annotationlib.get_annotations" },
    forms: ["$object", "$object, globals=$globals, locals=$locals"].map((args): Form => ({
      old: `inspect.get_annotations(${args})`,
      new: `annotationlib.get_annotations(${args})`,
    })),
    modernise: { onRequest: true },
  },
];
