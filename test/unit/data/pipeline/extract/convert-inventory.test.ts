import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { describe, it } from "mocha";
import { parseInventory } from "../../../../../data/pipeline/evidence/inventory-evidence";
import { convertInventory } from "../../../../../data/pipeline/extract/convert-inventory";

const HEADER = "# Sphinx inventory version 2\n# Project: Python\n# Version: 3.11\n# zlib\n";

function packed(...lines: string[]): Buffer {
  return Buffer.concat([Buffer.from(HEADER), deflateSync(lines.join("\n"))]);
}

describe("the documentation's index", () => {
  it("keeps Python names with page and anchor", () => {
    const text = convertInventory(
      packed(
        "asyncio.run py:function 1 library/asyncio-runner.html#$ -",
        "_thread.error py:exception 1 library/_thread.html#thread.error -",
        "array py:module 0 library/array.html#module-$ -",
        "search std:label -1 search.html Search Page",
      ),
    );
    assert.deepEqual(
      parseInventory(text).map(({ symbol, page, anchor }) => `${symbol} ${page}#${anchor}`),
      [
        "_thread.error library/_thread#thread.error",
        "array library/array#module-array",
        "asyncio.run library/asyncio-runner#asyncio.run",
      ],
    );
  });

  it("refuses another version of the format", () => {
    assert.throws(() => convertInventory(Buffer.from("# Sphinx inventory version 1\n\n\n\n")), /version 2/);
  });
});
