import assert from "node:assert/strict";
import {
  CancellationTokenSource,
  WorkDoneProgress,
  type AnnotatedTextEdit,
  type ClientCapabilities,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FixWorkspaceParams, FixWorkspaceResult } from "../../server/src/protocol";
import { FULL } from "./capabilities";
import { TestClient } from "./test-client";
import { makeWorkspace, pyproject, type Workspace } from "./workspace";

const ANNOTATING: ClientCapabilities = {
  ...FULL,
  workspace: {
    ...FULL.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
  notebookDocument: { synchronization: {} },
};

const PIPED = "import subprocess\nsubprocess.run(x, stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n";

describe("fixing the whole workspace", () => {
  let workspace: Workspace;

  beforeEach(() => {
    workspace = makeWorkspace({
      "pyproject.toml": pyproject(">=3.8"),
      "app.py": `\uFEFF${PIPED}`,
      "tools/guard.py": "import sys\r\nif sys.version_info >= (3, 7):\r\n    ready = True\r\n",
      "clean.py": "print(1)\n",
      "broken.py": "import subprocess\ndef (\n",
    });
  });

  afterEach(() => workspace.dispose());

  const start = (capabilities = ANNOTATING): Promise<TestClient> =>
    TestClient.start({ capabilities, folders: [workspace.uri] });

  async function ask(
    client: TestClient,
    params: FixWorkspaceParams = { unsafe: false },
  ): Promise<NonNullable<FixWorkspaceResult> & { readonly edit: WorkspaceEdit }> {
    const result = await client.connection.sendRequest<FixWorkspaceResult>("sinceWhen/fixWorkspace", params);
    assert.ok(result);
    return result;
  }

  function changes(edit: WorkspaceEdit): Map<string, TextDocumentEdit> {
    const all = (edit.documentChanges ?? []) as TextDocumentEdit[];
    return new Map(all.map((change) => [change.textDocument.uri, change]));
  }

  it("edits files that nobody opened, and open ones in their version", async () => {
    const client = await start();
    await client.open(workspace.uriOf("app.py"), PIPED);
    await client.change(workspace.uriOf("app.py"), 2, { text: `\n${PIPED}` });
    const { edit, files, fixes, changed } = await ask(client);
    assert.deepEqual([files, fixes, changed], [4, 2, 2]);
    const app = changes(edit).get(workspace.uriOf("app.py"));
    assert.equal(app?.textDocument.version, 2);
    assert.deepEqual(app.edits, [
      {
        range: { start: { line: 2, character: 18 }, end: { line: 2, character: 64 } },
        newText: "capture_output=True",
        annotationId: "safe modernise",
      },
    ]);
    assert.equal(changes(edit).get(workspace.uriOf("tools/guard.py"))?.textDocument.version, null);
    await client.stop();
  });

  it("lets the user agree to each sort of finding by itself", async () => {
    const client = await start();
    const { edit } = await ask(client);
    assert.deepEqual(edit.changeAnnotations, {
      "safe modernise": {
        label: "modernise",
        description: "Every targeted Python has a better way of doing this.",
        needsConfirmation: true,
      },
      "safe unused-guard": {
        label: "unused-guard",
        description: "A version test has the same answer on every targeted Python.",
        needsConfirmation: true,
      },
    });
    const guard = changes(edit).get(workspace.uriOf("tools/guard.py"));
    const ids = guard?.edits.map((each) => (each as AnnotatedTextEdit).annotationId);
    assert.deepEqual([...new Set(ids)], ["safe unused-guard"]);
    await client.stop();
  });

  it("keeps to the sorts that are wanted", async () => {
    const client = await start();
    const { edit } = await ask(client, { unsafe: false, codes: ["unused-guard"] });
    assert.deepEqual([...changes(edit).keys()], [workspace.uriOf("tools/guard.py")]);
    await client.stop();
  });

  it("takes what may change behaviour only where that is asked for, and says so", async () => {
    workspace.write("pyproject.toml", pyproject(">=3.6"));
    workspace.write("run.py", "import asyncio\nasyncio.run(main())\n");
    const client = await start();
    const wanted = { codes: ["added-later"] };
    assert.deepEqual((await ask(client, { unsafe: false, ...wanted })).changed, 0);
    const { edit, changed } = await ask(client, { unsafe: true, ...wanted });
    assert.equal(changed, 1);
    assert.equal(edit.changeAnnotations?.["unsafe added-later"]?.label, "added-later (behaviour may change)");
    await client.stop();
  });

  it("has the project depend on what unsafe fixes import from, as the command line does", async () => {
    const project = `${pyproject(">=3.6")}dependencies = ["tomli; python_version < '3.8'"]\n`;
    workspace.write("pyproject.toml", project);
    workspace.write("lib/pyproject.toml", "[tool.black]\n");
    workspace.write("lib/read.py", "import tomllib\n\ntomllib.loads\n");
    workspace.write("lib/data.py", "import dataclasses\n\ndataclasses.fields\n");
    const client = await start();
    const wanted = { codes: ["added-later"] };
    assert.equal((await ask(client, { unsafe: false, ...wanted })).changed, 0);
    const { edit, changed, fixes } = await ask(client, { unsafe: true, ...wanted });
    assert.deepEqual([changed, fixes], [2, 3]);
    const uri = workspace.uriOf("pyproject.toml");
    const list = changes(edit).get(uri);
    assert.equal(list?.textDocument.version, null);
    assert.equal(
      TextDocument.applyEdits(
        TextDocument.create(uri, "toml", 1, project),
        list.edits as AnnotatedTextEdit[],
      ),
      `${pyproject(">=3.6")}dependencies = ["tomli; python_version < '3.11'", "dataclasses; python_version < '3.7'"]\n`,
    );
    for (const { annotationId } of list.edits as AnnotatedTextEdit[])
      assert.equal(edit.changeAnnotations?.[annotationId].needsConfirmation, true);
    const [first] = changes(edit).get(workspace.uriOf("lib/read.py"))!.edits as AnnotatedTextEdit[];
    assert.match(first.newText, /^import sys\n/);
    await client.stop();
  });

  it("edits the cells of an open notebook", async () => {
    const uri = workspace.uriOf("analysis.ipynb");
    const cells = [1, 2].map((number) => uri.replace("file:", "vscode-notebook-cell:") + `#${number}`);
    const texts = ["%time\nimport subprocess", PIPED.split("\n")[1]];
    const client = await start();
    await client.connection.sendNotification("notebookDocument/didOpen", {
      notebookDocument: {
        uri,
        notebookType: "jupyter-notebook",
        version: 1,
        cells: cells.map((document) => ({ kind: 2, document })),
      },
      cellTextDocuments: cells.map((cell, index) => {
        return { uri: cell, languageId: "python", version: 1, text: texts[index] };
      }),
    });
    const { edit } = await ask(client, { unsafe: false, codes: ["modernise"] });
    const cell = changes(edit).get(cells[1]);
    assert.deepEqual(cell?.edits, [
      {
        range: { start: { line: 0, character: 18 }, end: { line: 0, character: 64 } },
        newText: "capture_output=True",
        annotationId: "safe modernise",
      },
    ]);
    assert.equal(cell.textDocument.version, 1);
    await client.stop();
  });

  it("tells what is true after an edit that came while it worked", async () => {
    const client = await start();
    await client.open(workspace.uriOf("app.py"), PIPED);
    const answer = ask(client);
    await client.change(workspace.uriOf("app.py"), 2, { text: "print(2)\n" });
    const app = changes((await answer).edit).get(workspace.uriOf("app.py"));
    assert.ok(app === undefined || app.textDocument.version === 1);
    const after = changes((await ask(client)).edit);
    assert.equal(after.has(workspace.uriOf("app.py")), false);
    await client.stop();
  });

  it("gives plain edits to a client that knows no annotations", async () => {
    const client = await start({ ...FULL, workspace: { ...FULL.workspace, workspaceEdit: {} } });
    const { edit } = await ask(client);
    assert.equal(edit.changeAnnotations, undefined);
    assert.equal(edit.documentChanges, undefined);
    assert.deepEqual(edit.changes?.[workspace.uriOf("app.py")], [
      {
        range: { start: { line: 1, character: 18 }, end: { line: 1, character: 64 } },
        newText: "capture_output=True",
      },
    ]);
    await client.stop();
  });

  it("tells how far it is, and ends when it is cancelled", async () => {
    for (let number = 0; number < 300; number++) workspace.write(`many/part${number}.py`, PIPED.repeat(20));
    const client = await start();
    const source = new CancellationTokenSource();
    const params: FixWorkspaceParams = { unsafe: false, workDoneToken: "fixes" };
    const answer = client.connection.sendRequest<FixWorkspaceResult>(
      "sinceWhen/fixWorkspace",
      params,
      source.token,
    );
    const message = await new Promise<string | undefined>((resolve) =>
      client.connection.onProgress(WorkDoneProgress.type, "fixes", (value) => {
        source.cancel();
        resolve(value.message);
      }),
    );
    assert.match(message ?? "", /^\d+ of 304 files$/);
    assert.equal(await answer, null);
    await client.stop();
  });
});
