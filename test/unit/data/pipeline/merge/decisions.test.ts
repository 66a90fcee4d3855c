import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { openDecisions } from "../../../../../data/pipeline/merge/decisions";

describe("decisions", () => {
  it("finds the one of an id before that of a prefix", () => {
    const decisions = openDecisions({
      "mmap.MAP_*": { accept: "part", reason: "one list" },
      "mmap.MAP_STACK": { added: "3.11", reason: "this one" },
    });
    assert.equal(decisions.find("mmap.MAP_STACK")?.added, "3.11");
    assert.equal(decisions.find("mmap.MAP_ANON")?.accept, "part");
    assert.equal(decisions.find("mmap.PROT_READ"), undefined);
    assert.deepEqual(decisions.unused(), []);
  });

  it("tells which speak of nothing", () => {
    assert.deepEqual(openDecisions({ "no.such": { accept: "docs", reason: "why" } }).unused(), ["no.such"]);
  });

  it("refuses one without a reason", () => {
    assert.throws(() => openDecisions({ "a.b": { accept: "docs", reason: " " } }), /a\.b has no reason/);
  });
});
