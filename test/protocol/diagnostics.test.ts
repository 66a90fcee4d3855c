import assert from "node:assert/strict";
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver-protocol/node";
import { FULL, PLAIN } from "./capabilities";
import { onLine, places, TestClient } from "./test-client";
import { makeWorkspace, pyproject, type Workspace } from "./workspace";

const TEXT = "import asyncio\nasyncio.run(main())\n";
const CLEAN = "import asyncio\n";

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

/** A promise that the test keeps when it wants to. */
function deferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((keep) => (resolve = keep));
  return { promise, resolve };
}

function messageOf({ message }: Diagnostic): string {
  return typeof message === "string" ? message : message.value;
}

describe("related places", () => {
  useFreshWorkspace();

  const GUARDED = "import sys, math\nif sys.version_info >= (3, 7):\n    math.prod([])\n";
  const expected = (): { uri: string; line: number; message: string }[] => [
    { uri, line: 1, message: "This version test lets in 3.7" },
    {
      uri: workspace.uriOf("pyproject.toml"),
      line: 2,
      message: "The target >=3.6 is declared here",
    },
  ];
  const relatedTo = ({ relatedInformation = [] }: Diagnostic): unknown[] =>
    relatedInformation.map(({ location, message }) => ({
      uri: location.uri,
      line: location.range.start.line,
      message,
    }));

  it("are the nearest guard and the target's origin, pushed", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    await client.open(uri, GUARDED);
    const [diagnostic] = await client.published(uri, 1);
    assert.deepEqual(relatedTo(diagnostic), expected());
    await client.stop();
  });

  it("are the same, pulled", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    await client.open(uri, GUARDED);
    const report = await client.pull(uri);
    assert.equal(report.kind, "full");
    assert.deepEqual(relatedTo(report.items[0]), expected());
    await client.stop();
  });
});

describe("published diagnostics", () => {
  useFreshWorkspace();

  it("tell code, message, documentation, and who set the target", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    await client.open(uri, TEXT);
    const [diagnostic, ...others] = await client.published(uri, 1);
    assert.deepEqual(others, []);
    assert.match(messageOf(diagnostic), /asyncio\.run.*3\.7.*>=3\.6.*pyproject\.toml:3/);
    assert.match(diagnostic.relatedInformation![0].message, />=3\.6.*declared here/);
    assert.deepEqual(diagnostic, {
      range: onLine(1, 8, 11),
      severity: 1,
      code: "added-later",
      codeDescription: { href: "https://docs.python.org/3/library/asyncio-runner.html#asyncio.run" },
      source: "sincewhen",
      message: diagnostic.message,
      relatedInformation: [
        {
          location: { uri: workspace.uriOf("pyproject.toml"), range: onLine(2, 0, 0) },
          message: diagnostic.relatedInformation![0].message,
        },
      ],
    } satisfies Diagnostic);
    await client.stop();
  });

  it("leave out what the client cannot show", async () => {
    const client = await TestClient.start({ capabilities: {}, folders: [workspace.uri] });
    await client.open(uri, TEXT);
    const [diagnostic] = await client.published(uri, 1);
    assert.deepEqual(Object.keys(diagnostic).sort(), ["code", "message", "range", "severity", "source"]);
    await client.stop();
  });

  it("strike out what is deprecated or gone", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, settings: () => ({ target: ">=3.6" }) });
    await client.open("file:///nowhere/old.py", "import asyncio\n@asyncio.coroutine\ndef f(): pass\n");
    const found = await client.published("file:///nowhere/old.py", 1);
    const gone = found.filter(({ code }) => code === "removed" || code === "deprecated");
    assert.ok(gone.length > 0, JSON.stringify(found));
    for (const { tags } of gone) assert.deepEqual(tags, [2]);
    await client.stop();
  });

  it("follow each edit, and go with the document", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, folders: [workspace.uri] });
    await client.open(uri, TEXT);
    await client.published(uri, 1);
    await client.change(uri, 2, { range: onLine(1, 8, 11), text: "get_event_loop" });
    assert.deepEqual(await client.published(uri, 2), []);
    await client.change(uri, 3, { range: onLine(1, 8, 22), text: "run" });
    assert.equal((await client.published(uri, 3)).length, 1);
    await client.close(uri);
    const cleared = await client.next<PublishDiagnosticsParams>(
      "textDocument/publishDiagnostics",
      (params) => params.version === undefined,
    );
    assert.deepEqual(cleared, { uri, diagnostics: [] });
    await client.stop();
  });

  it("are never those of a version that is gone", async () => {
    const settings = deferred<object>();
    const asked = deferred<undefined>();
    const client = await TestClient.start({
      capabilities: PLAIN,
      settings() {
        asked.resolve(undefined);
        return settings.promise;
      },
    });
    const lone = "file:///nowhere/app.py";
    await client.open(lone, TEXT);
    await client.change(lone, 2, { text: "import math\nmath.prod([1])\n" });
    // The settings come only after the document has moved on twice.
    const hover = client.hover(lone, 0, 7);
    await client.change(lone, 3, { text: "import time\ntime.time_ns()\n" });
    await asked.promise;
    settings.resolve({ target: "3.6" });
    await hover;
    assert.deepEqual(places(await client.published(lone, 3)), ["added-later 1:5-1:12"]);
    const versions = client
      .all<PublishDiagnosticsParams>("textDocument/publishDiagnostics")
      .map(({ version }) => version);
    assert.deepEqual(versions, [3]);
    await client.stop();
  });

  it("stay away from a client that pulls", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    await client.open(uri, TEXT);
    await client.pull(uri);
    assert.deepEqual(client.all("textDocument/publishDiagnostics"), []);
    await client.stop();
  });
});

describe("pulled diagnostics", () => {
  useFreshWorkspace();

  it("are those of the text at the moment of asking", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    await client.open(uri, CLEAN);
    await client.change(uri, 2, { range: onLine(1, 0, 0), text: "asyncio.run(main())\n" });
    const report = await client.pull(uri);
    assert.deepEqual(report.kind === "full" && places(report.items), ["added-later 1:8-1:11"]);
    await client.stop();
  });

  it("say that nothing changed, also after an edit elsewhere in the text", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    await client.open(uri, TEXT);
    const first = await client.pull(uri);
    await client.change(uri, 2, { range: onLine(1, 19, 19), text: "  # a comment" });
    const second = await client.pull(uri, first.resultId);
    assert.deepEqual(second, { kind: "unchanged", resultId: first.resultId });
    await client.change(uri, 3, { range: onLine(0, 0, 0), text: "\n" });
    assert.equal((await client.pull(uri, first.resultId)).kind, "full");
    await client.stop();
  });

  it("are to be had of files that are not open", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    const report = await client.pull(uri);
    assert.deepEqual(report.kind === "full" && places(report.items), ["added-later 1:8-1:11"]);
    await client.stop();
  });

  it("can be given up, and the server goes on", async () => {
    const client = await TestClient.start({ capabilities: FULL, folders: [workspace.uri] });
    await client.open(uri, TEXT);
    const [first, second] = [client.pull(uri), client.pull(uri)];
    await client.connection.sendNotification("$/cancelRequest", { id: 1 });
    await Promise.allSettled([first, second]);
    assert.equal((await client.pull(uri)).kind, "full");
    await client.stop();
  });
});
