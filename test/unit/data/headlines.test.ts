import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import { DATA_FOLDER } from "../../../data/build/read-sources";
import { compileCatalogue } from "../../../data/build/write-index";
import { parseHeadlines } from "../../../data/pipeline/headlines/headline-evidence";
import { measureHeadlines, type HeadlineException } from "../../../data/pipeline/headlines/measure";
import { loadCatalogue } from "../../../server/src/engine/catalogue/load";
import { NEWEST_MINOR } from "../../../server/src/engine/version";

const read = (name: string): string => readFileSync(path.join(DATA_FOLDER, name), "utf8");

describe("what the release notes feature", () => {
  const { reports, needless } = measureHeadlines(
    parseHeadlines(read("evidence/headlines.tsv")),
    loadCatalogue(compileCatalogue().text),
    JSON.parse(read("headline-exceptions.json")) as HeadlineException[],
  );

  it("is known of every release", () => {
    assert.deepEqual(
      reports.map(({ minor }) => minor),
      Array.from({ length: NEWEST_MINOR + 1 }, (_, minor) => minor),
    );
  });

  for (const { minor, names, unknown, wordless } of reports) {
    it(`is in the catalogue for 3.${minor}, with a sentence of our own`, () => {
      assert.ok(unknown.length <= names * 0.05, `no entries: ${unknown.join(", ")}`);
      assert.deepEqual(
        wordless.map(({ id }) => id),
        [],
      );
    });
  }

  it("has no exception that excepts nothing", () => {
    assert.deepEqual(needless, []);
  });
});
