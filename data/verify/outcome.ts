import type { Fact } from "./facts";

/** Why a fact could not be held against an interpreter. */
export const UNCHECKED = {
  platform: "on other systems only",
  build: "lacking in this build",
  wasm: "lacking in this WebAssembly build",
  replaced: "of something that a WebAssembly build has in another version",
  module: "in a module that cannot be imported here",
  unpromised: "there before it is promised, which no interpreter contradicts",
  micro: "came or went in a micro release",
  unknown: "of unknown age",
  instance: "an attribute of instances, which the class does not show",
  header: "a constant that the C library of this build may lack",
  result: "a member of what a function or a special form gives",
  dynamic: "possibly behind __getattr__",
  hook: "a method that classes define and Python looks for",
  default: "every object or the metaclass has one of that name",
  signature: "of a callable that does not tell its signature",
  variadic: "behind *args or **kwargs",
  operator: "a parameter of a special method, which operators give by position",
  private: "a parameter that starts with an underscore",
  positional: "a parameter by position only, whose name does not matter",
} as const;

/** A name in `UNCHECKED`. */
export type Reason = keyof typeof UNCHECKED;

/** What becomes of one fact on one interpreter. */
export type Verdict = "agrees" | Reason | { readonly contradiction: string };

/** One fact, judged. */
export interface Outcome {
  readonly id: string;
  readonly sort: Fact["sort"] | "parameter";
  readonly verdict: Verdict;
}

/** Makes the outcome of a fact that is no parameter. */
export function outcomeOf({ id, sort }: Fact, verdict: Verdict): Outcome {
  return { id, sort, verdict };
}
