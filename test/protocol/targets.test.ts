import assert from "node:assert/strict";
import type { TargetChangedParams } from "../../server/src/protocol";
import { FULL, PLAIN } from "./capabilities";
import { places, TestClient } from "./test-client";
import { makeWorkspace, pyproject, type Workspace } from "./workspace";

const TEXT = "import asyncio\nasyncio.run(main())\n";
const RUN = ["added-later 1:8-1:11"];

let workspace: Workspace;

/** Makes the workspace anew for each test of the surrounding `describe`. */
function useFreshWorkspace(): void {
  beforeEach(() => {
    workspace = makeWorkspace({ "pyproject.toml": pyproject(">=3.6") });
  });
  afterEach(() => workspace.dispose());
}

function changed(client: TestClient, name: string, type: number): Promise<void> {
  const changes = [{ uri: workspace.uriOf(name), type }];
  return client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
}

describe("the project's target", () => {
  useFreshWorkspace();

  it("reaches every open document when its file is changed, deleted and made", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uris = ["a.py", "deep/down/b.py"].map((name) => workspace.uriOf(name));
    const expectEverywhere = async (expected: string[]): Promise<void> => {
      for (const uri of uris) assert.deepEqual(places(await client.published(uri, 1)), expected);
    };
    for (const uri of uris) await client.open(uri, TEXT);
    await expectEverywhere(RUN);
    workspace.write("pyproject.toml", pyproject(">=3.8"));
    await changed(client, "pyproject.toml", 2);
    await expectEverywhere([]);
    workspace.write("sincewhen.toml", 'target = "3.5"\n');
    await changed(client, "sincewhen.toml", 1);
    await expectEverywhere(RUN);
    workspace.remove("sincewhen.toml");
    workspace.remove("pyproject.toml");
    await changed(client, "sincewhen.toml", 3);
    await expectEverywhere([]);
    await client.stop();
  });

  it("makes a client that pulls ask again, for diagnostics and for hints", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const uri = workspace.uriOf("a.py");
    await client.open(uri, TEXT);
    const before = await client.pull(uri);
    assert.deepEqual(before.kind === "full" && places(before.items), RUN);
    workspace.write("pyproject.toml", pyproject(">=3.7"));
    await changed(client, "pyproject.toml", 2);
    await client.next("workspace/diagnostic/refresh");
    await client.next("workspace/inlayHint/refresh");
    const after = await client.pull(uri, before.resultId);
    assert.deepEqual(after.kind === "full" && after.items, []);
    await client.stop();
  });

  it("is read again at each save for a client that watches no files", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = workspace.uriOf("a.py");
    await client.open(uri, TEXT);
    assert.deepEqual(places(await client.published(uri, 1)), RUN);
    workspace.write("pyproject.toml", pyproject(">=3.7"));
    await client.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
    assert.deepEqual(await client.published(uri, 1), []);
    await client.stop();
  });

  it("comes from the nearest file in a workspace of several projects and folders", async () => {
    const second = makeWorkspace({ "pyproject.toml": pyproject(">=3.9") });
    workspace.write("packages/new/pyproject.toml", pyproject(">=3.7"));
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const [outer, inner, other] = [
      workspace.uriOf("a.py"),
      workspace.uriOf("packages/new/a.py"),
      second.uriOf("a.py"),
    ];
    for (const uri of [outer, inner, other]) await client.open(uri, TEXT);
    assert.deepEqual(places(await client.published(outer, 1)), RUN);
    assert.deepEqual(await client.published(inner, 1), []);
    assert.deepEqual(await client.published(other, 1), []);
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: {
        added: [{ uri: second.uri, name: "second" }],
        removed: [{ uri: workspace.uri, name: "first" }],
      },
    });
    await client.change(other, 2, { text: TEXT });
    assert.deepEqual(await client.published(other, 2), []);
    await client.stop();
    second.dispose();
  });

  it("follows the script metadata that is being typed", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = workspace.uriOf("script.py");
    const script = (range: string): string => `# /// script\n# requires-python = "${range}"\n# ///\n${TEXT}`;
    await client.open(uri, script(">=3.7"));
    const first = places(await client.published(uri, 1));
    assert.deepEqual(
      first.filter((place) => place.startsWith("added-later")),
      [],
    );
    await client.change(uri, 2, { text: script(">=3.5") });
    assert.ok(places(await client.published(uri, 2)).includes("added-later 4:8-4:11"));
    await client.stop();
  });

  it("is told to the project's own extension, and again when it changes", async () => {
    const client = await TestClient.start({
      capabilities: FULL,
      folders: [workspace.uri],
      initializationOptions: { companion: true },
    });
    const uri = workspace.uriOf("src/a.py");
    await client.open(uri, TEXT);
    const first = await client.next<TargetChangedParams>("sinceWhen/targetChanged");
    assert.deepEqual(first, {
      uri,
      text: first.text,
      detail: first.detail,
      range: ">=3.6",
      minimum: "3.6",
      origin: {
        path: "pyproject.toml",
        uri: workspace.uriOf("pyproject.toml"),
        key: "project.requires-python",
        line: 3,
      },
      problems: [],
    });
    assert.match(first.text, /3\.6/);
    assert.match(first.detail, /pyproject\.toml:3/);
    workspace.write("pyproject.toml", pyproject("~3.6"));
    await changed(client, "pyproject.toml", 2);
    const second = await client.next<TargetChangedParams>("sinceWhen/targetChanged");
    assert.equal(second.range, null);
    assert.equal(second.origin, null);
    assert.deepEqual(
      second.problems.map(({ path, line, uri: place }) => [path, line, place]),
      [["pyproject.toml", 3, workspace.uriOf("pyproject.toml")]],
    );
    await client.stop();
  });

  it("is not told to other clients, which would not know the message", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    await client.open(workspace.uriOf("a.py"), TEXT);
    await client.pull(workspace.uriOf("a.py"));
    assert.deepEqual(client.all("sinceWhen/targetChanged"), []);
    await client.stop();
  });
});

describe("documents that lie on no disk", () => {
  useFreshWorkspace();

  const virtual: Readonly<Record<string, string>> = {
    "vscode-vfs://github/owner/repo/pyproject.toml": pyproject(">=3.6"),
  };
  const answers = {
    "sinceWhen/readFile": ({ uri }: { uri: string }) => ({ text: virtual[uri] ?? null }),
    "sinceWhen/listFolder": ({ folderUri }: { folderUri: string }) => ({
      names: Object.keys(virtual)
        .filter((uri) => uri.startsWith(`${folderUri}/`))
        .map((uri) => uri.slice(folderUri.length + 1).split("/")[0]),
    }),
    "sinceWhen/findFiles": () => ({ uris: ["vscode-vfs://github/owner/repo/found.py"] }),
  };
  const uri = "vscode-vfs://github/owner/repo/src/a.py";

  it("get their project through the client", async () => {
    const client = await TestClient.start({
      capabilities: PLAIN,
      folders: ["vscode-vfs://github/owner/repo"],
      initializationOptions: { companion: true },
      answers,
    });
    await client.open(uri, TEXT);
    const diagnostics = await client.published(uri, 1);
    assert.deepEqual(places(diagnostics), RUN);
    assert.deepEqual(diagnostics[0]?.relatedInformation?.[0]?.location.uri, Object.keys(virtual)[0]);
    await client.stop();
  });

  it("know no project where nobody can read it", async () => {
    const client = await TestClient.start({
      capabilities: PLAIN,
      folders: ["vscode-vfs://github/owner/repo"],
    });
    await client.open(uri, TEXT);
    assert.deepEqual(await client.published(uri, 1), []);
    assert.notEqual(await client.hover(uri, 1, 9), null);
    await client.stop();
  });

  it("count as part of the workspace's first folder while they are untitled", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    await client.open("untitled:Untitled-1", TEXT);
    assert.deepEqual(places(await client.published("untitled:Untitled-1", 1)), RUN);
    await client.stop();
  });

  it("are judged as their notebook is when they are its cells", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const notebook = workspace.uriOf("work.ipynb");
    for (const cell of ["#W0sZmlsZQ%3D%3D", "#ch0000001"]) {
      const cellUri = notebook.replace(/^file:/, "vscode-notebook-cell:") + cell;
      await client.open(cellUri, TEXT);
      assert.deepEqual(places(await client.published(cellUri, 1)), RUN);
    }
    await client.stop();
  });
});
