import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type Offers, offersFor, readRows, TABLE, tableOf } from "../../../rewrites/report";
import { engineForTests } from "../../fixtures/engine-for-tests";

/** Ways that are safe or nearly so and that nobody is offered, and why. */
const EXPLAINED: Readonly<Record<string, string>> = {
  "forward hmac-digestmod-default":
    "the first Python that takes the name is older than the one that asks for it",
  "forward except-noparens": "a matter of taste that style guides advise against",
  "back cli:python -I": "stands in the arguments of another process",
  "back behaviour:xml.sax-no-external-entities": "a mere import makes no parser",
};

describe("the rows of older and better ways", function () {
  // Some seven hundred programs are analysed, and what is offered in them is worked out.
  this.timeout(120_000);
  let offers: readonly Offers[];

  before(async () => {
    offers = offersFor(await engineForTests(), readRows());
  });

  it("are told as they are in docs/rewrite-rows.md", () => {
    assert.equal(readFileSync(TABLE, "utf8"), tableOf(offers), "run npm run rewrites:report");
  });

  it("have a fix for each way that is safe or nearly so", () => {
    const near = new Set(["safe", "mostly"]);
    const missing = offers.flatMap(({ row, forward, back }) => [
      ...(near.has(row.forward) && forward.length === 0 ? [`forward ${row.id}`] : []),
      ...(near.has(row.back) && back.length === 0 ? [`back ${row.id}`] : []),
    ]);
    assert.deepEqual(missing.sort(), Object.keys(EXPLAINED).sort());
  });
});
