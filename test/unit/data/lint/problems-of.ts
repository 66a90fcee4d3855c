import { createContext, type Rule } from "../../../../data/lint/rule";
import { sourcesOf, type StatedSources } from "../sources-of";

/** Gives what one rule says of stated sources, warnings marked. */
export function problemsOf(rule: Rule, stated: StatedSources): string[] {
  return [...rule.check(createContext(sourcesOf(stated)))].map((problem) =>
    problem.severity === "warning" ? `warning: ${problem.message}` : problem.message,
  );
}
