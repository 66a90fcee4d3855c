import assert from "node:assert/strict";
import { minorsBefore, minorsFrom, singleMinor } from "../../../server/src/engine/version";
import { formatMinors, formatMinorsShort } from "../../../server/src/messages";

describe("formatMinors", () => {
  it("writes sets as sentences want them", () => {
    assert.equal(formatMinors(singleMinor(6)), "3.6");
    assert.equal(formatMinors(singleMinor(6) | singleMinor(7)), "3.6 and 3.7");
    assert.equal(formatMinors(minorsFrom(6) & minorsBefore(10)), "3.6 to 3.9");
    assert.equal(formatMinors(minorsFrom(12)), "3.12 and newer");
    assert.equal(
      formatMinors(minorsBefore(2) | (minorsFrom(5) & minorsBefore(9))),
      "3.0, 3.1 and 3.5 to 3.8",
    );
    assert.equal(formatMinors(0), "no Python 3");
  });

  it("writes them short", () => {
    assert.equal(formatMinorsShort(minorsFrom(7)), "3.7+");
    assert.equal(formatMinorsShort(minorsFrom(6) & minorsBefore(10)), "3.6–3.9");
    assert.equal(formatMinorsShort(singleMinor(6) | singleMinor(8)), "3.6, 3.8");
  });
});
