import type { CodeAction, WorkspaceEdit } from "vscode-languageserver";
import type { FixDependency } from "../engine/findings";
import { toWorkspaceEdit } from "../features/text-edits";
import { DependencyLists } from "./dependency-lists";
import type { Session } from "./session";

/**
 * Adds to an action the edit by which the project depends on the package that the action's code imports: in the nearest
 * file that lists dependencies. The action stays as it is where there is none, and where the package is listed for all Pythons
 * that need it.
 */
export async function withDependency(
  action: CodeAction,
  dependency: FixDependency,
  { session, uri }: { readonly session: Session; readonly uri: string },
): Promise<CodeAction> {
  const { edit } = action;
  if (!edit) return action;
  const lists = new DependencyLists(session);
  await lists.add(uri, { ...dependency, labels: [] });
  return lists
    .extended()
    .reduce(
      (all, { edits, place }) => ({ ...all, edit: joined(all.edit!, toWorkspaceEdit(edits, place)) }),
      action,
    );
}

function joined(left: WorkspaceEdit, right: WorkspaceEdit): WorkspaceEdit {
  return {
    ...left,
    ...(right.changes && { changes: { ...left.changes, ...right.changes } }),
    ...(right.documentChanges && {
      documentChanges: [...(left.documentChanges ?? []), ...right.documentChanges],
    }),
  };
}
