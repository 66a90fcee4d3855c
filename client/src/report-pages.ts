import * as vscode from "vscode";
import { showMarkdown } from "./explorer/feature-page";

const SCHEME = "sincewhen-report";

/** Reports as pages that nobody has to save or to throw away: read-only Markdown documents, the latest of each title. */
export class ReportPages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  private readonly reports = new Map<string, string>();

  /** Shows a report in Markdown under the title of its tab, in the place of an earlier one of that title. */
  async show(title: string, markdown: string): Promise<void> {
    const page = vscode.Uri.from({ scheme: SCHEME, path: `/${title}.md` });
    this.reports.set(page.path, markdown);
    this.changed.fire(page);
    await showMarkdown(page);
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.reports.get(path) ?? "";
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
