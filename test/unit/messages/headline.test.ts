import assert from "node:assert/strict";
import { headlineOf } from "../../../server/src/messages";
import { entry } from "./subjects";

describe("headlineOf", () => {
  it("is the first line without marks", () => {
    const walrus = entry("syntax:walrus", { kind: "syntax", added: "3.8" });
    assert.equal(
      headlineOf({ entry: walrus, prose: {}, target: undefined, failing: 0 }),
      "The walrus operator := — new in Python 3.8",
    );
  });
});
