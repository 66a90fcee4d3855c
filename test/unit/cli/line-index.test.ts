import assert from "node:assert/strict";
import fc from "fast-check";
import { createLineIndex } from "../../../server/src/cli/line-index";

function at(text: string, mark: string): string {
  const { line, column } = createLineIndex(text).positionAt(text.indexOf(mark));
  return `${line}:${column}`;
}

describe("createLineIndex", () => {
  it("counts from 1", () => {
    assert.equal(at("x = 1\ny", "x"), "1:1");
    assert.equal(at("x = 1\ny", "y"), "2:1");
  });

  it("ends a line where Python does", () => {
    assert.equal(at("a\r\nb\rc\nx", "x"), "4:1");
    assert.equal(at("a\u2028b\u2029c\x85d\x0b\x0cx", "x"), "1:10");
  });

  it("counts code points", () => {
    assert.equal(at('s = "😀😀"; x', "x"), "1:11");
    assert.equal(at("😀\ne\u0301 x", "x"), "2:4");
  });

  it("gives lines without their ends", () => {
    const lines = createLineIndex("a\r\nb\rc");
    assert.deepEqual(
      [1, 2, 3, 4].map((line) => lines.lineText(line)),
      ["a", "b", "c", ""],
    );
  });

  it("agrees with counting by hand", () => {
    const piece = fc.constantFrom("a", "😀", "\n", "\r\n", "\r", "é");
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), (pieces, place) => {
        const before = pieces.slice(0, place % (pieces.length + 1));
        // A `\r` and a `\n` that meet are one end of a line.
        const isSplit = pieces[before.length]?.startsWith("\n") && before.at(-1)?.endsWith("\r");
        fc.pre(!isSplit);
        const head = before.join("");
        const lines = head.split(/\r\n|\r|\n/);
        assert.deepEqual(createLineIndex(pieces.join("")).positionAt(head.length), {
          line: lines.length,
          column: Array.from(lines.at(-1)!).length + 1,
        });
      }),
    );
  });
});
