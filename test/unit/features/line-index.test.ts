import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LineIndex, type PositionEncoding } from "../../../server/src/features/line-index";

describe("LineIndex", () => {
  it("counts UTF-16 code units by default, so an emoji is two characters wide", () => {
    const lines = LineIndex.of('x = "🐍"; run()\n', "utf-16");
    assert.deepEqual(lines.positionAt(10), { line: 0, character: 10 });
    assert.equal(lines.offsetAt({ line: 0, character: 10 }), 10);
  });

  it("counts bytes when the client asked for UTF-8", () => {
    const lines = LineIndex.of('é = "🐍"; run()\n', "utf-8");
    const offset = lines.text.indexOf("run");
    assert.deepEqual(lines.positionAt(offset), { line: 0, character: offset + 1 + 2 });
    assert.equal(lines.offsetAt({ line: 0, character: offset + 3 }), offset);
    assert.equal(lines.offsetAt({ line: 0, character: 1 }), 0, "inside é means its start");
  });

  it("knows every line break of the protocol", () => {
    const lines = LineIndex.of("a\nb\r\nc\rd", "utf-16");
    assert.deepEqual(
      [0, 2, 5, 7].map((offset) => lines.lineAt(offset)),
      [0, 1, 2, 3],
    );
    assert.equal(
      lines.offsetAt({ line: 1, character: 99 }),
      3,
      "a column behind the end stops before the break",
    );
  });

  it("takes positions outside the text for its ends", () => {
    const lines = LineIndex.of("ab\n", "utf-16");
    assert.equal(lines.offsetAt({ line: 9, character: 0 }), 3);
    assert.equal(lines.offsetAt({ line: -1, character: 5 }), 0);
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 0 });
  });

  it("turns a range round that was sent back to front", () => {
    const lines = LineIndex.of("abcdef", "utf-16");
    const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 1 } };
    assert.deepEqual(lines.toOffsets(range), { start: 1, end: 4 });
  });

  const texts = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "é", "🐍", " "), maxLength: 40 });
  const encodings = fc.constantFrom<PositionEncoding>("utf-16", "utf-8");

  it("after any edit equals the index of the new text", () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), fc.nat(), encodings, (before, newText, from, to, encoding) => {
        const [start, end] = [from % (before.length + 1), to % (before.length + 1)].sort((a, b) => a - b);
        const edited = LineIndex.of(before, encoding).afterEdit({ start: start, end: end, newText });
        const after = before.slice(0, start) + newText + before.slice(end);
        assert.deepEqual(edited, LineIndex.of(after, encoding));
      }),
      { numRuns: 2000 },
    );
  });

  it("agrees with the reference implementation of text documents", () => {
    fc.assert(
      fc.property(texts, fc.nat(6), fc.nat(12), (text, line, character) => {
        const reference = TextDocument.create("x:y", "python", 1, text);
        const lines = LineIndex.of(text, "utf-16");
        assert.equal(lines.offsetAt({ line, character }), reference.offsetAt({ line, character }));
      }),
    );
  });

  it("gives back every offset at a character's start", () => {
    fc.assert(
      fc.property(texts, encodings, (text, encoding) => {
        const lines = LineIndex.of(text, encoding);
        for (let offset = 0; offset < text.length; offset += text.codePointAt(offset)! > 0xffff ? 2 : 1) {
          if (text[offset] === "\n" && text[offset - 1] === "\r") continue;
          assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
        }
      }),
    );
  });
});
