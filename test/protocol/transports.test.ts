import assert from "node:assert/strict";
import { FULL, PLAIN } from "./capabilities";
import { places, TestClient } from "./test-client";
import {
  commandLineTransport,
  ipcTransport,
  stdioTransport,
  workerInitialization,
  workerTransport,
  type Transport,
} from "./transports";

const URI = "file:///nowhere/app.py";
const TEXT = "import asyncio\nasyncio.run(main())\n";

const SERVERS: Readonly<Record<string, () => Transport>> = {
  "dist/server.js --stdio": stdioTransport,
  "sincewhen lsp --stdio": commandLineTransport,
  "dist/server.js over Node IPC": ipcTransport,
  "dist/server.worker.js": workerTransport,
};

for (const [name, transport] of Object.entries(SERVERS)) {
  describe(name, () => {
    const isWorker = transport === workerTransport;
    const initializationOptions = isWorker ? workerInitialization() : undefined;
    const answers = {
      "sinceWhen/readFile": () => ({ text: null }),
      "sinceWhen/listFolder": () => ({ names: null }),
    };

    it("publishes, hovers, and ends in good order", async () => {
      const settings = (): object => ({ target: "3.6" });
      const client = await TestClient.start({
        transport,
        capabilities: PLAIN,
        settings,
        initializationOptions,
        answers,
      });
      await client.open(URI, TEXT);
      assert.deepEqual(places(await client.published(URI, 1)), ["added-later 1:8-1:11"]);
      const hover = await client.hover(URI, 1, 9);
      assert.match(JSON.stringify(hover?.contents), /asyncio\.run.*new in Python 3\.7/);
      assert.equal(await client.stop(), isWorker ? null : 0);
    });

    it("answers a client that pulls", async () => {
      const settings = (): object => ({ target: "3.6" });
      const client = await TestClient.start({
        transport,
        capabilities: FULL,
        settings,
        initializationOptions,
        answers,
      });
      await client.open(URI, TEXT);
      const report = await client.pull(URI);
      assert.deepEqual(report.kind === "full" && places(report.items), ["added-later 1:8-1:11"]);
      assert.deepEqual(
        // The project's own client can be told what a click does; others get the mere text.
        (await client.hints(URI)).map(({ label }) =>
          typeof label === "string" ? label : label.map(({ value }) => value).join(""),
        ),
        ["3.7+"],
      );
      await client.stop();
    });
  });
}

describe("a server whose client dies", () => {
  it("ends over Node IPC", async () => {
    const transport = ipcTransport();
    const client = await TestClient.start({ transport: () => transport });
    client.connection.dispose();
    transport.hangUp();
    assert.equal(await transport.exited, 1);
  });
});

describe("a worker that gets no WebAssembly", () => {
  it("says so once, and answers empty", async () => {
    const client = await TestClient.start({ transport: workerTransport, capabilities: PLAIN });
    const { message } = await client.next<{ message: string }>("window/showMessage");
    assert.match(message, /could not start.*WebAssembly/);
    await client.open(URI, TEXT);
    assert.equal(await client.hover(URI, 1, 9), null);
    await client.stop();
  });
});
