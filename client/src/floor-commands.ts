import * as vscode from "vscode";
import {
  DECLARE_TARGET,
  EXPLORE_FLOOR,
  type DeclareTargetResult,
  type ExploreFloorResult,
} from "../../server/src/protocol";
import type { ReportPages } from "./report-pages";
import type { Server } from "./server";

/** Shows what each minimum would mean for the code around the active file, as a page. */
export async function exploreMinimum(server: Server, pages: ReportPages): Promise<void> {
  const uri = activeUri();
  if (!uri) return;
  const client = await server.client();
  const progress = {
    location: vscode.ProgressLocation.Window,
    title: vscode.l10n.t("Exploring the minimum Python version"),
  };
  const { markdown } = await vscode.window.withProgress(progress, () =>
    client.sendRequest<ExploreFloorResult>(EXPLORE_FLOOR, {
      uri: client.code2ProtocolConverter.asUri(uri),
    }),
  );
  if (markdown === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no folder to look through."));
    return;
  }
  await pages.show("Minimum Python version", markdown);
}

/** Writes a range where the project of the active file declares its Pythons, and shows the file. */
export async function declareTarget(server: Server, range: string): Promise<void> {
  const uri = activeUri();
  if (!uri) return;
  const client = await server.client();
  const result = await client.sendRequest<DeclareTargetResult>(DECLARE_TARGET, {
    uri: client.code2ProtocolConverter.asUri(uri),
    range,
  });
  const edit = result.edit && (await client.protocol2CodeConverter.asWorkspaceEdit(result.edit));
  if (!edit || result.uri === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no folder to declare a target in."));
    return;
  }
  if (!(await vscode.workspace.applyEdit(edit))) return;
  const document = await vscode.workspace.openTextDocument(client.protocol2CodeConverter.asUri(result.uri));
  await document.save();
  await vscode.window.showTextDocument(document);
}

/** The file that somebody works on; where that is none, as on a page of ours or of VS Code itself, a place in the first folder. */
function activeUri(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (active && (!folder || vscode.workspace.getWorkspaceFolder(active))) return active;
  return folder && vscode.Uri.joinPath(folder.uri, "pyproject.toml");
}
