import assert from "node:assert/strict";
import fc from "fast-check";
import { OpenDocument } from "../../../server/src/lsp/open-document";
import { engineForTests } from "../fixtures/engine-for-tests";

const at = (line: number, start: number, end = start) => ({
  start: { line, character: start },
  end: { line, character: end },
});

describe("OpenDocument", () => {
  it("takes changes one after the other", () => {
    const document = new OpenDocument(
      { uri: "x:y", languageId: "python", version: 1, text: "one\r\ntwo" },
      "utf-16",
    );
    document.change(
      [
        { range: at(1, 0, 3), text: "zwei" },
        { range: at(0, 3), text: "!" },
      ],
      2,
    );
    assert.equal(document.text, "one!\r\nzwei");
    assert.equal(document.version, 2);
    document.change([{ text: "three" }], 3);
    assert.equal(document.text, "three");
  });

  it("gives the tree of the present text, however it came about", async () => {
    const engine = await engineForTests();
    const text = "import asyncio\nasyncio.sleep(1)\n";
    const document = new OpenDocument({ uri: "x:y", languageId: "python", version: 1, text }, "utf-16");
    const idsNow = () =>
      engine
        .analyse(document.parse(engine), { uri: "x:y", version: document.version, target: undefined })
        .usages.map(({ entryId }) => entryId);
    idsNow();
    document.change([{ range: at(1, 8, 13), text: "run" }], 2);
    assert.ok(idsNow().includes("asyncio.run"));
    document.change([{ text: text.replace("sleep", "gather") }], 3);
    assert.ok(idsNow().includes("asyncio.gather"));
    const many = Array.from({ length: 100 }, () => ({ range: at(0, 0), text: "\n" }));
    document.change(many, 4);
    assert.ok(idsNow().includes("asyncio.gather"));
    document.dispose();
    assert.ok(idsNow().includes("asyncio.gather"), "a document that was freed can be parsed again");
    document.dispose();
  });

  const statements = fc.constantFrom(
    "import asyncio",
    "asyncio.run(main())",
    "x = '🐍', asyncio.create_task(f)",
    "def f(a, /, b): return (n := a)",
    "if x:\r\n    asyncio.to_thread(f)",
    "# a comment",
    "",
  );
  const edits = fc.array(
    fc.record({ from: fc.nat(20), count: fc.nat(3), put: fc.array(statements, { maxLength: 3 }) }),
  );

  it("finds in an edited text what it finds in the same text opened anew", async () => {
    const engine = await engineForTests();
    const usagesOf = (document: OpenDocument) =>
      engine.analyse(document.parse(engine), { uri: "x:y", version: 1, target: undefined }).usages;
    fc.assert(
      fc.property(edits, (steps) => {
        const item = { uri: "x:y", languageId: "python", version: 1, text: "import asyncio\n" };
        const edited = new OpenDocument(item, "utf-8");
        for (const [index, { from, count, put }] of steps.entries()) {
          const start = { line: from, character: 0 };
          const end = { line: from + count, character: 0 };
          const text = put.map((line) => `${line}\n`).join("");
          edited.change([{ range: { start, end }, text }], index + 2);
          if (index % 2) usagesOf(edited);
        }
        const anew = new OpenDocument({ ...item, text: edited.text }, "utf-8");
        try {
          assert.deepEqual(usagesOf(edited), usagesOf(anew));
        } finally {
          edited.dispose();
          anew.dispose();
        }
      }),
      { numRuns: 200 },
    );
  });
});
