import assert from "node:assert/strict";
import { resultIdOf } from "../../../server/src/lsp/result-id";

describe("resultIdOf", () => {
  it("is the same for equal values, and another for others", () => {
    const values = [[], [1], [1, 2], [2, 1], ["a"], ["b"], [{ line: 1 }], [{ line: 2 }], "ab", "ba"];
    const ids = values.map(resultIdOf);
    assert.deepEqual(structuredClone(values).map(resultIdOf), ids);
    assert.equal(new Set(ids).size, values.length);
  });
});
