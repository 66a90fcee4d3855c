import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { anchorOf, candidatesOf } from "../../../../server/src/engine/rewrites/book";
import { compilePattern } from "../../../../server/src/engine/rewrites/pattern";
import { REWRITES } from "../../../../server/src/engine/rewrites/table";
import type { Direction } from "../../../../server/src/engine/rewrites/rewrite";
import { NAMED_KINDS } from "../../../../server/src/engine/syntax/node-kind";
import { WORDINGS } from "../../../../server/src/messages";
import { engineForTests } from "../../fixtures/engine-for-tests";
import { parserForTests } from "../syntax/parser-for-tests";

const DIRECTIONS: readonly Direction[] = ["modernise", "downgrade"];
const ALL = REWRITES.flatMap((rewrite) =>
  DIRECTIONS.flatMap((direction) => candidatesOf(rewrite, direction)),
);
const FIXTURES = path.join(__dirname, "../../../fixtures/python/rewrites");

describe("the table of rewrites", function () {
  // The catalogue is compiled from its sources, which takes a while on a busy machine.
  this.timeout(60_000);

  it("names every rewrite once", () => {
    const ids = REWRITES.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  it("speaks of entries that the catalogue has", async () => {
    const { catalogue } = await engineForTests();
    for (const { id, entry, mends } of REWRITES)
      for (const each of [entry, ...(mends ?? [])])
        assert.equal(catalogue.lookup(each)?.id, each, `entry of ${id}`);
  });

  it("has patterns that parse and whose names are entries", async () => {
    const { catalogue } = await engineForTests();
    const parser = await parserForTests();
    for (const { rewrite, from } of ALL) {
      const { entries } = compilePattern(from, (text) => parser.parseOnce(text), catalogue);
      for (const id of entries.values()) assert.ok(catalogue.lookup(id), `${id} in ${rewrite.id}`);
    }
  });

  it("finds every form by an entry or a kind of syntax", async () => {
    const { catalogue } = await engineForTests();
    for (const candidate of ALL.filter(({ direction }) => direction === "modernise")) {
      const anchor = anchorOf(candidate, catalogue);
      const isKnown = NAMED_KINDS[anchor] !== undefined || catalogue.lookup(anchor)?.id === anchor;
      assert.ok(isKnown, `“${candidate.from}” of ${candidate.rewrite.id} is found by “${anchor}”`);
    }
  });

  it("says what differs wherever a rewrite is not safe", () => {
    for (const { rewrite, rule, direction } of ALL) {
      const worded =
        rule.differs !== undefined && WORDINGS.en.fixes.worded.differences.includes(rule.differs);
      const where = `${direction} of ${rewrite.id}`;
      assert.equal(worded, (rule.safety ?? "safe") !== "safe", `${where}: ${rule.differs ?? "nothing said"}`);
    }
  });

  it("words every reason for a refusal, and no other", () => {
    const general = ["evaluated-once", "not-shown", "result-used"];
    const reasons = ALL.flatMap(({ rule }) => rule.when?.map(({ reason }) => reason) ?? []);
    assert.deepEqual(
      [...new Set([...reasons, ...general])].sort(),
      WORDINGS.en.fixes.worded.reasons.toSorted(),
    );
  });

  it("words no difference that no rewrite has", () => {
    // What any rewrite may do to comments inside of what it is about.
    const used = new Set([...ALL.map(({ rule }) => rule.differs), "comments-move"]);
    assert.deepEqual(
      WORDINGS.en.fixes.worded.differences.filter((key) => !used.has(key)),
      [],
    );
  });

  it("is shown at work by a fixture for every rewrite and way", () => {
    const files = readdirSync(FIXTURES).filter((name) => name.endsWith(".fixed.py"));
    const missing = [...new Set(ALL.map(({ direction, rewrite }) => `.${direction}-${rewrite.id}.fixed.py`))];
    assert.deepEqual(
      missing.filter((ending) => !files.some((name) => name.endsWith(ending))),
      [],
    );
  });
});
