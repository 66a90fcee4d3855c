import assert from "node:assert/strict";
import { isTestData, withoutTestData } from "../../../server/src/project";

describe("folders of test data", () => {
  it("are called so, and plain `data` below tests", () => {
    for (const folder of ["/p/testdata", "/p/src/test_data", "/p/tests/data", "/p/test_parser/deep/data"])
      assert.equal(isTestData(folder, false), true, folder);
    for (const folder of ["/p/data", "/p/tests", "/p/tests/database", "/p/latest/data"])
      assert.equal(isTestData(folder, false), false, folder);
  });

  it("are no packages, which are there to be imported", () => {
    assert.equal(isTestData("/p/tests/data", true), false);
  });

  it("are left out of a list with all that is below them", () => {
    const kept = ["file:///p/data/a.py", "file:///p/tests/a/data/__init__.py", "file:///p/tests/a/data/b.py"];
    const data = ["file:///p/tests/data/a.py", "file:///p/tests/data/deep/a.py"];
    assert.deepEqual(withoutTestData([...data, ...kept]), kept);
  });
});
