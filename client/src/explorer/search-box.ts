import * as vscode from "vscode";
import type { FeatureItem } from "../../../server/src/protocol";
import type { ExplorerRequests } from "./server-requests";

/** More would not be read. */
const LIMIT = 100;

interface HitItem extends vscode.QuickPickItem {
  readonly feature: FeatureItem;
}

/** What the box does besides searching. */
export interface SearchBoxParts {
  /** What stands in the box at the start. */
  readonly query: string;
  readonly copyImport: (feature: FeatureItem) => void;
  /** Tells whether the workspace is known to use an entry. */
  readonly isUsed: (id: string) => boolean;
}

/** Asks for names, words or releases and shows what fits while they are typed. Gives what was chosen, if anything. */
export function askForFeature(
  requests: ExplorerRequests,
  { query: first, copyImport, isUsed }: SearchBoxParts,
): Promise<FeatureItem | undefined> {
  const box = vscode.window.createQuickPick<HitItem>();
  box.title = vscode.l10n.t("Search Python's History");
  box.placeholder = vscode.l10n.t(
    "A name, words or releases: asyncio task, removed in 3.12, between 3.8 and 3.12",
  );
  // The server has ranked what fits. VS Code would hide what fits by its sentence only.
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  let asked = 0;
  const waiting = new Set<(best: HitItem | undefined) => void>();
  const search = async (query: string): Promise<void> => {
    const question = ++asked;
    box.busy = true;
    waiting.clear();
    const hits = await requests.search(query, LIMIT).catch(() => []);
    if (question !== asked) return;
    box.items = hits.map((hit) => toItem(hit, isUsed(hit.id)));
    box.busy = false;
    for (const choose of waiting) choose(box.items[0]);
    waiting.clear();
  };
  return new Promise((resolve) => {
    box.onDidChangeValue((query) => void search(query));
    box.onDidTriggerItemButton(({ item }) => copyImport(item.feature));
    const choose = (chosen: HitItem | undefined): void => {
      if (!chosen) return;
      resolve(chosen.feature);
      box.hide();
    };
    box.onDidAccept(() => {
      // Whoever is faster than the answer gets the best of what it brings.
      if (box.busy) waiting.add(choose);
      else choose(box.selectedItems[0] ?? box.activeItems[0] ?? box.items[0]);
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    if (first !== "") {
      box.value = first;
      void search(first);
    }
    box.show();
  });
}

function toItem(feature: FeatureItem, isUsed: boolean): HitItem {
  const copy: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon("copy"),
    tooltip: vscode.l10n.t("Copy Import"),
  };
  return {
    label: feature.label,
    description: isUsed ? `${feature.eventText} · ${vscode.l10n.t("used here")}` : feature.eventText,
    ...(feature.summary !== undefined && { detail: feature.summary }),
    alwaysShow: true,
    buttons: feature.importText === undefined ? [] : [copy],
    feature,
  };
}
