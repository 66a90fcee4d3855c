import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { formatMinorSet, parseMinorSet } from "../../../../../data/pipeline/evidence/minor-set";

describe("sets of minors as text", () => {
  it("joins neighbours into ranges", () => {
    assert.equal(formatMinorSet(0b1000111), "0-2,6");
    assert.equal(formatMinorSet(0), "");
  });

  it("reads what it wrote", () => {
    for (const set of [0, 1, 0b1010, 0xffff, 0b1100000000000011])
      assert.equal(parseMinorSet(formatMinorSet(set)), set);
  });

  it("refuses other text", () => {
    assert.throws(() => parseMinorSet("3.7"), /not a set of minors/);
  });
});
