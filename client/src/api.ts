import type * as vscode from "vscode";
import type { ReleaseNode } from "./explorer/releases-view";
import type { StartTimes } from "./start-times";

/** What other extensions can ask this one for: what its views show, as it shows it. */
export interface SinceWhenApi {
  /** The tree of Python's releases. */
  readonly releases: vscode.TreeDataProvider<ReleaseNode>;
  /** The item of the language status that tells the target of the active file. Not to be changed. */
  readonly status: Readonly<vscode.LanguageStatusItem>;
  /** Known when the server has answered, or has failed. */
  readonly startTimes: Promise<StartTimes>;
}
