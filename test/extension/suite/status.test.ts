import * as vscode from "vscode";
import { api, equal, ok, openSample, openText, revert, until, untilTab } from "./support";

describe("the status item", () => {
  it("tells the target of the active file, where it comes from and how to get there, in a screen reader, too", async () => {
    const { status } = await api();
    await openSample("app.py");
    await until(() => (status.text.includes(">=3.6") ? true : undefined), "the target of app.py");
    ok(status.detail?.includes("requires-python in pyproject.toml"), status.detail ?? "no detail");
    equal(status.command?.command, "sinceWhen.openTargetOrigin", "command");
    const spoken = status.accessibilityInformation?.label ?? "";
    ok(spoken.includes(">=3.6") && spoken.includes("requires-python"), spoken);
    await vscode.commands.executeCommand("sinceWhen.openTargetOrigin");
    const editor = vscode.window.activeTextEditor;
    ok(editor, "nothing is shown");
    ok(editor.document.uri.path.endsWith("/pyproject.toml"), editor.document.uri.path);
    const line = editor.document.lineAt(editor.selection.active.line).text;
    ok(line.startsWith("requires-python"), line);
  });

  it("says in words that a declaration cannot be read", async () => {
    const { status } = await api();
    await openText('# /// script\n# requires-python = "three"\n# ///\nimport math\n');
    await until(
      () => (status.severity === vscode.LanguageStatusSeverity.Warning ? true : undefined),
      "a warning",
    );
    const spoken = status.accessibilityInformation?.label ?? "";
    ok(spoken.includes("There is a problem"), spoken);
    await revert();
  });
});

describe("the log", () => {
  it("is an output channel that a command shows", async () => {
    await vscode.commands.executeCommand("sinceWhen.showLog");
    await until(
      () =>
        vscode.workspace.textDocuments.find(
          ({ uri }) => uri.scheme === "output" && uri.path.includes("SinceWhen"),
        ),
      `the log in the panel, among ${JSON.stringify(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()))}`,
    );
    await vscode.commands.executeCommand("workbench.action.closePanel");
  });
});

describe("the walkthrough", () => {
  it("opens", async () => {
    await vscode.commands.executeCommand(
      "workbench.action.openWalkthrough",
      "sincewhen.sincewhen#start",
      false,
    );
    await untilTab("Welcome");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });
});
