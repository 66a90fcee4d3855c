import assert from "node:assert/strict";
import type { CodeLens, Diagnostic, NotebookCell, WorkspaceEdit } from "vscode-languageserver-protocol/node";
import { FULL, PLAIN } from "./capabilities";
import { TestClient } from "./test-client";

const NOTEBOOK = "file:///work/analysis.ipynb";
const NOTEBOOK_SUPPORT = { notebookDocument: { synchronization: {} } };
const CODE = 2;

function cellUri(name: string): string {
  return `vscode-notebook-cell:///work/analysis.ipynb#${name}`;
}

function textItem(name: string, text: string) {
  return { uri: cellUri(name), languageId: "python", version: 1, text };
}

function cell(name: string): NotebookCell {
  return { kind: CODE, document: cellUri(name) };
}

/** Opens a notebook of cells, by name and text. */
async function openNotebook(
  cells: Readonly<Record<string, string>>,
  { capabilities = FULL, target = "3.6", codeLens = false } = {},
): Promise<TestClient> {
  const client = await TestClient.start({
    capabilities: { ...capabilities, ...NOTEBOOK_SUPPORT },
    settings: () => ({ target, codeLens }),
  });
  await client.connection.sendNotification("notebookDocument/didOpen", {
    notebookDocument: {
      uri: NOTEBOOK,
      notebookType: "jupyter-notebook",
      version: 1,
      cells: Object.keys(cells).map(cell),
    },
    cellTextDocuments: Object.entries(cells).map(([name, text]) => textItem(name, text)),
  });
  return client;
}

async function findings(client: TestClient, name: string): Promise<string[]> {
  const report = await client.pull(cellUri(name));
  assert.equal(report.kind, "full");
  return report.items.map(brief);
}

function brief({ code, range }: Diagnostic): string {
  return `${String(code)} ${range.start.line}:${range.start.character}`;
}

describe("notebooks", () => {
  it("have one lens, at the head of the first cell", async () => {
    const cells = {
      imports: "import math as m\n",
      use: "m.prod([1])",
      more: "if (x := m.prod([2])): print(x)",
    };
    const client = await openNotebook(cells, { codeLens: true });
    const titlesOf = async (name: string): Promise<(string | undefined)[]> => {
      const textDocument = { uri: cellUri(name) };
      const lenses: CodeLens[] = await client.connection.sendRequest("textDocument/codeLens", {
        textDocument,
      });
      return lenses.map(({ command }) => command?.title);
    };
    assert.deepEqual(await titlesOf("imports"), [
      "Runs on Python 3.8 and newer: math.prod, the walrus operator :=",
    ]);
    assert.deepEqual([await titlesOf("use"), await titlesOf("more")], [[], []]);
    await client.stop();
  });

  it("are one program: a name of one cell is known in the next", async () => {
    const client = await openNotebook({
      imports: "import math as m\n%matplotlib inline\n",
      use: "m.prod([1])",
    });
    assert.deepEqual(await findings(client, "imports"), []);
    assert.deepEqual(await findings(client, "use"), ["added-later 0:2"]);
    await client.stop();
  });

  it("show cards and hints in the cell where the name stands", async () => {
    const client = await openNotebook({ imports: "import math\n", use: "x = 1\nmath.prod([x])" });
    const hover = await client.hover(cellUri("use"), 1, 7);
    assert.match(JSON.stringify(hover?.contents), /new in Python 3\.8/);
    assert.deepEqual(hover?.range, { start: { line: 1, character: 5 }, end: { line: 1, character: 9 } });
    const [hint] = await client.hints(cellUri("use"));
    assert.deepEqual(hint?.position, { line: 1, character: 9 });
    await client.stop();
  });

  it("point at a guard in the cell where it stands", async () => {
    const client = await openNotebook({
      imports: "import math, sys\nassert sys.version_info >= (3, 7)\n",
      use: "math.prod([1])",
    });
    const report = await client.pull(cellUri("use"));
    assert.equal(report.kind, "full");
    assert.deepEqual(report.items[0].relatedInformation?.[0], {
      location: {
        uri: cellUri("imports"),
        range: { start: { line: 1, character: 7 }, end: { line: 1, character: 33 } },
      },
      message: "This version test lets in 3.7",
    });
    await client.stop();
  });

  it("follow edits in any cell", async () => {
    const client = await openNotebook({ imports: "import math as m\n", use: "m.prod([1])" });
    assert.deepEqual(await findings(client, "use"), ["added-later 0:2"]);
    await client.connection.sendNotification("notebookDocument/didChange", {
      notebookDocument: { uri: NOTEBOOK, version: 2 },
      change: {
        cells: {
          textContent: [
            { document: { uri: cellUri("imports"), version: 2 }, changes: [{ text: "import numpy as m\n" }] },
          ],
        },
      },
    });
    assert.deepEqual(await findings(client, "use"), []);
    await client.stop();
  });

  it("follow cells that come, go and move", async () => {
    const client = await openNotebook({ use: "m.prod([1])" });
    assert.deepEqual(await findings(client, "use"), []);
    await client.connection.sendNotification("notebookDocument/didChange", {
      notebookDocument: { uri: NOTEBOOK, version: 2 },
      change: {
        cells: {
          structure: {
            array: { start: 0, deleteCount: 0, cells: [cell("imports")] },
            didOpen: [textItem("imports", "import math as m")],
          },
        },
      },
    });
    assert.deepEqual(await findings(client, "use"), ["added-later 0:2"]);
    await client.connection.sendNotification("notebookDocument/didChange", {
      notebookDocument: { uri: NOTEBOOK, version: 3 },
      change: {
        cells: {
          structure: {
            array: { start: 0, deleteCount: 1 },
            didClose: [{ uri: cellUri("imports") }],
          },
        },
      },
    });
    assert.deepEqual(await findings(client, "use"), []);
    await client.stop();
  });

  it("are mended cell by cell", async () => {
    const client = await openNotebook({
      imports: "import subprocess\n",
      use: 'subprocess.run(["git"], capture_output=True)',
    });
    const range = { start: { line: 0, character: 26 }, end: { line: 0, character: 26 } };
    const actions = await client.actions(cellUri("use"), range);
    const pipes = actions.find(({ title }) => title.includes("PIPE"));
    assert.ok(pipes);
    const { edit }: { edit?: WorkspaceEdit } = await client.connection.sendRequest(
      "codeAction/resolve",
      pipes,
    );
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change && "textDocument" in change);
    assert.deepEqual(change.textDocument, { uri: cellUri("use"), version: 1 });
    assert.deepEqual(change.edits, [
      {
        range: { start: { line: 0, character: 24 }, end: { line: 0, character: 43 } },
        newText: "stdout=subprocess.PIPE, stderr=subprocess.PIPE",
      },
    ]);
    await client.stop();
  });

  it("are pushed to clients that do not pull", async () => {
    const client = await openNotebook(
      { imports: "import math", use: "math.prod([1])" },
      { capabilities: PLAIN },
    );
    const published = await client.published(cellUri("use"), 1);
    assert.deepEqual(published.map(brief), ["added-later 0:5"]);
    await client.stop();
  });

  it("are forgotten when they close", async () => {
    const client = await openNotebook({ use: "import math; math.prod([1])" });
    await client.connection.sendNotification("notebookDocument/didClose", {
      notebookDocument: { uri: NOTEBOOK },
      cellTextDocuments: [{ uri: cellUri("use") }],
    });
    assert.equal(await client.hover(cellUri("use"), 0, 20), null);
    await client.stop();
  });
});
