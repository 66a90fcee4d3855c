import assert from "node:assert/strict";
import type { InlayHint, MarkupContent } from "vscode-languageserver-protocol/node";
import { FULL, PLAIN } from "./capabilities";
import { onLine, TestClient } from "./test-client";

const URI = "file:///nowhere/app.py";
const TEXT = `import asyncio, sys
asyncio.run(asyncio.run(1))
if sys.version_info >= (3, 7):
    asyncio.run(2)
asyncio.run(3)
`;

async function hintsOf(
  mode: string,
  capabilities = FULL,
): Promise<{ client: TestClient; hints: InlayHint[] }> {
  const settings = (): object => ({ target: "3.6", inlayHints: mode });
  const client = await TestClient.start({ capabilities, settings });
  await client.open(URI, TEXT);
  return { client, hints: await client.hints(URI) };
}

function places(hints: readonly InlayHint[]): string[] {
  return hints.map(({ position, label }) => `${label as string} ${position.line}:${position.character}`);
}

describe("inlay hints", () => {
  it("stand behind the name, once on a line, and not where a guard says the same", async () => {
    const { client, hints } = await hintsOf("relevant");
    assert.deepEqual(places(hints), ["3.7+ 1:11", "3.7+ 4:11"]);
    await client.stop();
  });

  it("tell of everything that no guard tells, or of nothing, when that is wanted", async () => {
    const all = await hintsOf("all");
    // The module itself came with 3.4, which is not told again before a name that came later.
    assert.deepEqual(places(all.hints), ["3.4+ 0:14", "3.7+ 1:11", "3.7+ 4:11"]);
    await all.client.stop();
    const none = await hintsOf("off");
    assert.deepEqual(none.hints, []);
    await none.client.stop();
  });

  it("get their tooltip when the client shows it", async () => {
    const { client, hints } = await hintsOf("relevant");
    assert.equal(hints[0]?.tooltip, undefined);
    const resolved: InlayHint = await client.connection.sendRequest("inlayHint/resolve", hints[0]);
    assert.match((resolved.tooltip as MarkupContent).value, /asyncio\.run.*new in Python 3\.7/);
    const hover = await client.hover(URI, 1, 9);
    assert.deepEqual(resolved.tooltip, hover?.contents);
    await client.change(URI, 2, { range: onLine(0, 0, 0), text: "\n" });
    const late: InlayHint = await client.connection.sendRequest("inlayHint/resolve", hints[0]);
    assert.equal(late.tooltip, undefined);
    await client.stop();
  });

  it("carry their tooltip for a client that resolves nothing", async () => {
    const { client, hints } = await hintsOf("relevant", PLAIN);
    assert.match((hints[0]?.tooltip as MarkupContent).value, /new in Python 3\.7/);
    assert.equal(hints[0]?.data, undefined);
    await client.stop();
  });

  it("keep to the stretch that is asked for", async () => {
    const { client } = await hintsOf("relevant");
    assert.deepEqual(places(await client.hints(URI, onLine(4, 0, 14))), ["3.7+ 4:11"]);
    assert.deepEqual(await client.hints(URI, onLine(0, 0, 5)), []);
    await client.stop();
  });
});

describe("hovers", () => {
  it("come as plain text for a client that knows no Markdown", async () => {
    const capabilities = { textDocument: { hover: { contentFormat: ["plaintext" as const] } } };
    const client = await TestClient.start({ capabilities });
    await client.open(URI, TEXT);
    const hover = await client.hover(URI, 4, 11);
    assert.deepEqual(hover?.range, onLine(4, 8, 11));
    const { kind, value } = hover.contents as MarkupContent;
    assert.equal(kind, "plaintext");
    assert.match(value, /^asyncio\.run — new in Python 3\.7/);
    assert.equal(await client.hover(URI, 4, 13), null);
    await client.stop();
  });
});
