import assert from "node:assert/strict";
import { CancellationTokenSource, ProgressType } from "vscode-languageserver-protocol/node";
import type { ListUsedParams, ListUsedResult } from "../../server/src/protocol";
import { FULL } from "./capabilities";
import { TestClient } from "./test-client";
import { makeWorkspace, type Workspace } from "./workspace";

describe("what the workspace uses", () => {
  let workspace: Workspace;

  beforeEach(() => {
    workspace = makeWorkspace({
      "app.py": "import math\nmath.prod([1])\n",
      "tools/build.py": "import asyncio\nasyncio.run(1)\n",
      "tools/stubs/api.pyi": "from typing import Protocol\n",
      "venv/pyvenv.cfg": "",
      "venv/lib/other.py": "import tomllib\n",
    });
  });

  afterEach(() => workspace.dispose());

  const start = (): Promise<TestClient> => TestClient.start({ capabilities: FULL, folders: [workspace.uri] });

  async function used(client: TestClient, params: ListUsedParams = {}): Promise<readonly string[]> {
    const { ids } = await client.connection.sendRequest<ListUsedResult>("sinceWhen/used", params);
    return ids;
  }

  function among(ids: readonly string[]): string[] {
    const asked = ["asyncio.run", "math.dist", "math.prod", "tomllib", "typing.Protocol", "shlex.join"];
    return asked.filter((id) => ids.includes(id));
  }

  it("counts files that nobody holds open, stub files too, and not those of an environment", async () => {
    const client = await start();
    assert.deepEqual(among(await used(client)), ["asyncio.run", "math.prod", "typing.Protocol"]);
    await client.stop();
  });

  it("names each entry once", async () => {
    workspace.write("again.py", "import math\nmath.prod([1])\n");
    const client = await start();
    const ids = await used(client);
    assert.equal(new Set(ids).size, ids.length);
    await client.stop();
  });

  it("answers a question without parameters", async () => {
    const client = await start();
    const { ids }: ListUsedResult = await client.connection.sendRequest("sinceWhen/used");
    assert.ok(ids.includes("math.prod"));
    await client.stop();
  });

  it("answers for one folder alone", async () => {
    const client = await start();
    const folderUri = workspace.uriOf("tools");
    assert.deepEqual(among(await used(client, { folderUri })), ["asyncio.run", "typing.Protocol"]);
    await client.stop();
  });

  it("takes what is open as it is in the editor, also where it lies in no folder", async () => {
    const client = await start();
    await client.open(workspace.uriOf("app.py"), "import math\nmath.dist((0,), (1,))\n");
    await client.open("untitled:Untitled-1", "import shlex\nshlex.join([])\n");
    assert.deepEqual(among(await used(client)), [
      "asyncio.run",
      "math.dist",
      "typing.Protocol",
      "shlex.join",
    ]);
    await client.stop();
  });

  it("lets others in while it looks through a single large file", async () => {
    const function_ = (place: number): string =>
      `def f${place}(x):\n    y = math.prod(x)\n    return y + ${place}\n`;
    const functions = Array.from({ length: 6_000 }, (_, place) => function_(place));
    workspace.write("large.py", `import math\n${functions.join("\n")}`);
    const client = await start();
    const uri = workspace.uriOf("app.py");
    await client.open(uri, "import math\nmath.prod([1])\n");
    await client.hover(uri, 1, 6);
    let isAnswered = false;
    const answer = used(client).finally(() => (isAnswered = true));
    let hovers = 0;
    while (!isAnswered) {
      await client.hover(uri, 1, 6);
      hovers++;
    }
    assert.ok((await answer).includes("math.prod"));
    // Parsing and every other file together let few in; the functions of the large one, dozens.
    assert.ok(hovers > 10, `${hovers} hovers were answered meanwhile`);
    await client.stop();
  });

  it("leaves out what is excluded", async () => {
    workspace.write("sincewhen.toml", 'exclude = ["tools"]\n');
    const client = await start();
    assert.deepEqual(among(await used(client)), ["math.prod"]);
    await client.stop();
  });

  it("sends what the open files use ahead of the answer", async () => {
    const client = await start();
    await client.open(workspace.uriOf("app.py"), "import math\nmath.dist((0,), (1,))\n");
    const parts: ListUsedResult[] = [];
    client.connection.onProgress(
      new ProgressType<ListUsedResult>(),
      "parts",
      (part) => void parts.push(part),
    );
    const answer = await used(client, { partialResultToken: "parts" });
    assert.deepEqual(among(parts[0]?.ids ?? []), ["math.dist"]);
    assert.deepEqual(among(answer), ["asyncio.run", "math.dist", "typing.Protocol"]);
    await client.stop();
  });

  it("stops when nobody wants to know any more", async () => {
    for (let index = 0; index < 300; index++)
      workspace.write(`many/file${index}.py`, "import math\nmath.prod([1])\n".repeat(200));
    const client = await start();
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest<ListUsedResult>("sinceWhen/used", {}, source.token);
    source.cancel();
    const { ids } = await answer.catch(() => ({ ids: [] }));
    assert.deepEqual(ids, []);
    // The server is free at once for whoever asks next.
    const folderUri = workspace.uriOf("tools");
    assert.deepEqual(among(await used(client, { folderUri })), ["asyncio.run", "typing.Protocol"]);
    await client.stop();
  });

  it("tells once of changes after an answer, of files and of documents, and answers anew", async () => {
    const client = await start();
    const uri = workspace.uriOf("app.py");
    await used(client);
    workspace.write("tools/build.py", "import shlex\nshlex.join([])\n");
    workspace.write("new.py", "import tomllib\n");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [
        { uri: workspace.uriOf("tools/build.py"), type: 2 },
        { uri: workspace.uriOf("new.py"), type: 1 },
      ],
    });
    await client.next("sinceWhen/usedChanged");
    assert.deepEqual(among(await used(client)), ["math.prod", "tomllib", "typing.Protocol", "shlex.join"]);
    await client.open(uri, "import math\nmath.prod([1])\n");
    await client.change(uri, 2, { text: "import math\nmath.dist((0,), (1,))\n" });
    await client.next("sinceWhen/usedChanged");
    assert.deepEqual(among(await used(client)), ["math.dist", "tomllib", "typing.Protocol", "shlex.join"]);
    workspace.remove("new.py");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: workspace.uriOf("new.py"), type: 3 }],
    });
    await client.next("sinceWhen/usedChanged");
    assert.deepEqual(among(await used(client)), ["math.dist", "typing.Protocol", "shlex.join"]);
    assert.equal(client.all("sinceWhen/usedChanged").length, 3);
    await client.stop();
  });

  it("says nothing of changes to whoever never asked", async () => {
    const client = await start();
    const uri = workspace.uriOf("app.py");
    await client.open(uri, "import math\n");
    await client.change(uri, 2, { text: "import math\nmath.dist((0,), (1,))\n" });
    await client.pull(uri);
    await client.stop();
    assert.deepEqual(client.all("sinceWhen/usedChanged"), []);
  });

  it("has the project's own extension read and list what the server cannot reach", async () => {
    const texts: Record<string, string> = { "memfs:/w/app.py": "import math\nmath.prod([1])\n" };
    const client = await TestClient.start({
      capabilities: FULL,
      folders: ["memfs:/w"],
      initializationOptions: { companion: true },
      answers: {
        "sinceWhen/readFile": ({ uri }: { uri: string }) => ({ text: texts[uri] ?? null }),
        "sinceWhen/listFolder": () => ({ names: null }),
        "sinceWhen/findFiles": () => ({ uris: Object.keys(texts) }),
      },
    });
    assert.deepEqual(among(await used(client)), ["math.prod"]);
    await client.stop();
  });
});
