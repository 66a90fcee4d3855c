import assert from "node:assert/strict";
import type { ClientCapabilities } from "vscode-languageserver-protocol/node";
import {
  DECLARE_TARGET,
  INTERPRETER_CHANGED,
  type DeclareTargetParams,
  type DeclareTargetResult,
} from "../../server/src/protocol";
import { FULL, PLAIN } from "./capabilities";
import { applied, has, openFile, publishedWith, titled } from "./declarations";
import { TestClient } from "./test-client";
import { pyproject, useWorkspace } from "./workspace";

const TEXT = "import asyncio\nasyncio.run(main())\n";

const FILES = { "pyproject.toml": pyproject(">=3.6"), "a.py": TEXT };

describe("a project that declares no target", () => {
  const workspace = useWorkspace(FILES);

  const usage = { start: { line: 1, character: 9 }, end: { line: 1, character: 9 } };
  const capabilities: ClientCapabilities = {
    ...FULL,
    workspace: {
      ...FULL.workspace,
      workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
    },
  };

  it("can be given one with a click, in its own files or in one that is made", async () => {
    const client = await TestClient.start({ capabilities, folders: [workspace.uri] });
    const toml = workspace.uriOf("pyproject.toml");
    workspace.write("pyproject.toml", '[project]\nname = "x"\n');
    const code = await openFile(client, workspace, "a.py", TEXT);
    const inProject = titled(await client.actions(code, usage), /^Declare that .* in pyproject\.toml$/);
    const [text] = Object.values(applied(inProject.edit, { [toml]: '[project]\nname = "x"\n' }));
    assert.match(text, /^\[project\]\nname = "x"\nrequires-python = ">=3\.\d+"\n$/);
    workspace.remove("pyproject.toml");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: toml, type: 3 }],
    });
    const made = titled(await client.actions(code, usage), /in sincewhen\.toml$/);
    const own = workspace.uriOf("sincewhen.toml");
    assert.deepEqual(
      made.edit?.documentChanges?.map((change) =>
        "kind" in change && change.kind === "create" ? change.uri : "edits",
      ),
      [own, "edits"],
    );
    const automatic = await client.actions(code, usage, { triggerKind: 2 });
    assert.ok(!automatic.some(({ title }) => /^Declare/.test(title)));
    await client.stop();
  });

  it("can be given one by the project's own extension", async () => {
    workspace.remove("pyproject.toml");
    const client = await TestClient.start({ capabilities, folders: [workspace.uri] });
    const code = await openFile(client, workspace, "a.py", TEXT);
    const params: DeclareTargetParams = { uri: code, range: "3.8" };
    const result: DeclareTargetResult = await client.connection.sendRequest(DECLARE_TARGET, params);
    assert.equal(result.uri, workspace.uriOf("sincewhen.toml"));
    assert.match(JSON.stringify(result.edit), /target = \\">=3\.8\\"/);
    await client.stop();
  });

  it("takes the selected interpreter where the user wants that, and nothing else speaks", async () => {
    workspace.remove("pyproject.toml");
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const code = await openFile(client, workspace, "a.py", TEXT);
    assert.deepEqual(await client.published(code, 1), []);
    const select = (version: string | null): Promise<void> =>
      client.connection.sendNotification(INTERPRETER_CHANGED, { folderUri: workspace.uri, version });
    await select("3.6");
    await publishedWith(client, code, has("added-later"));
    await select(null);
    await publishedWith(client, code, (diagnostics) => diagnostics.length === 0);
    await client.stop();
  });
});
