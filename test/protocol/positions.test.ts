import assert from "node:assert/strict";
import type { ClientCapabilities } from "vscode-languageserver-protocol/node";
import { PLAIN } from "./capabilities";
import { onLine, places, TestClient } from "./test-client";

const URI = "file:///nowhere/app.py";
const settings = (): object => ({ target: "3.6" });

function withEncodings(...positionEncodings: string[]): ClientCapabilities {
  return { ...PLAIN, general: { positionEncodings } };
}

describe("positions", () => {
  it("count UTF-16 code units where the client names nothing else", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, settings });
    await client.open(URI, 'import time\nx = "🐍é", time.time_ns()\n');
    assert.deepEqual(places(await client.published(URI, 1)), ["added-later 1:16-1:23"]);
    await client.stop();
  });

  it("count bytes for a client that wants UTF-8", async () => {
    const client = await TestClient.start({ capabilities: withEncodings("utf-8", "utf-16"), settings });
    assert.equal(client.initialized.capabilities.positionEncoding, "utf-8");
    await client.open(URI, 'import time\nx = "🐍é", time.time_ns()\n');
    assert.deepEqual(places(await client.published(URI, 1)), ["added-later 1:19-1:26"]);
    assert.deepEqual((await client.hover(URI, 1, 22))?.range, onLine(1, 19, 26));
    const [hint] = await client.hints(URI);
    assert.deepEqual(hint?.position, { line: 1, character: 26 });
    await client.change(URI, 2, { range: onLine(1, 19, 26), text: "time" });
    assert.deepEqual(await client.published(URI, 2), []);
    await client.stop();
  });

  it("fall back to UTF-16 for a client that wants what the server does not speak", async () => {
    const client = await TestClient.start({ capabilities: withEncodings("utf-32", "utf-16") });
    assert.equal(client.initialized.capabilities.positionEncoding, "utf-16");
    await client.stop();
  });
});

describe("edits", () => {
  it("keep step through Windows line breaks and emoji", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, settings });
    await client.open(URI, 'import time\r\ns = "🐍🐍"\r\nprint(s, time.time())\r\n');
    assert.deepEqual(await client.published(URI, 1), []);
    await client.change(URI, 2, { range: onLine(2, 14, 18), text: "time_ns" });
    assert.deepEqual(places(await client.published(URI, 2)), ["added-later 2:14-2:21"]);
    await client.change(URI, 3, { range: onLine(1, 5, 7), text: "\r\n#" });
    assert.deepEqual(places(await client.published(URI, 3)), ["added-later 3:14-3:21"]);
    await client.stop();
  });

  it("of one notification build on each other", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, settings });
    await client.open(URI, "import time\n");
    await client.change(
      URI,
      2,
      { range: onLine(1, 0, 0), text: "time.\n" },
      { range: onLine(1, 5, 5), text: "time_ns()" },
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "# é\n" },
    );
    assert.deepEqual(places(await client.published(URI, 2)), ["added-later 2:5-2:12"]);
    await client.stop();
  });

  it("may replace the whole text", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, settings });
    await client.open(URI, "import time\ntime.time_ns()\n");
    await client.published(URI, 1);
    await client.change(URI, 2, { text: "import time\n\ntime.time_ns()\n" });
    assert.deepEqual(places(await client.published(URI, 2)), ["added-later 2:5-2:12"]);
    await client.change(URI, 3, { text: "" });
    assert.deepEqual(await client.published(URI, 3), []);
    await client.stop();
  });

  it("by the thousand end where one would", async () => {
    const client = await TestClient.start({ capabilities: PLAIN, settings });
    await client.open(URI, "import time\n");
    const typed = "time.time_ns()";
    const edits = [...typed].map((text, at) => ({ range: onLine(1, at, at), text }));
    for (const [index, edit] of edits.entries()) await client.change(URI, 2 + index, edit);
    const padding = Array.from({ length: 2000 }, () => ({ range: onLine(0, 0, 0), text: "\n" }));
    await client.change(URI, 100, ...padding);
    assert.deepEqual(places(await client.published(URI, 100)), ["added-later 2001:5-2001:12"]);
    await client.stop();
  });
});
