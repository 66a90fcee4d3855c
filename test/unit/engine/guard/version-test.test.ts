import assert from "node:assert/strict";
import { both, isInformative } from "../../../../server/src/engine/guard/truth";
import {
  type ComparisonOperator,
  compareVersion,
  mirrorOperator,
  VERSION_INFO_LENGTH,
  versionIsOneOf,
} from "../../../../server/src/engine/guard/version-test";
import { listMinors, singleMinor } from "../../../../server/src/engine/version";
import { readTruthTable } from "./truth-table";

const versionInfo = { kind: "tuple", length: VERSION_INFO_LENGTH } as const;
const firstTwo = { kind: "tuple", length: 2 } as const;
const minor = { kind: "part", index: 1 } as const;

describe("compareVersion", () => {
  const comparisons = readTruthTable().flatMap(({ code, comparison, truth, outcomes }) =>
    comparison ? [{ code, comparison, truth, outcomes }] : [],
  );

  it("says what CPython's rules say of every release", () => {
    assert.ok(comparisons.length > 400);
    for (const { code, comparison, truth } of comparisons) {
      const { shape, operator, constant } = comparison;
      assert.deepEqual(compareVersion(shape, operator, constant), truth, code);
    }
  });

  it("agrees with every interpreter that was asked", () => {
    for (const { code, comparison, outcomes } of comparisons) {
      const { yes, no } = compareVersion(comparison.shape, comparison.operator, comparison.constant);
      for (const outcome of outcomes) {
        const at = singleMinor(outcome.minor);
        const where = `${code} on 3.${outcome.minor}`;
        if (outcome.letter !== "F") assert.ok(yes & at, `${where} can be true`);
        if (outcome.letter !== "T") assert.ok(no & at, `${where} can be false`);
      }
    }
  });

  it("takes a longer tuple that begins the same for the greater one", () => {
    assert.ok(listMinors(compareVersion(versionInfo, ">", [3, 8]).yes).includes(8));
    assert.equal(compareVersion(versionInfo, "==", [3, 8]).yes, 0);
    assert.ok(!listMinors(compareVersion(firstTwo, ">", [3, 8]).yes).includes(8));
  });

  it("leaves a minor open on which the micro decides", () => {
    const { yes, no } = compareVersion(versionInfo, ">=", [3, 8, 5]);
    assert.deepEqual(listMinors(yes & no), [8]);
  });

  it("knows nothing where Python raises a TypeError", () => {
    assert.equal(isInformative(compareVersion(versionInfo, ">=", 3)), false);
    assert.equal(isInformative(compareVersion(versionInfo, ">=", "3.8")), false);
  });
});

describe("versionIsOneOf", () => {
  it("is true where one of the constants is equal", () => {
    assert.deepEqual(listMinors(versionIsOneOf(minor, [6, 7]).yes), [6, 7]);
    assert.ok(!listMinors(versionIsOneOf(minor, [6, 7]).no).includes(6));
    assert.deepEqual(
      listMinors(
        versionIsOneOf(firstTwo, [
          [3, 6],
          [3, 9],
          [2, 7],
        ]).yes,
      ),
      [6, 9],
    );
  });

  it("is never true of no constants at all", () => {
    const { yes, no } = versionIsOneOf(minor, []);
    assert.equal(yes, 0);
    assert.equal(listMinors(no).length, 16);
  });
});

describe("mirrorOperator", () => {
  it("turns a comparison round without changing what it says", () => {
    const pairs: readonly [ComparisonOperator, ComparisonOperator][] = [
      ["<", ">"],
      ["<=", ">="],
      ["==", "=="],
      ["!=", "!="],
    ];
    for (const [one, other] of pairs) {
      assert.equal(mirrorOperator(one), other);
      assert.equal(mirrorOperator(other), one);
    }
  });

  it("makes the two halves of a chain: (3, 6) <= version < (3, 9)", () => {
    const low = compareVersion(versionInfo, mirrorOperator("<="), [3, 6]);
    const high = compareVersion(versionInfo, "<", [3, 9]);
    assert.deepEqual(listMinors(both(low, high).yes), [6, 7, 8]);
  });
});
