import assert from "node:assert/strict";
import {
  createProtocolConnection,
  ResponseError,
  type RegistrationParams,
} from "vscode-languageserver-protocol/node";
import { version } from "../../package.json";
import { FULL, PLAIN } from "./capabilities";
import { cursor, TestClient } from "./test-client";
import { stdioTransport } from "./transports";

const URI = "file:///nowhere/app.py";

async function codeOf(request: Promise<unknown>): Promise<number> {
  const error = await request.then(
    () => assert.fail("the request was answered"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ResponseError);
  return error.code;
}

describe("the server's life", () => {
  it("tells what it can do", async () => {
    const client = await TestClient.start({ capabilities: FULL });
    assert.deepEqual(client.initialized.serverInfo, { name: "SinceWhen", version });
    assert.deepEqual(client.initialized.capabilities, {
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: 2, save: true },
      hoverProvider: true,
      codeActionProvider: {
        codeActionKinds: ["quickfix", "refactor.rewrite", "source.fixAll.sinceWhen"],
        resolveProvider: true,
      },
      completionProvider: { triggerCharacters: ["(", "[", "=", '"', "'"] },
      codeLensProvider: {},
      inlayHintProvider: { resolveProvider: true },
      diagnosticProvider: {
        identifier: "sincewhen",
        interFileDependencies: true,
        workspaceDiagnostics: true,
        workDoneProgress: true,
      },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    });
    assert.equal(await client.stop(), 0);
  });

  it("promises to resolve only what the client will ask to have resolved", async () => {
    const client = await TestClient.start({ capabilities: PLAIN });
    const { codeActionProvider, inlayHintProvider } = client.initialized.capabilities;
    assert.equal(typeof codeActionProvider === "object" && codeActionProvider.resolveProvider, false);
    assert.deepEqual(inlayHintProvider, { resolveProvider: false });
    await client.stop();
  });

  it("asks for the notifications that it needs, where the client lets it ask", async () => {
    const client = await TestClient.start({ capabilities: FULL });
    const [settings, files] = [
      await client.next<RegistrationParams>("client/registerCapability"),
      await client.next<RegistrationParams>("client/registerCapability"),
    ].map(({ registrations }) => registrations[0]);
    assert.equal(settings.method, "workspace/didChangeConfiguration");
    assert.deepEqual(settings.registerOptions, { section: "sinceWhen" });
    assert.equal(files.method, "workspace/didChangeWatchedFiles");
    const { watchers } = files.registerOptions as { watchers: { globPattern: string }[] };
    const globs = watchers.map(({ globPattern }) => globPattern);
    for (const glob of ["**/pyproject.toml", "**/sincewhen.toml", "**/*.{py,pyi,pyw}"])
      assert.ok(globs.includes(glob));
    await client.stop();
  });

  it("ends with 1 when the client leaves without shutdown", async () => {
    const transport = stdioTransport();
    const connection = createProtocolConnection(transport.reader, transport.writer);
    connection.listen();
    await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
    await connection.sendNotification("exit");
    assert.equal(await transport.exited, 1);
    connection.dispose();
  });

  it("ends with 1 when the client hangs up", async () => {
    const transport = stdioTransport();
    const connection = createProtocolConnection(transport.reader, transport.writer);
    connection.listen();
    await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
    connection.dispose();
    transport.hangUp();
    assert.equal(await transport.exited, 1);
  });

  it("refuses requests before initialize, unknown ones, and those after shutdown", async () => {
    const transport = stdioTransport();
    const connection = createProtocolConnection(transport.reader, transport.writer);
    connection.listen();
    const hover = { textDocument: { uri: URI }, position: { line: 0, character: 0 } };
    assert.equal(await codeOf(connection.sendRequest("textDocument/hover", hover)), -32002);
    await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
    assert.equal(
      await codeOf(connection.sendRequest("initialize", { processId: null, capabilities: {} })),
      -32600,
    );
    assert.equal(await codeOf(connection.sendRequest("textDocument/prophecy", {})), -32601);
    await connection.sendRequest("shutdown");
    assert.equal(await codeOf(connection.sendRequest("textDocument/hover", hover)), -32600);
    await connection.sendNotification("exit");
    assert.equal(await transport.exited, 0);
    connection.dispose();
  });

  it("answers empty for documents that it does not know, and for those that are not Python", async () => {
    const client = await TestClient.start({ capabilities: PLAIN });
    await client.open("file:///nowhere/notes.md", "import asyncio\nasyncio.run()\n", "markdown");
    for (const uri of [URI, "file:///nowhere/notes.md"]) {
      assert.equal(await client.hover(uri, 0, 0), null);
      assert.deepEqual(await client.hints(uri), []);
      assert.deepEqual(await client.actions(uri, cursor(0, 0)), []);
    }
    const report = await client.pull(URI);
    assert.deepEqual(report.kind === "full" && report.items, []);
    await client.change(URI, 2, { text: "x" });
    await client.close(URI);
    assert.equal(await client.stop(), 0);
  });

  it("survives messages that make no sense, and says that it did", async () => {
    const client = await TestClient.start({ capabilities: PLAIN });
    client.expectBug(/hover failed for no document|codeAction failed/);
    await client.open(URI, "import asyncio\nasyncio.run()\n");
    assert.equal(await client.connection.sendRequest("textDocument/hover", {}), null);
    const noRange = { textDocument: { uri: URI }, context: { diagnostics: [] } };
    assert.deepEqual(await client.connection.sendRequest("textDocument/codeAction", noRange), []);
    assert.notEqual(await client.hover(URI, 1, 9), null);
    assert.equal(await client.hover(URI, 4_000_000, -7), null);
    assert.equal(await client.stop(), 0);
  });
});
