import type { Rule } from "../rule";

/** Flags data that the build refuses, such as aliases in a circle; rules that need the compiled catalogue are silent then. */
export const compilesRule: Rule = {
  name: "compiles",
  *check({ compileError }) {
    if (compileError !== undefined) yield { path: "data", severity: "error", message: compileError };
  },
};
