import assert from "node:assert/strict";
import { findingsOf } from "../analyse-for-tests";

const isUnused = async (test: string, target: string): Promise<boolean> => {
  const findings = await findingsOf(`import sys\nif ${test}:\n    pass\n`, target);
  return findings.some((finding) => finding.startsWith("unused-guard"));
};

describe("unused guards", () => {
  it("are tests that every targeted Python answers alike", async () => {
    assert.equal(await isUnused("sys.version_info >= (3, 7)", ">=3.8"), true);
    assert.equal(await isUnused("sys.version_info >= (3, 9)", ">=3.8"), false);
  });

  it("are not those that part Python 2 from 3 where the target lets both in", async () => {
    assert.equal(await isUnused("sys.version_info[0] >= 3", ">=2.7,!=3.0.*"), false);
    assert.equal(await isUnused("sys.version_info[0] >= 3", ">=3.8"), true);
    assert.equal(await isUnused("sys.version_info >= (2, 7)", ">=2.7"), true);
  });

  it("are not those that ask for a release to come, unless the target ends before it", async () => {
    assert.equal(await isUnused("sys.version_info < (3, 16)", ">=3.8"), false);
    assert.equal(await isUnused("sys.version_info >= (3, 17)", ">=3.8"), false);
    assert.equal(await isUnused("sys.version_info < (3, 16)", ">=3.8,<3.14"), true);
    assert.equal(await isUnused("sys.version_info < (4, 0)", ">=3.8"), true);
  });
});
