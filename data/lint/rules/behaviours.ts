import { problemAt, type Rule } from "../rule";

/** Flags a behaviour, or a piece of syntax, without a summary: its id alone tells nobody what it is about. */
export const behavioursRule: Rule = {
  name: "behaviours",
  *check({ merged }) {
    for (const { id, key, entry, file } of merged) {
      const isWordless =
        key.startsWith("behaviour:") || entry.kind === "behaviour" || entry.kind === "syntax";
      if (isWordless && entry.alias === undefined && !entry.summary) {
        yield problemAt(file, key, `${id} needs a summary.`);
      }
    }
  },
};
