import * as vscode from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient";
import {
  FIX_WORKSPACE,
  FIXABLE_CODES,
  type FixWorkspaceParams,
  type FixWorkspaceResult,
} from "../../server/src/protocol";
import { sendLongRequest } from "./long-request";
import type { Server } from "./server";

/** What the user wants to have fixed. A keybinding may bring it as the command's argument. */
type Wish = Pick<FixWorkspaceParams, "unsafe" | "codes">;

/** Asks what is to be fixed, has it worked out, and applies it once its preview was agreed to. */
export async function fixWorkspace(server: Server, given: Partial<Wish> | undefined): Promise<void> {
  const wish = isWish(given) ? given : await askForWish();
  if (!wish) return;
  const result = await workOut(server, wish);
  if (!result) return;
  const client = await server.client();
  const { edit, dropped } = withoutChanged(result.edit, (uri) => client.protocol2CodeConverter.asUri(uri));
  if (dropped > 0) {
    const told = vscode.l10n.t("Files that were changed meanwhile are left as they are: {0}", dropped);
    void vscode.window.showWarningMessage(told);
  }
  if (!edit.documentChanges?.length) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("There is nothing to fix in {0} files.", result.files),
    );
    return;
  }
  const { files, cells } = withCellsApart(edit);
  if (files.documentChanges?.length) {
    const converted = await client.protocol2CodeConverter.asWorkspaceEdit(files);
    await vscode.workspace.applyEdit(converted, { isRefactoring: true });
  }
  if (!cells.documentChanges?.length || !(await agreesToCells(cells.documentChanges.length))) return;
  const present = withoutChanged(cells, (uri) => client.protocol2CodeConverter.asUri(uri));
  await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(present.edit));
}

/** VS Code's preview takes the cells of a notebook for one text and shows their changes in the wrong places. */
const CELL_SCHEME = "vscode-notebook-cell";

/** Takes the changes of cells out, which then need no preview to be confirmed in. */
function withCellsApart(edit: WorkspaceEdit): {
  readonly files: WorkspaceEdit;
  readonly cells: WorkspaceEdit;
} {
  const files: NonNullable<WorkspaceEdit["documentChanges"]> = [];
  const cells: NonNullable<WorkspaceEdit["documentChanges"]> = [];
  for (const change of edit.documentChanges ?? []) {
    if (!("textDocument" in change) || !change.textDocument.uri.startsWith(`${CELL_SCHEME}:`)) {
      files.push(change);
      continue;
    }
    const { textDocument, edits } = change;
    const plain = edits.flatMap((each) =>
      "newText" in each ? [{ range: each.range, newText: each.newText }] : [],
    );
    cells.push({ textDocument, edits: plain });
  }
  return { files: { ...edit, documentChanges: files }, cells: { documentChanges: cells } };
}

/** What cannot be previewed is asked for. */
async function agreesToCells(count: number): Promise<boolean> {
  const fix = vscode.l10n.t("Fix the Cells");
  const question = vscode.l10n.t(
    "Cells of open notebooks that can be fixed: {0}. They have no preview, but can be undone.",
    count,
  );
  return (await vscode.window.showInformationMessage(question, fix)) === fix;
}

function isWish(given: Partial<Wish> | undefined): given is Wish {
  return typeof given?.unsafe === "boolean";
}

/** `undefined` when the user gives up, or wants nothing. */
async function askForWish(): Promise<Wish | undefined> {
  const title = vscode.l10n.t("Fix the Workspace");
  const trust = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t("Safe fixes"),
        detail: vscode.l10n.t("The code does the same as before on every targeted Python."),
        unsafe: false,
      },
      {
        label: vscode.l10n.t("Safe and unsafe fixes"),
        detail: vscode.l10n.t("What the code does may change; look at each of them in the preview."),
        unsafe: true,
      },
    ],
    { title },
  );
  if (!trust) return undefined;
  const sorts = FIXABLE_CODES.map((code) => ({
    label: code,
    description: describe(code),
    picked: true,
  }));
  const placeHolder = vscode.l10n.t("What is to be fixed");
  const chosen = await vscode.window.showQuickPick(sorts, { title, placeHolder, canPickMany: true });
  if (!chosen || chosen.length === 0) return undefined;
  const { unsafe } = trust;
  return chosen.length === sorts.length ? { unsafe } : { unsafe, codes: chosen.map(({ label }) => label) };
}

function describe(code: (typeof FIXABLE_CODES)[number]): string {
  switch (code) {
    case "added-later":
      return vscode.l10n.t("names that are newer than some targeted Python");
    case "syntax-later":
      return vscode.l10n.t("syntax that is newer than some targeted Python");
    case "removed":
      return vscode.l10n.t("names that are gone in some targeted Python");
    case "deprecated":
      return vscode.l10n.t("names that are deprecated");
    case "changed":
      return vscode.l10n.t("code that means something else in some targeted Python");
    case "modernise":
      return vscode.l10n.t("older ways where every targeted Python has a better one");
    case "unused-guard":
      return vscode.l10n.t("version tests that have one answer only");
    case "unused-ignore":
      return vscode.l10n.t("comments that silence nothing");
  }
}

/** `undefined` when the user cancels it. */
function workOut(server: Server, wish: Wish): Promise<NonNullable<FixWorkspaceResult> | undefined> {
  const title = vscode.l10n.t("Working out what can be fixed");
  return sendLongRequest<FixWorkspaceResult>(server, { method: FIX_WORKSPACE, title, params: wish });
}

/** Leaves out the documents that are not as they were when the edit was made. */
function withoutChanged(
  edit: WorkspaceEdit,
  uriOf: (uri: string) => vscode.Uri,
): { readonly edit: WorkspaceEdit; readonly dropped: number } {
  const all = edit.documentChanges ?? [];
  const kept = all.filter((change) => {
    if (!("textDocument" in change)) return true;
    const { uri, version } = change.textDocument;
    const key = uriOf(uri).toString();
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
    // The version of a document that was not open is that of its file.
    return !open || (version === null ? !open.isDirty : open.version === version);
  });
  return { edit: { ...edit, documentChanges: kept }, dropped: all.length - kept.length };
}
