import assert from "node:assert/strict";
import { targetStatus } from "../../../server/src/messages";
import { target } from "./subjects";

describe("targetStatus", () => {
  it("says who declared the target, and how to declare one", () => {
    assert.deepEqual(targetStatus(target(">=3.8,<3.12")), {
      text: "Python >=3.8,<3.12",
      detail: "requires-python in pyproject.toml:7",
    });
    assert.equal(targetStatus(undefined).text, "No target Python");
  });

  it("names a setting by itself", () => {
    const origin = { path: "settings", key: "sinceWhen.target" };
    const { detail } = targetStatus({ ...target(">=3.8"), origin });
    assert.equal(detail, "setting sinceWhen.target");
  });
});
