import assert from "node:assert/strict";
import { type CellLimits, moveLimits, withinCells } from "../../../server/src/engine/cell-limits";

/** Two cells, of which the first has a line of IPython's, and the second begins with a magic of the cell. */
const text = "a\n#agic\nb\n#%time\nc\n";
const limits: CellLimits = { borders: [9, 18], masked: [range("#agic"), range("#%time")] };

function range(part: string): { start: number; end: number } {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

function within(start: number, end: number, newText: string): unknown {
  return withinCells([{ start, end, newText }], { text, ...limits });
}

describe("the limits of cells", () => {
  it("keep the line break between two cells", () => {
    const parts = withinCells([{ start: 8, end: 18, newText: "" }], { text, ...limits });
    assert.deepEqual(parts, [
      { start: 8, end: 9, newText: "" },
      { start: 10, end: 18, newText: "" },
    ]);
    assert.equal(within(8, 10, "x"), undefined);
  });

  it("keep what is masked, or let it go whole", () => {
    const { start, end } = range("#agic");
    assert.equal(within(0, end, "x"), undefined);
    assert.equal(within(start + 1, end, ""), undefined);
    assert.deepEqual(within(start, end + 1, ""), [{ start, end: end + 1, newText: "" }]);
    assert.deepEqual(within(start, start, "x\n"), [{ start, end: start, newText: "x\n" }]);
  });

  it("keep the magic of a cell on its first line", () => {
    const { start, end } = range("#%time");
    assert.equal(within(start, start, "x\n"), undefined);
    assert.notEqual(within(end + 1, end + 1, "x\n"), undefined);
  });

  it("move with edits", () => {
    const edits = [
      { start: 0, end: 8, newText: "" },
      { start: 17, end: 17, newText: "see" },
    ];
    assert.deepEqual(moveLimits(limits, edits), { borders: [1, 13], masked: [{ start: 2, end: 8 }] });
  });
});
