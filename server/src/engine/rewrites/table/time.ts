import type { DirectionRule, Form, Rewrite } from "../rewrite";
import { isApartFromFloats } from "../result-predicates";

const BILLION = ["10**9", "1e9", "1000000000"];

/** A clock that gives nanoseconds, and the same by way of a float. */
function nanoseconds(name: string, argument = ""): Rewrite {
  const [first, ...others] = BILLION.flatMap((factor) =>
    ["int", "round"].flatMap((whole) => [
      `${whole}(time.${name}(${argument}) * ${factor})`,
      `${whole}(${factor} * time.${name}(${argument}))`,
    ]),
  );
  const now = `time.${name}_ns(${argument})`;
  const rule: DirectionRule = { safety: "unsafe", differs: "float-rounding" };
  return {
    id: `time-${name.replaceAll("_", "-")}-ns`,
    entry: `time.${name}_ns`,
    names: { old: `time.${name}`, new: `time.${name}_ns` },
    forms: [{ old: first, new: now }, ...others.map((old): Form => ({ old, new: now, downgrade: false }))],
    modernise: { ...rule, when: [isApartFromFloats] },
    downgrade: rule,
  };
}

/** Better ways of `time`. */
export const timeRewrites: readonly Rewrite[] = [
  nanoseconds("time"),
  nanoseconds("monotonic"),
  nanoseconds("perf_counter"),
  nanoseconds("process_time"),
  nanoseconds("clock_gettime", "$clock"),
  {
    id: "time-thread-time",
    entry: "time.thread_time",
    names: { old: "time.clock_gettime", new: "time.thread_time" },
    forms: [{ old: "time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID)", new: "time.thread_time()" }],
    downgrade: { safety: "unsafe", differs: "unix-only" },
  },
];
