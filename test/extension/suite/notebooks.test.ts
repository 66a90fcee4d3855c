import * as vscode from "vscode";
import { findingsOf, hoverAt, ok, placeOf, sampleUri, until, untilFinding, writeSample } from "./support";

const EMPTY = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 };

/** Makes a notebook of these cells, without showing it: VS Code for the Web would fetch what draws it from the network. */
async function openCells(name: string, texts: readonly string[]): Promise<vscode.NotebookDocument> {
  const uri = await writeSample(name, JSON.stringify(EMPTY));
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  const cells = texts.map(
    (text) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, "python"),
  );
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, [vscode.NotebookEdit.insertCells(0, cells)]);
  ok(await vscode.workspace.applyEdit(edit), "the cells were refused");
  return notebook;
}

describe("notebooks", () => {
  it("are one program", async () => {
    const notebook = await openCells("program.ipynb", ["import math as m", "m.prod([1, 2])"]);
    const use = notebook.cellAt(1).document;
    const text = await until(async () => {
      const hover = await hoverAt(use, placeOf(use, "m.prod"));
      return hover === "" ? undefined : hover;
    }, "a card in the second cell");
    ok(text.includes("math.prod") && text.includes("needs 3.8, you support 3.6"), text);
    await vscode.workspace.fs.delete(sampleUri("program.ipynb"));
  });
});

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}

/** For hosts that can show a notebook. */
export function describeShownNotebooks(): void {
  describe("notebooks that are shown", () => {
    it("have problems in the cell that has the fault", async () => {
      const notebook = await openCells("cells.ipynb", ["import math as m", "m.prod([1, 2])"]);
      await vscode.window.showNotebookDocument(notebook);
      await untilFinding(notebook.cellAt(1).document, "added-later prod", "there");
      ok(findingsOf(notebook.cellAt(0).document).length === 0, "the import is blamed");
    });

    it("are fixed with the workspace, cell by cell, once that was agreed to", async () => {
      const guarded = "if sys.version_info >= (3, 4):\n    print(1)";
      const notebook = await openCells("guarded.ipynb", ["import sys", guarded]);
      await vscode.window.showNotebookDocument(notebook);
      const cell = notebook.cellAt(1).document;
      await untilFinding(cell, "unused-guard sys.version_info >= (3, 4)", "there");
      const wish = { unsafe: false, codes: ["unused-guard"] };
      const fix = (): Thenable<true> =>
        vscode.commands.executeCommand("sinceWhen.fixWorkspace", wish).then(() => true);
      // The question comes when all is worked out. What shows before is the work, and its action is to cancel it: then it
      // is begun again, with more time.
      let patience = 250;
      await until(async () => {
        patience *= 2;
        const isOver = fix();
        while (!(await Promise.race([isOver, pause(patience)])))
          await vscode.commands.executeCommand("notification.acceptPrimaryAction");
        return cell.getText() === "print(1)" ? true : undefined;
      }, "the cell to lose its test");
    });
  });
}
