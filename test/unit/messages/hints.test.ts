import assert from "node:assert/strict";
import { minorsFrom, singleMinor } from "../../../server/src/engine/version";
import { hintLabel } from "../../../server/src/messages";
import { coroutine, entry, run } from "./subjects";

describe("hintLabel", () => {
  it("tells the life of an entry in a few characters", () => {
    assert.equal(hintLabel(run), "3.7+");
    assert.equal(hintLabel(coroutine), "3.4–3.10");
    assert.equal(hintLabel(entry("x", { removed: "3.12" })), "gone in 3.12");
    assert.equal(hintLabel(entry("x", { added: "3.7.2" })), "3.7.2+");
    assert.equal(hintLabel(entry("x", { deprecated: "3.12" })), "deprecated in 3.12");
    assert.equal(hintLabel(entry("x", { added: "3.3", deprecated: "3.12" })), "3.3+, deprecated in 3.12");
    assert.equal(hintLabel(entry("x", { deprecated: "3.8", removed: "3.12" })), "gone in 3.12");
    assert.equal(
      hintLabel(entry("x", { added: "3.3", available: singleMinor(3) | minorsFrom(6) })),
      "3.3, 3.6+",
    );
    assert.equal(hintLabel(entry("os.getcwd")), undefined);
    assert.equal(hintLabel(entry("x", { added: "unknown" })), undefined);
  });
});
