import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Engine } from "../../../server/src/engine/analysis";
import type { Finding } from "../../../server/src/engine/findings";
import { ALL_MINORS } from "../../../server/src/engine/version";
import { engineForTests } from "../fixtures/engine-for-tests";

/** One feature that an article describes, with code that uses it. */
interface Feature {
  readonly article: string;
  readonly symbol: string;
  readonly release: string;
  readonly detectable: boolean;
  readonly trigger: string;
}

/** Behaviours of the 3.7 article that depend on what an argument holds, which the analysis does not look at. */
const NOT_FOUND = [
  "behaviour:dis.dis-recursive",
  "behaviour:logging.Logger-pickle",
  "behaviour:os.makedirs-intermediate-mode",
  "behaviour:re-FutureWarning-set-operation",
  "behaviour:re.split-empty-match",
  "behaviour:tzinfo-sub-minute-offset",
  "os.scandir(fd)",
];

describe("the features of the article on Python 3.7", () => {
  let engine: Engine;
  before(async function () {
    this.timeout(60_000);
    engine = await engineForTests();
  });

  it("are found by their triggers at their release", () => {
    const detectable = readFeatures().filter(
      ({ article, detectable, release }) => article === "3.7" && detectable && release !== "3.0",
    );
    const missed = detectable.filter((feature) => !isFound(engine, feature)).map(({ symbol }) => symbol);
    assert.deepEqual(missed.sort(), NOT_FOUND);
    assert.equal(detectable.length - missed.length, 136);
  });
});

/**
 * A trigger is found when a finding names the feature, or something of the same release that the feature belongs to or is
 * used with: a member of a module that is too new says nothing beside its import.
 */
function isFound(engine: Engine, { symbol, release, trigger }: Feature): boolean {
  const entry = engine.catalogue.lookup(symbol);
  return findingsIn(engine, trigger).some(({ entryId }) => {
    if (entryId === entry?.id) return true;
    return engine.catalogue.lookup(entryId)?.added === release;
  });
}

function findingsIn(engine: Engine, code: string): readonly Finding[] {
  const document = engine.parse(code);
  const range = { text: ">=3.0", minors: ALL_MINORS, minimum: 0, maximum: undefined };
  const target = { range, origin: { path: "pyproject.toml", key: "project.requires-python" } };
  const { findings } = engine.analyse(document, { uri: "file:///trigger.py", version: 1, target });
  document.dispose();
  return findings;
}

function readFeatures(): Feature[] {
  const file = path.join(__dirname, "../../fixtures/articles/features.tsv");
  const [head, ...rows] = readFileSync(file, "utf8").replace(/\n$/, "").split("\n");
  const columns = head.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    const cell = (name: string): string => cells[columns.indexOf(name)];
    return {
      article: cell("article"),
      symbol: cell("symbol"),
      release: cell("release"),
      detectable: cell("detectable") === "yes",
      trigger: `${cell("trigger").replace(/\\(n|\\)/g, (_, escaped) => (escaped === "n" ? "\n" : "\\"))}\n`,
    };
  });
}
