import { isSubset } from "../../version";
import type { Fixer, FixInput } from "../fixer";
import { joinEdits } from "../layout";
import { differsHere } from "./differing";
import { renameModule } from "./rename-module";
import { replaceImport } from "./replace-import";
import { replaceReference } from "./replace-reference";
import { isLeaving, replacementAt } from "./replacement";

/**
 * Writes what stands in for a name that is gone or goes, where every targeted Python has it and takes the same arguments.
 * As safe as the catalogue says. Imports are added where they are missing, and dropped where nobody needs them any more.
 */
export const replaceName: Fixer = {
  id: "replace-name",
  appliesTo: isLeaving,
  compute(input: FixInput) {
    const replacement = replacementAt(input);
    if (!replacement || !isSubset(replacement.reached, replacement.to.available)) return undefined;
    if (differsHere(input, replacement)) return undefined;
    const edits =
      replacement.usage.kind === "import"
        ? (renameModule(input, replacement) ?? replaceImport(input, replacement, { keepLocal: false }))
        : replaceReference(input, replacement, { keepImports: false });
    if (!edits) return undefined;
    const { safety, to } = replacement;
    return { id: this.id, safety, details: { name: to.id }, edits: joinEdits(edits) };
  },
};
