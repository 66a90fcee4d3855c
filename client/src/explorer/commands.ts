import * as vscode from "vscode";
import { OPEN_FEATURE, type FeatureItem } from "../../../server/src/protocol";
import { FeaturePages } from "./feature-page";
import { ReleasesView, type ReleaseNode } from "./releases-view";
import { askForFeature } from "./search-box";
import { ExplorerRequests, type RunningClient } from "./server-requests";

/** Makes the tree of releases, the search over the catalogue and the pages of features. */
export function createExplorer(client: RunningClient): vscode.Disposable {
  const requests = new ExplorerRequests(client);
  const pages = new FeaturePages(requests);
  const view = new ReleasesView(requests);
  const registrations = [
    vscode.commands.registerCommand(OPEN_FEATURE, (id: unknown) => openFeature(id, requests, pages)),
    vscode.commands.registerCommand("sinceWhen.searchFeatures", () => searchFeatures(requests, pages)),
    vscode.commands.registerCommand("sinceWhen.copyImport", (node?: ReleaseNode) =>
      node?.type === "feature" ? copyImport(node.feature) : undefined,
    ),
    vscode.commands.registerCommand("sinceWhen.openReleaseNotes", (node?: ReleaseNode) =>
      node?.type === "release"
        ? vscode.env.openExternal(vscode.Uri.parse(node.release.url, true))
        : undefined,
    ),
    vscode.commands.registerCommand("sinceWhen.refreshReleases", () => view.refresh()),
  ];
  return vscode.Disposable.from(view, pages, ...registrations);
}

/** Without an id, as from the palette, the search tells which feature is meant. */
async function openFeature(id: unknown, requests: ExplorerRequests, pages: FeaturePages): Promise<void> {
  if (typeof id === "string") await pages.open(id);
  else await searchFeatures(requests, pages);
}

async function searchFeatures(requests: ExplorerRequests, pages: FeaturePages): Promise<void> {
  const feature = await askForFeature(requests, (item) => void copyImport(item));
  if (feature) await pages.open(feature.id);
}

async function copyImport({ importText }: FeatureItem): Promise<void> {
  if (importText === undefined) return;
  await vscode.env.clipboard.writeText(importText);
  vscode.window.setStatusBarMessage(vscode.l10n.t("Copied: {0}", importText), 3000);
}
