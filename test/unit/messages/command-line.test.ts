import assert from "node:assert/strict";
import { runSummary } from "../../../server/src/messages";
import { target } from "./subjects";

describe("runSummary", () => {
  it("counts by severity and names target and need", () => {
    const bySeverity = { error: 2, warning: 1, information: 0, hint: 0 };
    assert.equal(
      runSummary({ files: 4, bySeverity, minimum: 8, targets: [{ target: target(">=3.6"), files: 4 }] }),
      "Found 2 errors, 1 warning in 4 files for `>=3.6` (pyproject.toml:7); the code needs Python 3.8.",
    );
    const nothing = { error: 0, warning: 0, information: 0, hint: 0 };
    assert.equal(
      runSummary({ files: 1, bySeverity: nothing, minimum: 0, targets: [] }),
      "Nothing found in 1 file.",
    );
  });
});
