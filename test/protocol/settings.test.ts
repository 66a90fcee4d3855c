import assert from "node:assert/strict";
import type { LogMessageParams } from "vscode-languageserver-protocol/node";
import { FULL, PLAIN } from "./capabilities";
import { places, TestClient } from "./test-client";

const URI = "file:///nowhere/app.py";
const OTHER = "file:///nowhere/other.py";
const TEXT = "import asyncio\nasyncio.run(main())\n";

describe("settings", () => {
  it("are asked for by resource, once", async () => {
    const asked: string[] = [];
    const client = await TestClient.start({
      capabilities: PLAIN,
      settings(uri) {
        asked.push(uri);
        return { target: uri === URI ? "3.6" : "3.8" };
      },
    });
    await client.open(URI, TEXT);
    await client.open(OTHER, TEXT);
    assert.equal((await client.published(URI, 1)).length, 1);
    assert.deepEqual(await client.published(OTHER, 1), []);
    await client.hover(URI, 1, 9);
    assert.deepEqual(asked.sort(), [URI, OTHER]);
    await client.stop();
  });

  it("that change bring new diagnostics to every open document", async () => {
    let target = "3.6";
    const client = await TestClient.start({ capabilities: PLAIN, settings: () => ({ target }) });
    for (const uri of [URI, OTHER]) {
      await client.open(uri, TEXT);
      assert.equal((await client.published(uri, 1)).length, 1);
    }
    target = "3.9";
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    for (const uri of [URI, OTHER]) assert.deepEqual(await client.published(uri, 1), []);
    await client.stop();
  });

  it("that change make a client that pulls ask again, for diagnostics and for hints", async () => {
    let target = "3.6";
    const client = await TestClient.start({ capabilities: FULL, settings: () => ({ target }) });
    await client.open(URI, TEXT);
    const before = await client.pull(URI);
    target = "3.9";
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.next("workspace/diagnostic/refresh");
    await client.next("workspace/inlayHint/refresh");
    const after = await client.pull(URI, before.resultId);
    assert.deepEqual(after.kind === "full" && after.items, []);
    await client.stop();
  });

  it("come with the notification from a client that cannot be asked", async () => {
    const client = await TestClient.start({ initializationOptions: { settings: { target: "3.6" } } });
    await client.open(URI, TEXT);
    assert.deepEqual(places(await client.published(URI, 1)), ["added-later 1:8-1:11"]);
    const settings = { sinceWhen: { target: ">=3.7" } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings });
    assert.deepEqual(await client.published(URI, 1), []);
    await client.stop();
  });

  it("that make no sense fall back, with one message each", async () => {
    const client = await TestClient.start({
      capabilities: PLAIN,
      settings: () => ({ target: 3.6, inlayHints: "loud", exclude: [], ignore: null }),
    });
    await client.open(URI, TEXT);
    await client.open(OTHER, TEXT);
    await client.hints(URI);
    await client.hints(OTHER);
    const messages = client.all<{ message: string }>("window/showMessage").map(({ message }) => message);
    assert.equal(messages.length, 2);
    assert.match(messages[0], /sinceWhen\.target/);
    assert.match(messages[1], /sinceWhen\.inlayHints/);
    await client.stop();
  });

  it("with a range that nobody can read are told in the log, once", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, settings: () => ({ target: "^3.8" }) });
    await client.open(URI, TEXT);
    await client.open(OTHER, TEXT);
    assert.deepEqual(await client.published(URI, 1), []);
    assert.deepEqual(await client.published(OTHER, 1), []);
    const logged = client.all<LogMessageParams>("window/logMessage").map(({ message }) => message);
    assert.equal(logged.filter((message) => message.includes("^3.8")).length, 1, logged.join("\n"));
    await client.stop();
  });

  it("silence codes and symbols, and leave files out", async () => {
    let settings: object = { target: "3.6", ignore: ["asyncio.run"] };
    const folder = "file:///nowhere";
    const client = await TestClient.start({
      capabilities: PLAIN,
      folders: [folder],
      settings: () => settings,
    });
    await client.open(URI, TEXT);
    assert.deepEqual(await client.published(URI, 1), []);
    for (const next of [
      { target: "3.6" },
      { target: "3.6", exclude: ["app.py"] },
      { target: "3.6", ignore: ["added-later"] },
    ]) {
      settings = next;
      await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
      assert.equal((await client.published(URI, 1)).length, "exclude" in next || "ignore" in next ? 0 : 1);
    }
    assert.notEqual(await client.hover(URI, 1, 9), null);
    await client.stop();
  });
});
