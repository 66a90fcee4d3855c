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

/** What cannot be seen in the code that shows it, by article, and why. */
const NOT_FOUND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "3.4": {
    "behaviour:__del__-in-cycles": "whether an object is in a cycle is decided when the code runs",
    "smtplib.SMTPException": "the code that catches it as OSError does not name it",
  },
  "3.7": {
    "behaviour:tzinfo-sub-minute-offset": "the offset is computed from numbers",
  },
  "3.8": {
    "asyncio.CancelledError": "code that handles cancellation first does the same on either side",
    "profile.Profile(with)": "documented, but no release has it",
    'shutil.make_archive(format="tar")': "the code that shows it names no format",
  },
};

for (const article of ["3.4", "3.7", "3.8"]) {
  describe(`the features of the article on Python ${article}`, () => {
    let engine: Engine;
    before(async function () {
      this.timeout(60_000);
      engine = await engineForTests();
    });

    it("are found by their triggers at their release", () => {
      const detectable = readFeatures().filter(
        (feature) => feature.article === article && feature.detectable && feature.release !== "3.0",
      );
      const missed = detectable.filter((feature) => !isFound(engine, feature)).map(({ symbol }) => symbol);
      assert.deepEqual(missed.sort(), Object.keys(NOT_FOUND[article]).sort());
    });
  });
}

/**
 * A trigger is found when a finding names the feature, or something of the same release that the feature belongs to or is
 * used with: a member of a module that is too new, or gone, says nothing beside its import.
 */
function isFound(engine: Engine, { symbol, release, trigger }: Feature): boolean {
  const entry = engine.catalogue.lookup(symbol);
  return findingsIn(engine, trigger).some(({ entryId, code }) => {
    if (entryId === entry?.id || (code === "removed" && entry?.id.startsWith(`${entryId}.`))) return true;
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
