import assert from "node:assert/strict";
import type { DocumentAnalysis, Usage } from "../../../server/src/engine/findings";
import { ALL_MINORS } from "../../../server/src/engine/version";
import { overlaps, usageAt } from "../../../server/src/features/usages";

function usage(entryId: string, start: number, end: number): Usage {
  return { entryId, start, end, kind: "name", reach: ALL_MINORS, forgiven: 0 };
}

const analysis: DocumentAnalysis = {
  uri: "file:///app.py",
  version: 1,
  target: undefined,
  // asyncio.run with the whole call as a piece of syntax around it
  usages: [usage("syntax:call", 0, 20), usage("asyncio", 0, 7), usage("asyncio.run", 8, 11)],
  findings: [],
  parseErrors: [],
};

describe("usageAt", () => {
  it("finds the shortest usage around the cursor", () => {
    assert.equal(usageAt(analysis, 3)?.entryId, "asyncio");
    assert.equal(usageAt(analysis, 8)?.entryId, "asyncio.run");
    assert.equal(usageAt(analysis, 15)?.entryId, "syntax:call");
  });

  it("takes the one that ends at the cursor only when none is around it", () => {
    assert.equal(usageAt(analysis, 11)?.entryId, "syntax:call");
    assert.equal(usageAt({ ...analysis, usages: [usage("asyncio.run", 8, 11)] }, 11)?.entryId, "asyncio.run");
  });

  it("takes the one that a finding tells of where several have the same place", () => {
    const usages = [usage("int.to_bytes", 0, 8), usage("behaviour:int.to_bytes-defaults", 0, 8)];
    const findings: DocumentAnalysis["findings"] = [
      {
        code: "added-later",
        severity: "error",
        entryId: "behaviour:int.to_bytes-defaults",
        start: 0,
        end: 8,
        failing: 1,
        fixIds: [],
      },
    ];
    assert.equal(usageAt({ ...analysis, usages }, 3)?.entryId, "int.to_bytes");
    assert.equal(usageAt({ ...analysis, usages, findings }, 3)?.entryId, "behaviour:int.to_bytes-defaults");
  });

  it("finds nothing elsewhere", () => {
    assert.equal(usageAt(analysis, 21), undefined);
  });
});

describe("overlaps", () => {
  it("wants a shared character, but lets a cursor touch", () => {
    assert.equal(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 }), false);
    assert.equal(overlaps({ start: 0, end: 4 }, { start: 3, end: 5 }), true);
    assert.equal(overlaps({ start: 3, end: 3 }, { start: 3, end: 5 }), true);
    assert.equal(overlaps({ start: 5, end: 5 }, { start: 3, end: 5 }), true);
    assert.equal(overlaps({ start: 6, end: 6 }, { start: 3, end: 5 }), false);
  });
});
