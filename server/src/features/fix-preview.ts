import type { ChangeAnnotation, WorkspaceEdit } from "vscode-languageserver-types";
import type { LabelledEdit } from "../engine/edit-history";
import { LEFT_OVER, readFixLabel, SHARED_IMPORT } from "../engine/fix-labels";
import { codeSummary, fixGroupName, sharedEditsName, sharedEditsSummary } from "../messages";
import { toWorkspaceEdit, type EditContext } from "./text-edits";

/** What fixes make of one document. */
export interface FixedDocument {
  readonly place: EditContext;
  /** As `fixText` gives them. */
  readonly edits: readonly LabelledEdit[];
}

/**
 * Gives one edit for fixes in many documents. With `annotated`, the client shows them before anything is done, and its
 * user takes or leaves them by the sort of finding that they mend.
 */
export function toFixPreview(
  documents: readonly FixedDocument[],
  { annotated }: { readonly annotated: boolean },
): WorkspaceEdit {
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const parts = documents.map(({ place, edits }) => {
    if (!annotated) return toWorkspaceEdit(edits, place);
    const told = edits.map((edit) => {
      const annotationId = edit.labels.toSorted().join(", ");
      changeAnnotations[annotationId] ??= annotationOf(edit.labels);
      return { ...edit, annotationId };
    });
    return toWorkspaceEdit(told, place);
  });
  const edit: WorkspaceEdit = {};
  for (const { changes, documentChanges } of parts) {
    if (changes) edit.changes = { ...edit.changes, ...changes };
    if (documentChanges) edit.documentChanges = [...(edit.documentChanges ?? []), ...documentChanges];
  }
  return annotated ? { ...edit, changeAnnotations } : edit;
}

/** What several fixes made together has the names of all. An import waits for nobody: at worst it is unused. */
function annotationOf(labels: readonly string[]): ChangeAnnotation {
  const names: string[] = [];
  const summaries = new Set<string>();
  for (const reason of labels.toSorted().map(readFixLabel)) {
    const isShared = reason === SHARED_IMPORT || reason === LEFT_OVER;
    names.push(isShared ? sharedEditsName(reason) : fixGroupName(reason.code, reason.safety !== "safe"));
    summaries.add(isShared ? sharedEditsSummary(reason) : codeSummary(reason.code));
  }
  const needsConfirmation = labels.some((label) => label !== SHARED_IMPORT);
  return { label: names.join(", "), description: [...summaries].join(" "), needsConfirmation };
}
