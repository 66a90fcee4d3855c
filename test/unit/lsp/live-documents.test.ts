import assert from "node:assert/strict";
import { LiveDocuments } from "../../../server/src/lsp/live-documents";
import { OpenDocument } from "../../../server/src/lsp/open-document";
import { engineForTests } from "../fixtures/engine-for-tests";

describe("LiveDocuments", function () {
  this.timeout(60_000);
  const resting: string[] = [];
  const named = (name: string, size = 1_000_000) => ({ size, rest: () => void resting.push(name) });
  const worked: number[] = [];
  let told = 0;
  let live: LiveDocuments;

  beforeEach(() => {
    resting.length = worked.length = told = 0;
    live = new LiveDocuments({ rested: () => told++, working: (units) => void worked.push(units) });
  });

  it("lets the document rest that was not worked on for the longest time", () => {
    const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => named(name));
    for (const document of [a, b, c, a, d]) live.touch(document);
    assert.deepEqual(resting, ["b"]);
    assert.equal(told, 1);
  });

  it("tells of the size of what is worked on", () => {
    for (const size of [10, 200_000]) live.touch(named("document", size));
    assert.deepEqual(worked, [10, 200_000]);
  });

  it("lets small documents live together", () => {
    for (let count = 0; count < 40; count++) live.touch(named(`small ${count}`, 3_000));
    assert.deepEqual(resting, []);
    live.touch(named("large"));
    live.touch(named("another"));
    assert.deepEqual(resting.slice(0, 2), ["small 0", "small 1"]);
    live.touch(named("third"));
    assert.equal(resting.length, 40);
  });

  it("forgets a document that is gone", () => {
    const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => named(name));
    for (const document of [a, b, c]) live.touch(document);
    live.forget(a);
    live.touch(d);
    assert.deepEqual(resting, []);
  });

  it("gives a document that rested with the edits that came meanwhile", async () => {
    const engine = await engineForTests();
    const item = {
      uri: "file:///a.py",
      languageId: "python",
      version: 1,
      text: `a = 1\n${"#".repeat(400_000)}`,
    };
    const document = new OpenDocument(item, "utf-16", live);
    const before = document.parse(engine);
    for (const name of ["a", "b", "c"]) live.touch(named(name));
    document.change([{ text: "a = 2\n" }], 2);
    assert.equal(told, 1);
    assert.equal(before.text.length > 400_000, true);
    assert.equal(document.parse(engine).text, "a = 2\n");
    document.dispose();
  });
});
