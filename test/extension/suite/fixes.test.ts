import * as vscode from "vscode";
import {
  ok,
  openSample,
  placeOf,
  readSample,
  revert,
  sampleUri,
  until,
  untilFinding,
  writeSample,
  equal,
} from "./support";

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append("sinceWhen");

/** Asks until there is an answer: VS Code drops one that comes while the text is still changing. */
async function actionsAt(
  document: vscode.TextDocument,
  text: string,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return until(async () => {
    const place = placeOf(document, text);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(place, place),
      kind.value,
      // VS Code leaves the edits out until an action is asked for, which this number does for all of them.
      20,
    );
    return actions.length > 0 ? actions : undefined;
  }, `actions at "${text}"`);
}

async function apply(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((each) => each.title.includes(title));
  ok(action?.edit, `no "${title}" with an edit among ${JSON.stringify(actions.map((each) => each.title))}`);
  ok(await vscode.workspace.applyEdit(action.edit), "the edit was refused");
}

/** Has the workspace fixed, and agrees to the first group of the preview. Begins anew where that came too early. */
async function fixWorkspace(wish: object, isDone: () => boolean): Promise<void> {
  let isUnderWay = false;
  await until(async () => {
    if (isDone()) return true;
    if (!isUnderWay) {
      isUnderWay = true;
      void vscode.commands.executeCommand("sinceWhen.fixWorkspace", wish).then(() => (isUnderWay = false));
    }
    for (const step of [
      "refactorPreview.focus",
      "list.focusFirst",
      "refactorPreview.toggleCheckedState",
      "refactorPreview.apply",
    ])
      await vscode.commands.executeCommand(step);
    return undefined;
  }, "the workspace to be fixed");
}

describe("fixes", () => {
  afterEach(revert);

  it("rewrites asyncio.run for an older Python, and the squiggle goes", async () => {
    const document = await openSample("app.py");
    await untilFinding(document, "added-later run", "there");
    await apply(await actionsAt(document, "asyncio.run", vscode.CodeActionKind.QuickFix), "event loop");
    ok(document.getText().includes(".run_until_complete(main(sys.argv[1:]))"), document.getText());
    equal(document.getText().includes("asyncio.run("), false, "asyncio.run is left");
    await untilFinding(document, "added-later run", "gone");
  });

  it("puts pipes in the place of capture_output", async () => {
    const document = await openSample("app.py");
    await untilFinding(document, "added-later capture_output", "there");
    await apply(await actionsAt(document, "capture_output", vscode.CodeActionKind.QuickFix), "PIPE");
    ok(document.getText().includes("stdout=subprocess.PIPE, stderr=subprocess.PIPE"), document.getText());
    await untilFinding(document, "added-later capture_output", "gone");
  });

  it("offers asyncio.run for the older dance where every Python has it", async () => {
    const document = await openSample("tools/publish.py");
    const actions = await actionsAt(document, "loop.run_until_complete", vscode.CodeActionKind.Empty);
    await apply(actions, "asyncio.run");
    ok(document.getText().includes("asyncio.run(publish())"), document.getText());
    equal(document.getText().includes("get_event_loop"), false, "the loop is left");
  });

  it("fixes files of the workspace, open or not, once the preview was agreed to", async () => {
    const document = await vscode.workspace.openTextDocument(sampleUri("tidings/report.py"));
    const before = document.getText();
    ok(before.includes("if (total := "), before);
    const isFixed = (): boolean => !document.getText().includes(":=");
    await fixWorkspace({ unsafe: false, codes: ["syntax-later"] }, isFixed);
    equal(
      document.getText(),
      before
        .replace("    if (total := sum(", "    total = sum(")
        .replace(" tidings)) > 100:", " tidings)\n    if total > 100:"),
    );
    await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(before));
    await vscode.window.showTextDocument(document);
    await revert();
    await until(() => (document.getText() === before ? true : undefined), "the file's own text");
  });

  it("applies every safe fix of a file at once", async () => {
    const document = await openSample("app.py");
    await untilFinding(document, "added-later capture_output", "there");
    const actions = await actionsAt(document, "capture_output", FIX_ALL);
    await apply(actions, "");
    ok(document.getText().includes("stdout=subprocess.PIPE"), document.getText());
    await untilFinding(document, "added-later capture_output", "gone");
  });

  it("applies them on saving, if the settings say so", async () => {
    const uri = await writeSample("saved.py", "import subprocess\nsubprocess.run([], capture_output=True)\n");
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await untilFinding(document, "added-later capture_output", "there");
    const settings = vscode.workspace.getConfiguration("editor");
    const wish = { "source.fixAll.sinceWhen": "explicit" };
    await settings.update("codeActionsOnSave", wish, vscode.ConfigurationTarget.Workspace);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "# edited\n"));
    await document.save();
    await settings.update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Workspace);
    const stored = await readSample("saved.py");
    ok(stored.includes("# edited") && stored.includes("stdout=subprocess.PIPE"), stored);
    await vscode.workspace.fs.delete(uri);
  });

  it("offers to silence a line", async () => {
    const document = await openSample("app.py");
    await untilFinding(document, "added-later run", "there");
    await apply(
      await actionsAt(document, "asyncio.run", vscode.CodeActionKind.QuickFix),
      "Silence added-later on this line",
    );
    ok(document.getText().includes("# sincewhen: ignore[added-later]"), document.getText());
    await untilFinding(document, "added-later run", "gone");
  });
});
