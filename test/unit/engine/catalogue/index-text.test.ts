import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { firstLine } from "../../../../server/src/engine/catalogue/index-text";

describe("firstLine", () => {
  it("gives a line however long it is, and reads little behind it", () => {
    for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]) {
      const line = "x".repeat(length);
      const text = `${line}\n${"y".repeat(1_000_000)}`;
      let furthest = 0;
      const read = firstLine({
        slice(start, end) {
          furthest = Math.max(furthest, end);
          return text.slice(start, end);
        },
      });
      assert.equal(read, line);
      assert.ok(furthest <= length + 65_536 + 1, `${length}: ${furthest}`);
    }
  });

  it("gives the whole of a text that has one line", () => {
    for (const text of ["", "{}", "x".repeat(65_536)]) assert.equal(firstLine(text), text);
  });
});
