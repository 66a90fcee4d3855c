import * as vscode from "vscode";
import { findingsOf, ok, openSample, readSample, sampleUri, untilFinding, writeSample } from "./support";

async function setTarget(target: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration("sinceWhen");
  await settings.update("target", target, vscode.ConfigurationTarget.Workspace);
}

describe("targets", () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await openSample("app.py");
    await untilFinding(document, "added-later run", "there");
  });

  it("follows the setting in every open document", async () => {
    const report = await openSample("tidings/report.py");
    await untilFinding(report, "added-later join", "there");
    await setTarget("3.7");
    await untilFinding(document, "added-later run", "gone");
    ok(findingsOf(report).includes("added-later join"), "shlex.join is still newer than 3.7");
    await setTarget("3.8");
    await untilFinding(report, "added-later join", "gone");
    await setTarget(undefined);
    await untilFinding(document, "added-later run", "there");
    await untilFinding(report, "added-later join", "there");
  });

  it("follows requires-python when pyproject.toml changes", async () => {
    const file = sampleUri("pyproject.toml");
    const before = await vscode.workspace.fs.readFile(file);
    const raised = new TextDecoder().decode(before).replace('">=3.6"', '">=3.7"');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(raised));
    await untilFinding(document, "added-later run", "gone");
    await vscode.workspace.fs.writeFile(file, before);
    await untilFinding(document, "added-later run", "there");
  });

  it("follows the setting that a command writes", async () => {
    await vscode.commands.executeCommand("sinceWhen.setTarget", "3.7");
    await untilFinding(document, "added-later run", "gone");
    await vscode.commands.executeCommand("sinceWhen.setTarget", "");
    await untilFinding(document, "added-later run", "there");
  });

  it("is declared in the project's own file by a command", async () => {
    const before = await readSample("pyproject.toml");
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("sinceWhen.declareTarget", ">=3.7");
    const shown = vscode.window.activeTextEditor?.document;
    ok(shown?.uri.path.endsWith("/pyproject.toml"), shown?.uri.path ?? "nothing is shown");
    const declared = await readSample("pyproject.toml");
    ok(declared.includes('requires-python = ">=3.7"'), declared);
    await untilFinding(document, "added-later run", "gone");
    await writeSample("pyproject.toml", before);
    await untilFinding(document, "added-later run", "there");
  });

  it("is judged in the file that declares it, with what the code needs behind it", async () => {
    const declaring = await openSample("pyproject.toml");
    await untilFinding(declaring, "target-mismatch >=3.6", "there");
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      "vscode.executeInlayHintProvider",
      declaring.uri,
      new vscode.Range(0, 0, declaring.lineCount, 0),
    );
    ok(hints.length === 1, `${String(hints.length)} hints`);
  });
});
