import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { compileCatalogue } from "../../../../data/build/write-index";
import type { Catalogue } from "../../../../server/src/engine/catalogue/catalogue";
import { loadCatalogue } from "../../../../server/src/engine/catalogue/load";
import { createReleaseHistory } from "../../../../server/src/engine/catalogue/release-history";
import { parseQuery } from "../../../../server/src/engine/catalogue/query";
import { createSearch } from "../../../../server/src/engine/catalogue/search";
import { hoverCard } from "../../../../server/src/messages";

/** Every feature that the articles describe: its name, and the release that brought or changed it. */
function readFeatures(): { symbol: string; release: string }[] {
  const file = path.join(__dirname, "../../../fixtures/articles/features.tsv");
  const [head, ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");
  const columns = head.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    return { symbol: cells[columns.indexOf("symbol")], release: cells[columns.indexOf("release")] };
  });
}

describe("the features of the articles in the releases explorer", function () {
  this.timeout(60_000);
  let catalogue: Catalogue;
  const features = readFeatures();

  before(() => {
    catalogue = loadCatalogue(compileCatalogue().text);
  });

  it("have a page each, with a sentence of our own", () => {
    const missing = features.filter(({ symbol }) => {
      const entry = catalogue.lookup(symbol);
      if (!entry) return true;
      const prose = catalogue.prose(entry.id);
      const card = hoverCard({ entry, prose, target: undefined, failing: 0 });
      return prose.summary === undefined || !card.markdown.includes(prose.summary);
    });
    console.log(`      ${features.length - missing.length} of ${features.length}`);
    assert.deepEqual(missing, []);
  });

  it("are listed under their releases, but for what every Python 3 has", () => {
    const history = createReleaseHistory(catalogue);
    const listed = new Set<string>();
    for (let minor = 0; minor <= 15; minor++) {
      for (const { entryId, members } of history.featuresOf(minor)) {
        listed.add(entryId);
        for (const member of members) listed.add(member);
      }
    }
    const missing = features.filter(
      ({ symbol, release }) => release !== "3.0" && !listed.has(catalogue.lookup(symbol)?.id ?? symbol),
    );
    assert.deepEqual(missing, []);
  });

  it("are found by their names", () => {
    const search = createSearch({ catalogue });
    const missing = features.filter(({ symbol }) => {
      const id = catalogue.lookup(symbol)?.id ?? symbol;
      return !search.find(parseQuery(id), 20).some(({ entryId }) => entryId === id);
    });
    assert.deepEqual(missing, []);
  });
});
