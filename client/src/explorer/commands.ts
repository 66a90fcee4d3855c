import * as vscode from "vscode";
import { OPEN_FEATURE, type FeatureItem } from "../../../server/src/protocol";
import { FeaturePages } from "./feature-page";
import { ReleasesView, type ReleaseNode } from "./releases-view";
import { askForFeature } from "./search-box";
import { ExplorerRequests, type RunningClient } from "./server-requests";
import { UsedMarks } from "./used-marks";

/** As much of the server as the explorer needs. */
export interface ExplorerServer {
  readonly client: RunningClient;
  /** Fires when a list of what the workspace uses may be no longer true. */
  readonly onUsedChanged: vscode.Event<void>;
}

/** What the commands of the explorer act on. */
interface ExplorerParts {
  readonly requests: ExplorerRequests;
  readonly pages: FeaturePages;
  readonly marks: UsedMarks;
}

/** What the explorer shows, until it is disposed of. */
export interface Explorer extends vscode.Disposable {
  readonly releases: vscode.TreeDataProvider<ReleaseNode>;
}

/** Makes the tree of releases, the search over the catalogue and the pages of features. */
export function createExplorer({ client, onUsedChanged }: ExplorerServer): Explorer {
  const requests = new ExplorerRequests(client);
  const pages = new FeaturePages(requests);
  const marks = new UsedMarks(requests, onUsedChanged);
  const view = new ReleasesView(requests, marks);
  const parts = { requests, pages, marks };
  const registrations = [
    vscode.commands.registerCommand(OPEN_FEATURE, (id: unknown) => openFeature(id, parts)),
    vscode.commands.registerCommand("sinceWhen.searchFeatures", (query: unknown) =>
      searchFeatures(parts, query),
    ),
    vscode.commands.registerCommand("sinceWhen.copyImport", (node?: ReleaseNode) =>
      node?.type === "feature" ? copyImport(node.feature) : undefined,
    ),
    vscode.commands.registerCommand("sinceWhen.openReleaseNotes", (node?: ReleaseNode) =>
      node?.type === "release"
        ? vscode.env.openExternal(vscode.Uri.parse(node.release.url, true))
        : undefined,
    ),
    vscode.commands.registerCommand("sinceWhen.refreshReleases", () => {
      view.refresh();
      marks.refresh();
    }),
  ];
  const all = vscode.Disposable.from(view, marks, pages, ...registrations);
  return { releases: view, dispose: () => void all.dispose() };
}

/**
 * Without an id, as from the palette or a key, what stands at the cursor is meant: so a keyboard reaches what a click on a
 * hint does. Where nothing is known there, the search tells what is meant.
 */
async function openFeature(given: unknown, parts: ExplorerParts): Promise<void> {
  const id = typeof given === "string" ? given : await featureAtCursor(parts);
  if (id === undefined) await searchFeatures(parts);
  else await parts.pages.open(id);
}

async function featureAtCursor({ requests }: ExplorerParts): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== "python") return undefined;
  return requests.featureAt(editor.document, editor.selection.active);
}

/** A keybinding or a link may bring the question with it. */
async function searchFeatures({ requests, pages, marks }: ExplorerParts, query?: unknown): Promise<void> {
  const feature = await askForFeature(requests, {
    query: typeof query === "string" ? query : "",
    copyImport: (item) => void copyImport(item),
    isUsed: (id) => marks.has(id),
  });
  if (feature) await pages.open(feature.id);
}

async function copyImport({ importText }: FeatureItem): Promise<void> {
  if (importText === undefined) return;
  await vscode.env.clipboard.writeText(importText);
  vscode.window.setStatusBarMessage(vscode.l10n.t("Copied: {0}", importText), 3000);
}
