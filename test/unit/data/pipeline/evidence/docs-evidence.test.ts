import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseDocsEvidence } from "../../../../../data/pipeline/evidence/docs-evidence";

const HEAD = "symbol\tkind\tdirective\tversions\tparameters\tpage\tseen_in\n";

describe("rows of the documentation", () => {
  it("reads versions, parameters and the releases that carry a row", () => {
    const [row] = parseDocsEvidence(
      `${HEAD}ast.parse\tfunction\tchanged\t3.8\tadd:feature_version,rename:a>b\tlibrary/ast\t3.8..3.13.5\n`,
    );
    assert.deepEqual(row, {
      symbol: "ast.parse",
      kind: "function",
      directive: "changed",
      versions: ["3.8"],
      parameters: [
        { verb: "add", name: "feature_version" },
        { verb: "rename", name: "a", to: "b" },
      ],
      page: "library/ast",
      firstSeen: 8,
      lastSeen: 13,
    });
  });

  it("keeps the release of a planned removal beside that of the deprecation", () => {
    const [row] = parseDocsEvidence(
      `${HEAD}imp\tmodule\tdeprecated-removed\t3.4,3.12\t\tlibrary/imp\t3.11\n`,
    );
    assert.deepEqual(row?.versions, ["3.4", "3.12"]);
    assert.equal(row?.lastSeen, 11);
  });

  it("names the line that it cannot read", () => {
    assert.throws(() => parseDocsEvidence(`${HEAD}imp\tmodule\n`), /line 2/);
  });
});
