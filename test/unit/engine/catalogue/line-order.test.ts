import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { lineOrder } from "../../../../server/src/engine/catalogue/line-order";

/** Orders a class of a hierarchy that is written as class → bases. */
function orderOf(start: string, bases: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return lineOrder(
    start,
    (one) => bases[one] ?? [],
    (one) => one,
  );
}

describe("lineOrder", () => {
  it("is what type.mro() gives for a diamond", () => {
    assert.deepEqual(orderOf("D", { D: ["B", "C"], B: ["A"], C: ["A"] }), ["D", "B", "C", "A"]);
  });

  it("is what type.mro() gives for the example of Python's own paper on C3", () => {
    const bases = {
      A: ["B", "C"],
      B: ["D", "E"],
      C: ["D", "F"],
      D: ["O"],
      E: ["O"],
      F: ["O"],
    };
    assert.deepEqual(orderOf("A", bases), ["A", "B", "C", "D", "E", "F", "O"]);
    const swapped = { ...bases, B: ["E", "D"] };
    assert.deepEqual(orderOf("A", swapped), ["A", "B", "E", "C", "D", "F", "O"]);
  });

  it("still gives every class once where bases contradict each other or form a circle", () => {
    assert.deepEqual(orderOf("Z", { Z: ["X", "Y"], X: ["A", "B"], Y: ["B", "A"] }).toSorted(), [
      "A",
      "B",
      "X",
      "Y",
      "Z",
    ]);
    assert.deepEqual(orderOf("A", { A: ["B"], B: ["C"], C: ["A"] }), ["A", "B", "C"]);
    assert.deepEqual(orderOf("A", { A: ["A"] }), ["A"]);
  });

  it("starts with the class and holds whatever can be reached, for any hierarchy", () => {
    const name = fc.constantFrom("A", "B", "C", "D", "E", "F");
    const hierarchy = fc.dictionary(name, fc.uniqueArray(name, { maxLength: 3 }));
    fc.assert(
      fc.property(hierarchy, name, (bases, start) => {
        const order = orderOf(start, bases);
        const reachable = new Set([start]);
        for (const one of reachable) for (const base of bases[one] ?? []) reachable.add(base);
        assert.equal(order[0], start);
        assert.deepEqual([...order].sort(), [...reachable].sort());
      }),
    );
  });
});
