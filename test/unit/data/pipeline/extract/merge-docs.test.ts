import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { ExtractedRow } from "../../../../../data/pipeline/extract/docs-rows";
import { mergeDocs } from "../../../../../data/pipeline/extract/merge-docs";

const HEADER = "symbol\tkind\tdirective\tversions\tparameters\tpage\tseen_in";
const FEED: ExtractedRow = {
  symbol: "zoo.feed",
  kind: "function",
  directive: "changed",
  versions: ["3.7"],
  parameters: [{ verb: "add", name: "food" }],
  page: "library/zoo",
};

function merge(lines: string[], rows: ExtractedRow[], release: string): string[] {
  return mergeDocs([HEADER, ...lines, ""].join("\n"), rows, release)
    .text.split("\n")
    .slice(1, -1);
}

describe("laying a release's documentation over the evidence", () => {
  it("adds what no release had", () => {
    assert.deepEqual(merge([], [FEED], "3.16"), [
      "zoo.feed\tfunction\tchanged\t3.7\tadd:food\tlibrary/zoo\t3.16",
    ]);
  });

  it("tells that one more release has a row", () => {
    const known = "zoo.feed\tfunction\tchanged\t3.7\tadd:food\tlibrary/zoo\t3.7..3.15";
    assert.match(merge([known], [FEED], "3.16")[0], /\t3\.7\.\.3\.16$/);
    assert.match(merge([known], [FEED], "3.9")[0], /\t3\.7\.\.3\.15$/);
    assert.match(merge([known], [FEED], "3.6")[0], /\t3\.6\.\.3\.15$/);
  });

  it("takes kind, page and parameters from the newest release that tells them", () => {
    const known = "zoo.feed\tdata\tchanged\t3.7\tadd:meal\tlibrary/old\t3.7..3.10b2";
    assert.deepEqual(merge([known], [FEED], "3.11"), [
      "zoo.feed\tfunction\tchanged\t3.7\tadd:food\tlibrary/zoo\t3.7..3.11",
    ]);
    assert.deepEqual(merge([known], [FEED], "3.8"), [known]);
    assert.match(merge([known], [{ ...FEED, parameters: [] }], "3.11")[0], /\tadd:meal\t/);
  });

  it("keeps what only an older release says of values", () => {
    const known = "zoo.feed\tfunction\tchanged\t3.7\tadd:food\tlibrary/zoo\t3.9..3.15";
    const older: ExtractedRow = { ...FEED, parameters: [{ verb: "accepts", name: "", to: "path-like" }] };
    assert.match(merge([known], [older], "3.8")[0], /\taccepts:>path-like,add:food\t/);
  });

  it("changes nothing when it is done again", () => {
    const once = mergeDocs(`${HEADER}\n`, [FEED], "3.16").text;
    assert.deepEqual(mergeDocs(once, [FEED], "3.16"), { text: once, added: 0, confirmed: 1 });
  });
});
