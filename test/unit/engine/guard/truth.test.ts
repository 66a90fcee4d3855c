import assert from "node:assert/strict";
import fc from "fast-check";
import {
  ALWAYS,
  both,
  either,
  isInformative,
  negate,
  NEVER,
  trueOn,
  type Truth,
  UNKNOWN_TRUTH,
} from "../../../../server/src/engine/guard/truth";
import { ALL_MINORS, singleMinor } from "../../../../server/src/engine/version";

/** What is known on each minor is at least one of true and false. */
const anyTruth: fc.Arbitrary<Truth> = fc
  .tuple(fc.integer({ min: 0, max: ALL_MINORS }), fc.integer({ min: 0, max: ALL_MINORS }))
  .map(([yes, open]) => ({ yes: yes | open, no: (ALL_MINORS & ~yes) | open }));

describe("Truth", () => {
  it("obeys the laws of logic on every minor", () => {
    fc.assert(
      fc.property(anyTruth, anyTruth, (left, right) => {
        assert.deepEqual(negate(negate(left)), left);
        assert.deepEqual(both(left, right), both(right, left));
        assert.deepEqual(negate(both(left, right)), either(negate(left), negate(right)));
        assert.deepEqual(both(left, ALWAYS), left);
        assert.deepEqual(either(left, NEVER), left);
        assert.deepEqual(both(left, NEVER), NEVER);
        assert.deepEqual(either(left, ALWAYS), ALWAYS);
      }),
    );
  });

  it("is what Python would give, for every value that the two sides can have", () => {
    fc.assert(
      fc.property(anyTruth, anyTruth, fc.integer({ min: 0, max: 15 }), (left, right, minor) => {
        const at = singleMinor(minor);
        const values = ({ yes, no }: Truth): boolean[] => [
          ...(yes & at ? [true] : []),
          ...(no & at ? [false] : []),
        ];
        const results = values(left).flatMap((one) =>
          values(right).map((other) => [one && other, one || other]),
        );
        const and = values(both(left, right));
        const or = values(either(left, right));
        assert.deepEqual(new Set(and), new Set(results.map(([each]) => each)));
        assert.deepEqual(new Set(or), new Set(results.map(([, each]) => each)));
      }),
    );
  });

  it("says something unless both answers are open on every minor", () => {
    assert.equal(isInformative(UNKNOWN_TRUTH), false);
    assert.equal(isInformative(ALWAYS), true);
    assert.equal(isInformative(trueOn(singleMinor(8))), true);
  });
});
