import assert from "node:assert/strict";
import type { FeatureCardResult, FeatureGroup, FeatureItem, ReleaseItem } from "../../server/src/protocol";
import { FULL } from "./capabilities";
import { TestClient } from "./test-client";

describe("the releases explorer's requests", () => {
  let client: TestClient;

  beforeEach(async () => {
    client = await TestClient.start({ capabilities: FULL });
  });

  it("lists every release, newest first", async () => {
    const releases: ReleaseItem[] = await client.connection.sendRequest("sinceWhen/releases");
    assert.equal(releases.at(-1)?.label, "Python 3.0");
    const old = releases.find(({ minor }) => minor === 8);
    assert.deepEqual(old, {
      minor: 8,
      label: "Python 3.8",
      description: "Oct 2019 · ended Oct 2024",
      span: "Oct 2019 – Oct 2024",
      state: "ended",
      url: "https://docs.python.org/3/whatsnew/3.8.html",
    });
  });

  it("tells what a release brought, by heading", async () => {
    const groups: FeatureGroup[] = await client.connection.sendRequest("sinceWhen/features", { minor: 8 });
    assert.equal(groups[0]?.title, "Syntax");
    const numeric = groups.find(({ category }) => category === "numeric");
    const prod = numeric?.features.find(({ id }) => id === "math.prod");
    assert.equal(prod?.eventText, "new in 3.8");
    assert.equal(prod.importText, "from math import prod");
    assert.ok(prod.summary);
  });

  it("searches by name, word and release", async () => {
    const items: FeatureItem[] = await client.connection.sendRequest("sinceWhen/search", {
      query: "math new in 3.8",
      limit: 5,
    });
    assert.ok(items.some(({ id }) => id === "math.prod"));
    assert.ok(items.every(({ event }) => event === "added"));
  });

  it("writes the card of a feature that no code uses, and knows when there is none", async () => {
    const card: FeatureCardResult = await client.connection.sendRequest("sinceWhen/card", {
      id: "tomllib.loads",
    });
    assert.match(card?.title ?? "", /^tomllib\.loads — new in Python 3\.11/);
    assert.match(card?.page ?? "", /^# tomllib\.loads\n\n\*\*New in Python 3\.11\*\*\n\n/);
    assert.equal(await client.connection.sendRequest("sinceWhen/card", { id: "no.such" }), null);
  });

  it("tells which feature stands at a place, and that none does", async () => {
    const uri = "file:///places.py";
    await client.open(uri, "import math\nprint(math.prod([2]))\nprint(own)\n");
    const at = (line: number, character: number): Promise<string | null> =>
      client.connection.sendRequest("sinceWhen/featureAt", { uri, position: { line, character } });
    assert.equal(await at(1, 13), "math.prod");
    assert.equal(await at(1, 15), "math.prod");
    assert.equal(await at(2, 7), null);
  });
});
