import * as vscode from "vscode";
import { findingsOf, ok, openSample, sampleUri, untilFinding } from "./support";

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
});
