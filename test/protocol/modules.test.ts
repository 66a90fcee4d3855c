import assert from "node:assert/strict";
import type { PublishDiagnosticsParams } from "vscode-languageserver-protocol/node";
import { LIST_FOLDER, READ_FILE, type FolderParams, type ReadFileParams } from "../../server/src/protocol";
import { FULL, PLAIN } from "./capabilities";
import { places, TestClient } from "./test-client";
import { stdioTransport, workerInitialization, workerTransport, type Transport } from "./transports";
import { makeWorkspace, pyproject, type Workspace } from "./workspace";

const FLAG = "import sys\nNEW = sys.version_info >= (3, 8)\n";
const NO_FLAG = "NEW = bool(input())\n";
const APP = "import math\nfrom lib.compat import NEW\nif NEW:\n    math.prod([])\n";
const FOUND = ["added-later 3:9-3:13"];

let workspace: Workspace;
let app: string;
let compat: string;

/** Makes the workspace anew for each test of the surrounding `describe`. */
function useFreshWorkspace(): void {
  beforeEach(() => {
    workspace = makeWorkspace({
      "pyproject.toml": pyproject(">=3.6"),
      "src/lib/__init__.py": "",
      "src/lib/compat.py": FLAG,
      "app.py": APP,
    });
    app = workspace.uriOf("app.py");
    compat = workspace.uriOf("src/lib/compat.py");
  });
  afterEach(() => workspace.dispose());
}

/** Waits until the server publishes just these findings of a document: on a busy machine others may come first. */
async function comesTo(client: TestClient, uri: string, expected: readonly string[]): Promise<void> {
  await client.next<PublishDiagnosticsParams>(
    "textDocument/publishDiagnostics",
    (params) => params.uri === uri && places(params.diagnostics).join() === expected.join(),
  );
}

describe("names from other files", () => {
  useFreshWorkspace();

  it("are known when a document is opened", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    await client.open(app, APP);
    await comesTo(client, app, []);
    await client.stop();
  });

  it("follow another document while it is edited, and its file again when it is closed", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    await client.open(app, APP);
    await comesTo(client, app, []);
    await client.open(compat, FLAG);
    await client.change(compat, 2, { text: NO_FLAG });
    await comesTo(client, app, FOUND);
    await client.close(compat);
    await comesTo(client, app, []);
    await client.stop();
  });

  it("follow files that change, go and come on disk", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const tell = (uri: string, type: 1 | 2 | 3): Promise<void> =>
      client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
    await client.open(app, APP);
    await comesTo(client, app, []);
    workspace.write("src/lib/compat.py", NO_FLAG);
    await tell(compat, 2);
    await comesTo(client, app, FOUND);
    workspace.write("src/lib/compat.py", FLAG);
    await tell(compat, 2);
    await comesTo(client, app, []);
    workspace.remove("src/lib/compat.py");
    await tell(compat, 3);
    await comesTo(client, app, FOUND);
    workspace.write("lib/compat.py", FLAG);
    workspace.write("lib/__init__.py", "");
    await tell(workspace.uriOf("lib/compat.py"), 1);
    await comesTo(client, app, []);
    await client.stop();
  });

  it("have a client that pulls ask again for what depends on a document", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const pulled = async (): Promise<string[]> => {
      const report = await client.pull(app);
      assert.ok(report.kind === "full");
      return places(report.items);
    };
    await client.open(app, APP);
    await client.open(compat, FLAG);
    assert.deepEqual(await pulled(), []);
    await client.change(compat, 2, { text: NO_FLAG });
    await client.next("workspace/diagnostic/refresh");
    await client.next("workspace/inlayHint/refresh");
    assert.deepEqual(await pulled(), FOUND);
    await client.stop();
  });

  it("come from modules of the user's that stand before the library's", async () => {
    workspace.write("scripts/asyncio.py", "def run(main): return main\n");
    workspace.write("scripts/tool.py", "import asyncio\nasyncio.run(1)\n");
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const tool = workspace.uriOf("scripts/tool.py");
    await client.open(tool, "import asyncio\nasyncio.run(1)\n");
    await comesTo(client, tool, []);
    await client.stop();
  });

  for (const [name, transport] of Object.entries({ process: stdioTransport, worker: workerTransport })) {
    it(`are read by the client where the ${name} cannot`, () => checkVirtual(transport));
  }
});

/** Opens a file in a workspace that only the client reads. */
async function checkVirtual(transport: () => Transport): Promise<void> {
  const root = "vscode-vfs://github/me/project";
  const files: Readonly<Record<string, string>> = {
    "pyproject.toml": pyproject(">=3.6"),
    "src/lib/compat.py": FLAG,
    "app.py": `${APP}math.lcm()\n`,
  };
  const asked: string[] = [];
  const client = await TestClient.start({
    capabilities: PLAIN,
    folders: [root],
    transport,
    initializationOptions: {
      ...(transport === workerTransport ? workerInitialization() : {}),
      companion: true,
    },
    answers: {
      [READ_FILE]({ uri }: ReadFileParams) {
        asked.push(uri);
        return { text: files[uri.slice(root.length + 1)] ?? null };
      },
      [LIST_FOLDER]({ folderUri }: FolderParams) {
        asked.push(folderUri);
        const start = folderUri === root ? "" : `${folderUri.slice(root.length + 1)}/`;
        const below = Object.keys(files).filter((path) => path.startsWith(start));
        const names = new Set(below.map((path) => path.slice(start.length).split("/")[0]));
        return { names: below.length > 0 ? [...names] : null };
      },
    },
  });
  await client.open(`${root}/app.py`, files["app.py"]);
  await comesTo(client, `${root}/app.py`, ["added-later 4:5-4:8"]);
  const compatOnce = [`${root}/src/lib/compat.py`];
  assert.deepEqual(
    asked.filter((uri) => uri.endsWith(".py")),
    compatOnce,
  );
  // What a project promises changes nothing about its modules, so that they are not read again.
  await client.open(`${root}/pyproject.toml`, files["pyproject.toml"], "toml");
  await client.change(`${root}/pyproject.toml`, 2, { text: pyproject(">=3.9") });
  await comesTo(client, `${root}/app.py`, []);
  assert.deepEqual(
    asked.filter((uri) => uri.endsWith(".py")),
    compatOnce,
  );
  await client.stop();
}
