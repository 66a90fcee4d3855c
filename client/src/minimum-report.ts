import * as vscode from "vscode";
import { MINIMUM_REPORT, type MinimumReportResult } from "../../server/src/protocol";
import { sendLongRequest } from "./long-request";
import type { ReportPages } from "./report-pages";
import type { Server } from "./server";

/** The report of what the whole workspace needs: asked for, shown, and written to files. */
export class MinimumReport implements vscode.Disposable {
  private readonly registrations: vscode.Disposable[];

  constructor(
    private readonly server: Server,
    private readonly pages: ReportPages,
  ) {
    this.registrations = [
      vscode.commands.registerCommand("sinceWhen.reportMinimum", () => this.show()),
      vscode.commands.registerCommand("sinceWhen.exportMinimum", (to?: unknown) => this.export(to)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.registrations).dispose();
  }

  private async show(): Promise<void> {
    const report = await this.make();
    if (report) await this.pages.show("Python versions", report.markdown);
  }

  /** Writes the report as Markdown or JSON, by the ending of the name that the user, or a keybinding, gives. */
  private async export(to: unknown): Promise<void> {
    const report = await this.make();
    if (!report) return;
    const uri = to instanceof vscode.Uri ? to : await askForFile();
    if (!uri) return;
    const text = uri.path.endsWith(".json") ? report.json : report.markdown;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }

  /** `undefined` when the user cancels it. */
  private make(): Promise<NonNullable<MinimumReportResult> | undefined> {
    const title = vscode.l10n.t("Finding out which Pythons the code runs on");
    return sendLongRequest<MinimumReportResult>(this.server, { method: MINIMUM_REPORT, title, params: {} });
  }
}

function askForFile(): Thenable<vscode.Uri | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, "python-versions.md") }),
    filters: { Markdown: ["md"], JSON: ["json"] },
    title: vscode.l10n.t("Export the Report"),
  });
}
