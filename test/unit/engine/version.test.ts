import assert from "node:assert/strict";
import fc from "fast-check";
import {
  ALL_MINORS,
  formatMinor,
  highestMinor,
  isSubset,
  listMinors,
  lowestMinor,
  type MinorSet,
  minorsBefore,
  minorsFrom,
  NEWEST_MINOR,
  NO_MINORS,
  OLDEST_MINOR,
  parseMinor,
  singleMinor,
} from "../../../server/src/engine/version";

const everyMinor = Array.from(
  { length: NEWEST_MINOR - OLDEST_MINOR + 1 },
  (_, index) => OLDEST_MINOR + index,
);
const anySet: fc.Arbitrary<MinorSet> = fc.integer({ min: NO_MINORS, max: ALL_MINORS });
/** Minors in the catalogue's span and well outside of it. */
const anyMinor = fc.integer({ min: -40, max: 60 });

describe("sets of minors", () => {
  it("hold each minor of the catalogue and none besides", () => {
    assert.deepEqual(listMinors(ALL_MINORS), everyMinor);
    assert.deepEqual(listMinors(NO_MINORS), []);
  });

  it("split into what is before a minor and what is from it on, wherever it lies", () => {
    fc.assert(
      fc.property(anyMinor, (minor) => {
        assert.deepEqual(
          listMinors(minorsFrom(minor)),
          everyMinor.filter((each) => each >= minor),
        );
        assert.deepEqual(
          listMinors(minorsBefore(minor)),
          everyMinor.filter((each) => each < minor),
        );
        assert.deepEqual(
          listMinors(singleMinor(minor)),
          everyMinor.filter((each) => each === minor),
        );
      }),
    );
  });

  it("are listed from the lowest to the highest minor, which are undefined for the empty set", () => {
    fc.assert(
      fc.property(anySet, (set) => {
        const minors = listMinors(set);
        assert.equal(
          minors.reduce((sum, minor) => sum | singleMinor(minor), NO_MINORS),
          set,
        );
        assert.equal(lowestMinor(set), minors[0]);
        assert.equal(highestMinor(set), minors[minors.length - 1]);
      }),
    );
  });

  it("tell whether one is part of the other", () => {
    fc.assert(
      fc.property(anySet, anySet, (part, whole) => {
        const inside = listMinors(part).every((minor) => listMinors(whole).includes(minor));
        assert.equal(isSubset(part, whole), inside);
      }),
    );
    assert.ok(isSubset(NO_MINORS, NO_MINORS));
  });
});

describe("parseMinor", () => {
  it("reads back what formatMinor writes", () => {
    for (const minor of everyMinor) assert.equal(parseMinor(formatMinor(minor)), minor);
  });

  it("does not mind a micro", () => {
    assert.equal(parseMinor("3.8.2"), 8);
    assert.equal(parseMinor("3.10.0.1"), 10);
  });

  it("refuses whatever is no Python 3", () => {
    for (const text of [
      "",
      "3",
      "3.",
      "2.7",
      "4.0",
      "3.x",
      "3.8-dev",
      " 3.8",
      "3.8 ",
      "3.8.",
      "3.1234",
      "v3.8",
    ])
      assert.equal(parseMinor(text), undefined, JSON.stringify(text));
  });
});
