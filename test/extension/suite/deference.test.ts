import * as vscode from "vscode";
import { openSample, placeOf, untilFinding } from "./support";

describe("deference to other tools", () => {
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("sinceWhen");
  let others: vscode.DiagnosticCollection;

  beforeEach(() => {
    others = vscode.languages.createDiagnosticCollection("another tool");
  });

  afterEach(async () => {
    others.dispose();
    await settings().update("deferTo", undefined, vscode.ConfigurationTarget.Workspace);
  });

  it("leaves out what a named tool reports at the same place, and says it again when the tool is silent", async () => {
    const document = await openSample("app.py");
    await untilFinding(document, "added-later run", "there");
    await settings().update("deferTo", ["Another"], vscode.ConfigurationTarget.Workspace);
    const place = placeOf(document, "asyncio.run");
    const twin = new vscode.Diagnostic(new vscode.Range(place, place.translate(0, 1)), "too new");
    twin.source = "Another";
    others.set(document.uri, [twin]);
    await untilFinding(document, "added-later run", "gone");
    await untilFinding(document, "added-later capture_output", "there");
    others.clear();
    await untilFinding(document, "added-later run", "there");
  });
});
