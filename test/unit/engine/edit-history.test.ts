import assert from "node:assert/strict";
import fc from "fast-check";
import { EditHistory, type LabelledEdit } from "../../../server/src/engine/edit-history";

function applied(text: string, edits: readonly LabelledEdit[]): string {
  return edits
    .toReversed()
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

/** Edits to a text of some length: cuts in it, sorted, taken in pairs. */
function someEdits(length: number, cuts: readonly number[], newText: string): LabelledEdit[] {
  const sorted = cuts.map((cut) => cut % (length + 1)).sort((a, b) => a - b);
  const pairs = sorted.flatMap((start, index) =>
    index % 2 === 0 ? [[start, sorted[index + 1] ?? start]] : [],
  );
  return pairs.map(([start, end]) => ({ start, end, newText, labels: [newText] }));
}

describe("EditHistory", () => {
  it("tells edits that follow each other as edits to the first text", () => {
    const history = new EditHistory("import sys\nold()\n");
    history.add([{ start: 11, end: 14, newText: "new", labels: ["a"] }]);
    history.add([{ start: 0, end: 11, newText: "", labels: ["b"] }]);
    assert.deepEqual(history.edits, [{ start: 0, end: 14, newText: "new", labels: ["b", "a"] }]);
  });

  it("leaves out what became as it was", () => {
    const history = new EditHistory("abc");
    history.add([{ start: 1, end: 2, newText: "x", labels: ["there"] }]);
    history.add([{ start: 1, end: 2, newText: "b", labels: ["back"] }]);
    assert.deepEqual(history.edits, []);
  });

  it("leads to the same text as the edits one after the other", () => {
    const rounds = fc.array(fc.tuple(fc.array(fc.nat(60), { maxLength: 8 }), fc.string({ maxLength: 3 })), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), rounds, (text, given) => {
        const history = new EditHistory(text);
        let present = text;
        for (const [cuts, newText] of given) {
          const edits = someEdits(present.length, cuts, newText);
          present = applied(present, edits);
          history.add(edits);
        }
        assert.equal(applied(text, history.edits), present);
        history.edits.forEach(({ start }, index) => {
          if (index > 0) assert.ok(history.edits[index - 1].end < start, "sorted, and apart");
        });
      }),
    );
  });
});
