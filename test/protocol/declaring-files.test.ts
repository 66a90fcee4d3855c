import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Diagnostic, TextEdit, WorkspaceEdit } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { DECLARE_TARGET, type DeclareTargetResult } from "../../server/src/protocol";
import { FULL, PLAIN } from "./capabilities";
import { TestClient } from "./test-client";
import { makeWorkspace, pyproject, type Workspace } from "./workspace";

const TEXT = "import asyncio\nasyncio.run(main())\n";

let workspace: Workspace;

/** Makes the workspace anew for each test of the surrounding `describe`. */
function useFreshWorkspace(): void {
  beforeEach(() => {
    workspace = makeWorkspace();
  });
  afterEach(() => workspace.dispose());
}

/** Tells the server that a file was made (1), changed (2) or deleted (3). */
function changed(client: TestClient, uri: string, type: number): Promise<void> {
  return client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
}

/** Waits until these codes are published for a document. */
async function published(client: TestClient, uri: string, codes: readonly string[]): Promise<Diagnostic[]> {
  const { diagnostics } = await client.next<{ uri: string; diagnostics: Diagnostic[] }>(
    "textDocument/publishDiagnostics",
    (params) => params.uri === uri && params.diagnostics.map(({ code }) => code).join() === codes.join(),
  );
  return diagnostics;
}

/** How each kind of file declares a Python and those that follow. */
const KINDS: Readonly<Record<string, (version: string) => string>> = {
  "sincewhen.toml": (version) => `target = "${version}"\n`,
  "pyproject.toml": (version) => pyproject(`>=${version}`),
  "setup.py": (version) => `setup(python_requires=">=${version}")\n`,
  "setup.cfg": (version) => `[options]\npython_requires = >=${version}\n`,
  Pipfile: (version) => `[requires]\npython_version = "${version}"\n`,
  "environment.yml": (version) => `dependencies:\n  - python=${version}\n`,
  "recipe/meta.yaml": (version) => `requirements:\n  run:\n    - python >=${version}\n`,
  "ruff.toml": (version) => `target-version = "py${version.replace(".", "")}"\n`,
  "mypy.ini": (version) => `[mypy]\npython_version = ${version}\n`,
  "pyrightconfig.json": (version) => `{"pythonVersion": "${version}"}\n`,
  "vermin.ini": (version) => `[vermin]\ntargets = ${version}-\n`,
  "tox.ini": (version) => `[tox]\nenvlist = py${version.replace(".", "")}\n`,
  "noxfile.py": (version) => `@nox.session(python=["${version}", "3.12"])\ndef t(s): ...\n`,
  ".github/workflows/ci.yml": (version) => `matrix:\n  python-version: ["${version}", "3.12"]\n`,
  ".gitlab-ci.yml": (version) => `a:\n  parallel:\n    matrix:\n      - PYTHON_VERSION: ["${version}"]\n`,
  ".python-version": (version) => `${version}\n`,
  ".tool-versions": (version) => `python ${version}.1\n`,
  "runtime.txt": (version) => `python-${version}.1\n`,
  "uv.toml": (version) => `[pip]\npython-version = "${version}"\n`,
};

describe("a file that declares Pythons", () => {
  useFreshWorkspace();

  it("counts for all open documents from when it is made until it is deleted, whatever its kind", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uris = ["a.py", "deep/down/b.py"].map((name) => workspace.uriOf(name));
    const expectEverywhere = async (codes: readonly string[]): Promise<void> => {
      for (const uri of uris) await published(client, uri, codes);
    };
    for (const uri of uris) await client.open(uri, TEXT);
    await expectEverywhere([]);
    for (const [name, declaring] of Object.entries(KINDS)) {
      const file = workspace.uriOf(name);
      workspace.write(name, declaring("3.6"));
      await changed(client, file, 1);
      await expectEverywhere(["added-later"]);
      workspace.write(name, declaring("3.8"));
      await changed(client, file, 2);
      await expectEverywhere([]);
      workspace.write(name, declaring("3.5"));
      await changed(client, file, 2);
      await expectEverywhere(["added-later"]);
      workspace.remove(name);
      await changed(client, file, 3);
      await expectEverywhere([]);
    }
    await client.stop();
  });

  it("counts for its own folder where a workspace has several, each of its own project", async () => {
    const second = makeWorkspace({ "pyproject.toml": pyproject(">=3.8") });
    workspace.write("pyproject.toml", pyproject(">=3.8"));
    workspace.write("nested/pyproject.toml", pyproject(">=3.8"));
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri, second.uri] });
    const [outer, nested, other] = [
      workspace.uriOf("a.py"),
      workspace.uriOf("nested/a.py"),
      second.uriOf("a.py"),
    ];
    for (const uri of [outer, nested, other]) {
      await client.open(uri, TEXT);
      await published(client, uri, []);
    }
    workspace.write("pyproject.toml", pyproject(">=3.6"));
    await changed(client, workspace.uriOf("pyproject.toml"), 2);
    await published(client, outer, ["added-later"]);
    second.write("pyproject.toml", pyproject(">=3.6"));
    await changed(client, second.uriOf("pyproject.toml"), 2);
    await published(client, other, ["added-later"]);
    const ofNested = client
      .all<{ uri: string; diagnostics: Diagnostic[] }>("textDocument/publishDiagnostics")
      .filter(({ uri }) => uri === nested);
    assert.ok(ofNested.every(({ diagnostics }) => diagnostics.length === 0));
    workspace.remove("nested/pyproject.toml");
    await changed(client, workspace.uriOf("nested/pyproject.toml"), 3);
    await published(client, nested, ["added-later"]);
    await client.stop();
    second.dispose();
  });

  it("counts anew in a virtual workspace when the client tells that it changed", async () => {
    const root = "vscode-vfs://github/owner/repo";
    const files = new Map([[`${root}/setup.cfg`, "[options]\npython_requires = >=3.8\n"]]);
    const client = await TestClient.start({
      capabilities: PLAIN,
      folders: [root],
      initializationOptions: { companion: true },
      answers: {
        "sinceWhen/readFile": ({ uri }: { uri: string }) => ({ text: files.get(uri) ?? null }),
        "sinceWhen/listFolder": ({ folderUri }: { folderUri: string }) => ({
          names: folderUri === root ? [...files.keys()].map((uri) => uri.slice(root.length + 1)) : null,
        }),
        "sinceWhen/findFiles": () => ({ uris: [] }),
      },
    });
    const uri = `${root}/a.py`;
    await client.open(uri, TEXT);
    await published(client, uri, []);
    files.set(`${root}/pyproject.toml`, pyproject(">=3.6"));
    await changed(client, `${root}/pyproject.toml`, 1);
    await published(client, uri, ["added-later"]);
    files.delete(`${root}/pyproject.toml`);
    await changed(client, `${root}/pyproject.toml`, 3);
    await published(client, uri, []);
    await client.stop();
  });

  it("is told about in the language of the user", async () => {
    const text = "[mypy]\npython_version = py38\n";
    workspace.write("mypy.ini", text);
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri], locale: "de" });
    const uri = workspace.uriOf("mypy.ini");
    await client.open(uri, text, "ini");
    const [{ message, range }] = await published(client, uri, ["target-unreadable"]);
    assert.equal(message, "mypy.python_version: py38 nennt hier kein Python; richtig ist etwa 3.10");
    assert.deepEqual(range, { start: { line: 1, character: 17 }, end: { line: 1, character: 21 } });
    await client.stop();
  });
});

describe("declaring a target through the server", () => {
  useFreshWorkspace();

  /** Puts the edits of one file into its text. */
  function applied(edit: WorkspaceEdit, uri: string, text: string): string {
    const edits = (edit.documentChanges ?? []).flatMap((change) =>
      "textDocument" in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : [],
    );
    return TextDocument.applyEdits(TextDocument.create(uri, "", 0, text), edits);
  }

  for (const [title, name, before, after] of [
    [
      "keeps the line ends and comments of pyproject.toml",
      "pyproject.toml",
      '[project] # ünïcode 🐍\r\nname = "x" # y\r\n\r\n[tool.z]\r\na = 1',
      '[project] # ünïcode 🐍\r\nname = "x" # y\r\nrequires-python = ">=3.8"\r\n\r\n[tool.z]\r\na = 1',
    ],
    [
      "writes among Poetry's dependencies",
      "pyproject.toml",
      "[tool.poetry.dependencies]\n# ours\nrequests = '*'",
      "[tool.poetry.dependencies]\n# ours\nrequests = '*'\npython = \">=3.8\"",
    ],
    [
      "writes among the options of setup.cfg",
      "setup.cfg",
      "[metadata]\nname = x\n\n[options]\npackages =\n\ta\n",
      "[metadata]\nname = x\n\n[options]\npython_requires = >=3.8\npackages =\n\ta\n",
    ],
    [
      "writes into SinceWhen's own file",
      "sincewhen.toml",
      '# ours\r\nignore = ["removed"]\r\n',
      'target = ">=3.8"\r\n# ours\r\nignore = ["removed"]\r\n',
    ],
  ] as const) {
    it(title, async () => {
      workspace.write(name, before);
      const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
      const uri = workspace.uriOf("a.py");
      await client.open(uri, TEXT);
      const result: DeclareTargetResult = await client.connection.sendRequest(DECLARE_TARGET, {
        uri,
        range: "3.8",
      });
      const file = workspace.uriOf(name);
      assert.equal(result.uri, file);
      const stored = readFileSync(fileURLToPath(file), "utf8");
      assert.equal(applied(result.edit as WorkspaceEdit, file, stored), after);
      await client.stop();
    });
  }
});
