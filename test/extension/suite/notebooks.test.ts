import * as vscode from "vscode";
import { findingsOf, ok, untilFinding } from "./support";

describe("notebooks", () => {
  it("are one program", async () => {
    const cells = ["import math as m", "m.prod([1, 2])"].map(
      (text) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, "python"),
    );
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    ok(folder, "no folder is open");
    const uri = vscode.Uri.joinPath(folder.uri, "cells.ipynb");
    const content = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 };
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(content)));
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    await vscode.window.showNotebookDocument(notebook);
    const edit = new vscode.WorkspaceEdit();
    edit.set(uri, [vscode.NotebookEdit.insertCells(0, cells)]);
    ok(await vscode.workspace.applyEdit(edit), "the cells were refused");
    const use = notebook.cellAt(1).document;
    await untilFinding(use, "added-later prod", "there");
    ok(findingsOf(notebook.cellAt(0).document).length === 0, "the import is blamed");
  });
});
