import * as vscode from "vscode";
import { WorkDoneProgress } from "vscode-languageclient";
import { MINIMUM_REPORT, type MinimumReportResult } from "../../server/src/protocol";
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
  private async make(): Promise<NonNullable<MinimumReportResult> | undefined> {
    const client = await this.server.client();
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t("Finding out which Pythons the code runs on"),
      cancellable: true,
    };
    return vscode.window.withProgress(options, async (progress, token) => {
      const workDoneToken = `sincewhen-report-${String(Date.now())}`;
      let done = 0;
      const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind !== "report") return;
        const increment = Math.max(0, (value.percentage ?? done) - done);
        done += increment;
        progress.report({ increment, ...(value.message !== undefined && { message: value.message }) });
      });
      try {
        const result = await client.sendRequest<MinimumReportResult>(
          MINIMUM_REPORT,
          { workDoneToken },
          token,
        );
        return result ?? undefined;
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      } finally {
        listening.dispose();
      }
    });
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
