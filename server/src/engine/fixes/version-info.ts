import type { TextReplacement } from "../findings";
import type { NodeIndex } from "../syntax/syntax-tree";
import type { FixInput } from "./fixer";
import { ImportPlan } from "./imports/import-plan";

/** How code at a place reaches `sys.version_info`, with the import that this takes. */
export interface VersionInfo {
  readonly text: string;
  readonly edits: readonly TextReplacement[];
}

/**
 * Spells `sys.version_info` for a statement: as the document does where it imports `sys`, with an import of its own
 * otherwise. `undefined` where `sys` means something else there, or the statement runs before any import could.
 */
export function versionInfoFor(input: FixInput, statement: NodeIndex): VersionInfo | undefined {
  const plan = new ImportPlan(input, statement);
  const text = plan.spell("sys.version_info");
  return text === undefined ? undefined : { text, edits: plan.edits };
}
