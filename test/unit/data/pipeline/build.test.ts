import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "mocha";
import { formatModuleSource } from "../../../../data/build/format-source";
import { buildModules, readSources, type Built } from "../../../../data/pipeline/build";
import { openDecisions, type Decision } from "../../../../data/pipeline/merge/decisions";
import type { Sources } from "../../../../data/pipeline/merge/collect-drafts";
import { measureRecall } from "../../../../data/pipeline/recall/measure";

const DATA = join(import.meta.dirname, "../../../../data");

describe("the generated catalogue", function () {
  this.timeout(120_000);
  let sources: Sources;
  let built: Built;
  const decisions = openDecisions(
    JSON.parse(readFileSync(join(DATA, "decisions.json"), "utf8")) as Record<string, Decision>,
  );

  before(() => {
    sources = readSources(join(DATA, "evidence"));
    built = buildModules(sources, decisions);
  });

  it("leaves no disagreement undecided, and no decision without a thing", () => {
    assert.deepEqual(built.conflicts, []);
    assert.deepEqual(decisions.unused(), []);
  });

  it("is what the committed files say, byte by byte", () => {
    const folder = join(DATA, "generated");
    const names = built.modules.map(({ module }) => `${module}.json`);
    assert.deepEqual([...names].sort(), readdirSync(folder).sort());
    for (const source of built.modules) {
      const committed = readFileSync(join(folder, `${source.module}.json`), "utf8");
      assert.equal(formatModuleSource(source), committed, source.module);
    }
  });

  it("knows what came and went between neighbouring interpreters", () => {
    const [documented, all, parameters] = measureRecall(sources, built.modules);
    assert.ok(documented.known / documented.total >= 0.995);
    assert.ok(all.known / all.total >= 0.97);
    assert.ok(parameters.known / parameters.total >= 0.98);
  });
});
