import * as vscode from "vscode";
import type { TargetChangedParams, TargetPlace } from "../../server/src/protocol";

/** Commands that the status item offers. */
export const OPEN_TARGET_ORIGIN = "sinceWhen.openTargetOrigin";
export const SET_TARGET = "sinceWhen.setTarget";
export const DECLARE_TARGET_COMMAND = "sinceWhen.declareTarget";
export const SHOW_LOG = "sinceWhen.showLog";

/** How the server is doing. */
export type ServerState = "starting" | "running" | "failed";

/** The language status item: which Pythons the file in the active editor must run on, and who says so. */
export class TargetStatus implements vscode.Disposable {
  readonly item: vscode.LanguageStatusItem;
  private readonly targets = new Map<string, TargetChangedParams>();
  private readonly subscriptions: vscode.Disposable[];
  private state: ServerState = "starting";

  constructor() {
    this.item = vscode.languages.createLanguageStatusItem("sinceWhen.target", { language: "python" });
    this.item.name = vscode.l10n.t("SinceWhen: target Python");
    this.subscriptions = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.render()),
      vscode.workspace.onDidCloseTextDocument((document) => this.targets.delete(document.uri.toString())),
    ];
    this.render();
  }

  /** Where the target of the active editor's file was declared; `undefined` when nobody declared one. */
  get origin(): TargetPlace | undefined {
    return this.current()?.origin ?? undefined;
  }

  /** Remembers what the server told of a document, and shows it if that is the active one. */
  show(params: TargetChangedParams): void {
    this.targets.set(params.uri, params);
    this.render();
  }

  /** Shows how the server is doing. What an earlier one told is forgotten. */
  setState(state: ServerState): void {
    if (state !== "running") this.targets.clear();
    this.state = state;
    this.render();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private current(): TargetChangedParams | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    return uri === undefined ? undefined : this.targets.get(uri);
  }

  private render(): void {
    const { item } = this;
    const current = this.current();
    item.busy = this.state === "starting";
    item.text = current?.text ?? "SinceWhen";
    if (this.state === "failed") {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.detail = vscode.l10n.t("The language server did not start.");
      item.command = { command: SHOW_LOG, title: vscode.l10n.t("Show Log") };
      speak(item);
      return;
    }
    const problems = current?.problems ?? [];
    item.severity =
      problems.length > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    item.detail = [plain(current?.detail ?? ""), ...problems.map(problemLine)].filter(Boolean).join(" · ");
    item.command = current?.origin
      ? { command: OPEN_TARGET_ORIGIN, title: vscode.l10n.t("Show") }
      : { command: DECLARE_TARGET_COMMAND, title: vscode.l10n.t("Declare") };
    speak(item);
  }
}

/** A screen reader has only this sentence, and no icon tells it that something is wrong. */
function speak(item: vscode.LanguageStatusItem): void {
  const isFine = item.severity === vscode.LanguageStatusSeverity.Information;
  const label = [item.name, isFine ? "" : vscode.l10n.t("There is a problem"), item.text, item.detail];
  item.accessibilityInformation = { label: label.filter(Boolean).join(", "), role: "status" };
}

function problemLine({ path, line, message }: TargetChangedParams["problems"][number]): string {
  return plain(`${path}${line === undefined ? "" : `:${String(line)}`}: ${message}`);
}

/** A status item shows text as it is, and the server marks code in its sentences. */
function plain(sentence: string): string {
  return sentence.replaceAll("`", "");
}
