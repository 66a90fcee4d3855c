import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FULL, PLAIN } from "./capabilities";
import { has, openFile, publishedWith } from "./declarations";
import { places, TestClient } from "./test-client";
import { pyproject, useWorkspace } from "./workspace";

const TEXT = "import asyncio\nasyncio.run(main())\n";

const FILES = { "pyproject.toml": pyproject(">=3.6"), "a.py": TEXT };

describe("declarations where the server must not or cannot look", () => {
  const workspace = useWorkspace(FILES);

  it("are read and never run, so that nobody need trust the workspace", async () => {
    const setup = `open(${JSON.stringify(fileURLToPath(workspace.uriOf("ran")))}, "w")\nfrom setuptools import setup\nsetup(python_requires=">=3.6")\n`;
    workspace.remove("pyproject.toml");
    workspace.write("setup.py", setup);
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    const uri = await openFile(client, workspace, "setup.py", setup);
    await publishedWith(client, uri, has("target-mismatch"));
    const code = await openFile(client, workspace, "a.py", TEXT);
    assert.deepEqual(places(await client.published(code, 1)), ["added-later 1:8-1:11"]);
    await client.stop();
    assert.ok(!existsSync(fileURLToPath(workspace.uriOf("ran"))));
  });

  it("are judged in a virtual workspace, without what the code needs", async () => {
    const root = "vscode-vfs://github/owner/repo";
    const files: Readonly<Record<string, string>> = {
      [`${root}/pyproject.toml`]: `${pyproject(">=3.6")}[tool.mypy]\npython_version = "3.9"\n`,
    };
    const client = await TestClient.start({
      capabilities: PLAIN,
      folders: [root],
      initializationOptions: { companion: true },
      answers: {
        "sinceWhen/readFile": ({ uri }: { uri: string }) => ({ text: files[uri] ?? null }),
        "sinceWhen/listFolder": ({ folderUri }: { folderUri: string }) => ({
          names: folderUri === root ? ["pyproject.toml", "a.py"] : null,
        }),
        "sinceWhen/findFiles": () => assert.fail("the code of a virtual workspace is not read of itself"),
      },
    });
    const uri = `${root}/pyproject.toml`;
    await client.open(uri, files[uri], "toml");
    const diagnostics = await publishedWith(client, uri, has("target-disagreement"));
    assert.ok(!has("target-mismatch")(diagnostics));
    assert.deepEqual(await client.hints(uri), []);
    await client.stop();
  });
});

describe("a workspace at the top of a virtual file system", () => {
  it("is declared in, judged and named like any other folder", async () => {
    const text = '[project]\nname = "x"\nrequires-python = ">=3.6"\n';
    const texts: Record<string, string> = {
      "memory:///pyproject.toml": text,
      "memory:///app.py": "import math\nmath.prod([1])\n",
    };
    const client = await TestClient.start({
      capabilities: FULL,
      folders: ["memory:///"],
      initializationOptions: { companion: true },
      answers: {
        "sinceWhen/readFile": ({ uri }: { uri: string }) => ({ text: texts[uri] ?? null }),
        "sinceWhen/listFolder": () => ({ names: ["app.py", "pyproject.toml"] }),
        "sinceWhen/findFiles": () => ({ uris: ["memory:///app.py"] }),
      },
    });
    await client.open("memory:///app.py", texts["memory:///app.py"] ?? "");
    const { origin } = await client.next<{ origin: { path: string } }>("sinceWhen/targetChanged");
    assert.equal(origin.path, "pyproject.toml");
    const declared = await client.connection.sendRequest("sinceWhen/declareTarget", {
      uri: "memory:///app.py",
      range: "3.7",
    });
    assert.deepEqual(declared, {
      uri: "memory:///pyproject.toml",
      edit: {
        documentChanges: [
          {
            textDocument: { uri: "memory:///pyproject.toml", version: null },
            edits: [
              {
                range: { start: { line: 2, character: 19 }, end: { line: 2, character: 24 } },
                newText: ">=3.7",
              },
            ],
          },
        ],
      },
    });
    await client.stop();
  });
});
