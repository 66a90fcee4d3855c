import * as vscode from "vscode";
import {
  OPEN_FEATURE,
  type FeatureGroup,
  type FeatureItem,
  type ReleaseItem,
} from "../../../server/src/protocol";
import type { ExplorerRequests } from "./server-requests";
import type { UsedMarks } from "./used-marks";

/** A release, a heading, the less prominent features under a heading, or a feature. */
export type ReleaseNode =
  | { readonly type: "release"; readonly release: ReleaseItem }
  | { readonly type: "group"; readonly release: ReleaseItem; readonly group: FeatureGroup }
  | { readonly type: "more"; readonly release: ReleaseItem; readonly group: FeatureGroup }
  | { readonly type: "feature"; readonly feature: FeatureItem };

const EVENT_ICONS: Readonly<Record<NonNullable<FeatureItem["event"]>, string>> = {
  added: "add",
  changed: "edit",
  deprecated: "warning",
  removed: "trash",
};

/** The tree of Python's releases: release, heading, feature, and what came with it. */
export class ReleasesView implements vscode.TreeDataProvider<ReleaseNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<ReleaseNode>;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly requests: ExplorerRequests,
    private readonly marks: UsedMarks,
  ) {
    this.view = vscode.window.createTreeView("sinceWhen.releases", {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.subscriptions = [
      this.view,
      this.changed,
      this.view.onDidChangeVisibility(({ visible }) => marks.watch(visible)),
      marks.onDidChange(() => this.refresh()),
    ];
    marks.watch(this.view.visible);
  }

  /** Asks for everything anew, as after a restart of the server. */
  refresh(): void {
    this.changed.fire(undefined);
  }

  async getChildren(node?: ReleaseNode): Promise<ReleaseNode[]> {
    if (!node) {
      const releases = await this.requests.releases();
      return releases.map((release) => ({ type: "release", release }));
    }
    switch (node.type) {
      case "release": {
        const groups = await this.requests.features(node.release.minor);
        return groups.map((group) => ({ type: "group", release: node.release, group }));
      }
      case "group":
        return childrenOfGroup(node);
      case "more":
        return withoutSummary(node.group).map(featureNode);
      case "feature":
        return (await this.requests.describe(node.feature.members)).map(featureNode);
    }
  }

  getTreeItem(node: ReleaseNode): vscode.TreeItem {
    switch (node.type) {
      case "release":
        return releaseItem(node.release);
      case "group":
        return this.groupItem(node.release, node.group);
      case "more":
        return this.moreItem(node.release, node.group);
      case "feature":
        return this.featureItem(node.feature);
    }
  }

  /** The tooltip of a feature is its card, which is asked for when somebody wants to see it. */
  async resolveTreeItem(
    item: vscode.TreeItem,
    node: ReleaseNode,
    token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    if (node.type !== "feature") return item;
    const card = await this.requests.card({ id: node.feature.id });
    if (card && !token.isCancellationRequested) item.tooltip = new vscode.MarkdownString(card.markdown);
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private featureItem(feature: FeatureItem): vscode.TreeItem {
    const isUsed = this.isUsed(feature);
    const item = new vscode.TreeItem(
      feature.label,
      feature.members.length > 0
        ? vscode.TreeItemCollapsibleState.Collapsed
        : vscode.TreeItemCollapsibleState.None,
    );
    const { summary, event, eventText } = feature;
    const mark = isUsed ? vscode.l10n.t("used here") : "";
    // What a release brought is what its list is about; anything else is said, since the mark takes the place of its icon.
    const happened = event === "added" && summary !== undefined ? "" : eventText;
    item.description = [mark, happened, summary].filter(Boolean).join(" · ");
    const icon = feature.event ? EVENT_ICONS[feature.event] : "symbol-misc";
    item.iconPath = isUsed
      ? new vscode.ThemeIcon("pass-filled", new vscode.ThemeColor("charts.green"))
      : new vscode.ThemeIcon(icon);
    item.contextValue = feature.importText ? "importableFeature" : "feature";
    item.accessibilityInformation = {
      label: [feature.label, eventText, mark, summary].filter(Boolean).join(", "),
    };
    item.command = {
      command: OPEN_FEATURE,
      title: vscode.l10n.t("Show What Is Known of It"),
      arguments: [feature.id],
    };
    return item;
  }

  private groupItem(release: ReleaseItem, group: FeatureGroup): vscode.TreeItem {
    const item = new vscode.TreeItem(group.title, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `group ${String(release.minor)} ${group.category}`;
    item.description = [String(group.features.length), this.usedAmong(group.features)]
      .filter(Boolean)
      .join(" · ");
    item.accessibilityInformation = { label: `${group.title}, ${item.description}` };
    return item;
  }

  private moreItem(release: ReleaseItem, group: FeatureGroup): vscode.TreeItem {
    const rest = withoutSummary(group);
    const label = vscode.l10n.t("More ({0})", rest.length);
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `more ${String(release.minor)} ${group.category}`;
    const used = this.usedAmong(rest);
    item.description = used;
    item.accessibilityInformation = { label: [label, group.title, used].filter(Boolean).join(", ") };
    return item;
  }

  /** So many of the features are used; empty for none. */
  private usedAmong(features: readonly FeatureItem[]): string {
    const count = features.filter((feature) => this.isUsed(feature)).length;
    return count > 0 ? vscode.l10n.t("{0} used here", count) : "";
  }

  /** Whoever uses what came with a feature uses it. */
  private isUsed({ id, members }: FeatureItem): boolean {
    return this.marks.has(id) || members.some((member) => this.marks.has(member));
  }
}

function featureNode(feature: FeatureItem): ReleaseNode {
  return { type: "feature", feature };
}

function withoutSummary({ features }: FeatureGroup): FeatureItem[] {
  return features.filter(({ summary }) => !summary);
}

function childrenOfGroup({
  release,
  group,
}: {
  readonly release: ReleaseItem;
  readonly group: FeatureGroup;
}): ReleaseNode[] {
  const headlines = group.features.filter((feature) => feature.summary).map(featureNode);
  const rest = group.features.length - headlines.length;
  if (headlines.length === 0) return group.features.map(featureNode);
  return rest > 0 ? [...headlines, { type: "more", release, group }] : headlines;
}

function releaseItem(release: ReleaseItem): vscode.TreeItem {
  const item = new vscode.TreeItem(release.label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `release ${String(release.minor)}`;
  item.description = release.span;
  item.tooltip = `${release.label} · ${release.description}`;
  const icons = { future: "clock", maintained: "verified", ended: "archive" } as const;
  item.iconPath = new vscode.ThemeIcon(icons[release.state]);
  item.contextValue = "release";
  item.accessibilityInformation = { label: `${release.label}, ${release.description}` };
  return item;
}
