import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { anchorOf, candidatesOf } from "../../../../server/src/engine/rewrites/book";
import { compilePattern } from "../../../../server/src/engine/rewrites/pattern";
import { REWRITES } from "../../../../server/src/engine/rewrites/table";
import type { Direction } from "../../../../server/src/engine/rewrites/rewrite";
import { NAMED_KINDS } from "../../../../server/src/engine/syntax/grammar-names";
import { WORDINGS } from "../../../../server/src/messages";
import { OTHER_DESIGNS } from "../../../../server/src/engine/fixes/rewriting/refusals";
import { engineForTests } from "../../fixtures/engine-for-tests";
import { targetOf } from "../analyse-for-tests";
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
    const general = [
      "class-names",
      "evaluated-once",
      "not-shown",
      "other-scope",
      "own-methods",
      "result-used",
    ];
    const designs = Object.values(OTHER_DESIGNS).map(({ reason }) => reason);
    const reasons = ALL.flatMap(({ rule }) => rule.when?.map(({ reason }) => reason) ?? []);
    assert.deepEqual(
      [...new Set([...reasons, ...general, ...designs])].sort(),
      WORDINGS.en.fixes.worded.reasons.toSorted(),
    );
  });

  it("words no difference that no rewrite has", () => {
    // What any rewrite may do to comments inside of what it is about, and what packages are to the library.
    const general = ["comments-move", "module-itself", "named-in-text", "package-ahead"];
    const used = new Set([...ALL.map(({ rule }) => rule.differs), ...general]);
    assert.deepEqual(
      WORDINGS.en.fixes.worded.differences.filter((key) => !used.has(key)),
      [],
    );
  });

  it("refuses, with the reason, what needs another design", async () => {
    const engine = await engineForTests();
    for (const [id, { name, reason }] of Object.entries(OTHER_DESIGNS)) {
      assert.equal(engine.catalogue.lookup(id)?.id, id);
      const document = engine.parse(DESIGNS[id]);
      const target = targetOf(">=3.3");
      const analysis = engine.analyse(document, { uri: "file:///design.py", version: 1, target });
      const finding = analysis.findings.find(({ entryId }) => entryId === id);
      assert.ok(finding, `${id} in “${DESIGNS[id]}”`);
      assert.deepEqual(engine.refusalsFor(document, analysis, finding), [
        { id: "downgrade-by-design", details: { name }, reason },
      ]);
      document.dispose();
    }
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

/** Code that is of another design on older Pythons, by the entry that it uses. */
const DESIGNS: Readonly<Record<string, string>> = {
  "asyncio.TaskGroup":
    "import asyncio\nasync def main():\n    async with asyncio.TaskGroup() as group:\n        pass\n",
  "builtins.BaseException.add_note": "try:\n    pass\nexcept ValueError as error:\n    error.add_note('x')\n",
  "builtins.ExceptionGroup": "raise ExceptionGroup('a', [ValueError()])\n",
  contextvars: "import contextvars\n",
  "enum.Enum._ignore_": "import enum\nclass A(enum.Enum):\n    _ignore_ = ['x']\n    B = 1\n",
  "syntax:except-star": "try:\n    pass\nexcept* ValueError:\n    pass\n",
  "syntax:template-string": "a = 1\nb = t'{a}'\n",
  "threading.excepthook": "import threading\nhook = threading.excepthook\n",
  "uuid.uuid7": "import uuid\nuuid.uuid7()\n",
  "xml.etree.ElementTree.XMLPullParser": "import xml.etree.ElementTree as ET\nET.XMLPullParser(['end'])\n",
};
