import { formatModuleSource } from "../../build/format-source";
import type { Rule } from "../rule";

/**
 * Flags a file that is not written as `formatModuleSource` writes it: one entry a line, everything in its order, so that
 * a change of one fact is a change of one line. `--fix` rewrites it.
 */
export const formattingRule: Rule = {
  name: "formatting",
  *check({ files }) {
    for (const file of files) {
      const formatted = formatModuleSource(file.source);
      if (formatted === file.text) continue;
      const lines = formatted.split("\n");
      const line = file.text.split("\n").findIndex((text, at) => text !== lines[at]) + 1;
      const message = "Not in canonical form from here on: run the lint with --fix.";
      yield { path: file.path, line: line === 0 ? lines.length : line, severity: "error", message };
    }
  },
};
