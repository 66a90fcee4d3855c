import assert from "node:assert/strict";
import {
  CancellationTokenSource,
  WorkDoneProgress,
  WorkspaceDiagnosticRequest,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver-protocol/node";
import { FULL } from "./capabilities";
import { places, TestClient } from "./test-client";
import { makeWorkspace, pyproject, type Workspace } from "./workspace";

const TEXT = "import asyncio\nasyncio.run(main())\n";
const CLEAN = "import asyncio\n";
/** A promise of which nothing is told, whatever the code needs. */
const QUIET = `${pyproject(">=3.6")}[tool.sincewhen]\nignore = ["target-mismatch", "target-end-of-life"]\n`;

let workspace: Workspace;
let uri: string;

/** Makes the workspace anew for each test of the surrounding `describe`. */
function useFreshWorkspace(): void {
  beforeEach(() => {
    workspace = makeWorkspace({
      "pyproject.toml": pyproject(">=3.6"),
      "src/app.py": TEXT,
      "src/clean.py": CLEAN,
    });
    uri = workspace.uriOf("src/app.py");
  });
  afterEach(() => workspace.dispose());
}

describe("the workspace's diagnostics", () => {
  useFreshWorkspace();

  function pullWorkspace(client: TestClient, params: object = {}): Promise<WorkspaceDiagnosticReport> {
    return client.connection.sendRequest("workspace/diagnostic", { previousResultIds: [], ...params });
  }

  it("tell of every Python file, and of open ones as they are in the editor", async () => {
    workspace.write("build/lib/app.py", TEXT);
    workspace.write(".venv/lib/app.py", TEXT);
    workspace.write("env/pyvenv.cfg", "");
    workspace.write("env/lib/app.py", TEXT);
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    await client.open(workspace.uriOf("src/clean.py"), `${CLEAN}asyncio.run(1)\n`);
    const { items } = await pullWorkspace(client);
    const told = items.map((item) => [item.uri, item.version, item.kind === "full" && places(item.items)]);
    assert.deepEqual(told.sort(), [
      [workspace.uriOf("pyproject.toml"), null, ["target-end-of-life 2:19-2:24"]],
      [uri, null, ["added-later 1:8-1:11"]],
      [workspace.uriOf("src/clean.py"), 1, ["added-later 1:8-1:11"]],
    ]);
    await client.stop();
  });

  it("tell of what declares Pythons, open or not, once the code was looked at", async () => {
    workspace.write("ruff.toml", 'target-version = "py38"\n');
    workspace.write("script.py", '# /// script\n# requires-python = ">=2,<3"\n# ///\n');
    workspace.write("tools/inner/setup.py", 'from setuptools import setup\nsetup(python_requires="3.8+")\n');
    workspace.write("left-out/setup.cfg", "[options]\npython_requires = 3.8+\n");
    workspace.write("left-out/code.py", "");
    workspace.write("sincewhen.toml", 'exclude = ["left-out"]\nignore = ["target-end-of-life"]\n');
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const told = async (): Promise<Record<string, string[]>> => {
      const { items } = await pullWorkspace(client);
      const full = items.flatMap((item) => (item.kind === "full" && item.items.length > 0 ? [item] : []));
      return Object.fromEntries(full.map((item) => [item.uri, places(item.items).toSorted()]));
    };
    await told();
    // What the whole project needs is known a little later, and the client hears of it.
    await client.next("workspace/diagnostic/refresh");
    assert.deepEqual(await told(), {
      [uri]: ["added-later 1:8-1:11"],
      [workspace.uriOf("pyproject.toml")]: ["target-disagreement 2:19-2:24", "target-mismatch 2:19-2:24"],
      [workspace.uriOf("ruff.toml")]: ["target-disagreement 0:18-0:22"],
      [workspace.uriOf("script.py")]: ["target-unreadable 1:21-1:27"],
      [workspace.uriOf("tools/inner/setup.py")]: ["target-unreadable 1:23-1:27"],
    });
    await client.stop();
  });

  it("say what did not change, and take back what is gone", async () => {
    workspace.write("pyproject.toml", QUIET);
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const first = await pullWorkspace(client);
    const previousResultIds = first.items.map((item) => ({ uri: item.uri, value: item.resultId! }));
    workspace.remove("src/app.py");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri, type: 3 }],
    });
    const second = await pullWorkspace(client, { previousResultIds });
    assert.deepEqual(
      second.items.map((item) => [item.uri, item.kind, "items" in item ? item.items : undefined]),
      [
        [workspace.uriOf("src/clean.py"), "unchanged", undefined],
        [workspace.uriOf("pyproject.toml"), "unchanged", undefined],
        [uri, "full", []],
      ],
    );
    await client.stop();
  });

  it("are held back until something changes, for a client that takes them in parts", async () => {
    workspace.write("pyproject.toml", QUIET);
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const first = await pullWorkspace(client);
    const previousResultIds = first.items.map((item) => ({ uri: item.uri, value: item.resultId! }));
    const parts: WorkspaceDiagnosticReport[] = [];
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, "parts", (part) => {
      parts.push(part);
    });
    const held = pullWorkspace(client, { previousResultIds, partialResultToken: "parts" });
    // The server handles messages in order: once it has answered this, it holds the other.
    assert.equal((await client.pull(uri)).kind, "full");
    workspace.write("src/clean.py", TEXT);
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: workspace.uriOf("src/clean.py"), type: 2 }],
    });
    const rest = await held;
    assert.deepEqual(
      parts.flatMap(({ items }) => items.map((item) => [item.uri, item.kind])),
      [[workspace.uriOf("src/clean.py"), "full"]],
    );
    assert.ok(rest.items.every(({ kind }) => kind === "unchanged"));
    await client.stop();
  });

  it("tell how far they are to a client that asks, from begin to end", async () => {
    for (let file = 0; file < 40; file++) workspace.write(`src/more${file}.py`, TEXT.repeat(50));
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const heard: { kind: string; percentage?: number; message?: string }[] = [];
    client.connection.onProgress(WorkDoneProgress.type, "work", (value) => {
      heard.push(value);
    });
    const { items } = await pullWorkspace(client, { workDoneToken: "work" });
    // The project file is among them.
    assert.equal(items.length, 43);
    assert.deepEqual([heard[0].kind, heard.at(-1)?.kind], ["begin", "end"]);
    const reports = heard.slice(1, -1);
    assert.ok(reports.length > 0);
    for (const { kind, message, percentage = -1 } of reports) {
      assert.equal(kind, "report");
      assert.match(message ?? "", /^\d+ of 43 files$/);
      assert.ok(percentage >= 0 && percentage <= 100);
    }
    await client.stop();
  });

  it("can be given up on the way: the work ends, and the server goes on", async () => {
    for (let file = 0; file < 40; file++) workspace.write(`src/more${file}.py`, TEXT.repeat(50));
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const source = new CancellationTokenSource();
    const ended = new Promise<void>((resolve) => {
      client.connection.onProgress(WorkDoneProgress.type, "work", ({ kind }) => {
        if (kind === "report") source.cancel();
        if (kind === "end") resolve();
      });
    });
    const params = { previousResultIds: [], workDoneToken: "work" };
    const [answer] = await Promise.allSettled([
      client.connection.sendRequest(WorkspaceDiagnosticRequest.type, params, source.token),
    ]);
    await ended;
    const told = answer.status === "fulfilled" ? answer.value.items.length : 0;
    assert.ok(told < 42, `${told} files were looked at`);
    assert.equal((await client.pull(uri)).kind, "full");
    await client.stop();
  });

  it("let go of a held request when the server is shut down", async () => {
    workspace.write("pyproject.toml", QUIET);
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const { items } = await pullWorkspace(client);
    const previousResultIds = items.map((item) => ({ uri: item.uri, value: item.resultId! }));
    const held = pullWorkspace(client, { previousResultIds, partialResultToken: 1 });
    await client.pull(uri);
    assert.equal(await client.stop(held), 0);
  });
});
