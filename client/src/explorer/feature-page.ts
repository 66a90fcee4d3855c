import * as vscode from "vscode";
import type { ExplorerRequests } from "./server-requests";

/** Scheme of the pages: read-only Markdown documents that the server writes. */
const PAGE_SCHEME = "sincewhen";

/** Shows the card of a feature as a page of its own. */
export class FeaturePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration: vscode.Disposable;

  constructor(private readonly requests: ExplorerRequests) {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, this);
  }

  /** Opens the page of a feature, rendered where VS Code can, and as text where it cannot. */
  async open(id: string): Promise<void> {
    await showMarkdown(pageUri(id));
  }

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const id = query;
    const uri = vscode.window.visibleTextEditors
      .find(({ document }) => document.languageId === "python")
      ?.document.uri.toString();
    const card = await this.requests.card(uri === undefined ? { id } : { id, uri });
    return card?.page ?? vscode.l10n.t("Nothing is known of {0}.", id);
  }

  dispose(): void {
    this.registration.dispose();
  }
}

/**
 * Shows a Markdown document as readers want it: rendered. Nobody but VS Code itself can tell whether its support for
 * Markdown, which may run in another host, is there and not switched off, so it is tried.
 */
export async function showMarkdown(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  } catch {
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}

/** The path ends in the title of the tab; the query carries the id as it is. */
function pageUri(id: string): vscode.Uri {
  const title = id.replaceAll(/[\\/:*?"<>|]+/g, " ").trim();
  return vscode.Uri.from({ scheme: PAGE_SCHEME, path: `/${title}.md`, query: id });
}
