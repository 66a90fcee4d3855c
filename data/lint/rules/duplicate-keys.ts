import { findDuplicateKeys } from "../json-keys";
import type { Rule } from "../rule";

/** Flags a member that one object has twice: only the last would count, and nobody would see the first. */
export const duplicateKeysRule: Rule = {
  name: "duplicate-keys",
  *check({ files }) {
    for (const file of files) {
      for (const { key, line } of findDuplicateKeys(file.text)) {
        yield { path: file.path, line, severity: "error", message: `"${key}" stands twice in one object.` };
      }
    }
  },
};
