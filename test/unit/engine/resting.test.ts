import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { AnalysisRequest, Engine, ModuleSource } from "../../../server/src/engine/analysis";
import { minorsFrom } from "../../../server/src/engine/version";
import { engineForTests } from "../fixtures/engine-for-tests";

const uri = "file:///project/main.py";

function request(minimum: number, more: Partial<AnalysisRequest> = {}): AnalysisRequest {
  const text = `>=3.${minimum}`;
  const range = { text, minors: minorsFrom(minimum), minimum, maximum: undefined };
  return {
    uri,
    version: 1,
    target: { range, origin: { path: "pyproject.toml", key: "project.requires-python" } },
    ...more,
  };
}

/** A project with one other module, whose `run` stands for something of the library. */
function project(symbol: string): ModuleSource {
  const [library] = symbol.split(".");
  const text = `import ${library}\nrun = ${symbol}\n`;
  return {
    version: 1,
    find: ({ name }) => (name === "helpers" ? { uri: "file:///project/helpers.py", text } : undefined),
  };
}

describe("a document that rests", function () {
  this.timeout(120_000);
  let engine: Engine;

  before(async () => {
    engine = await engineForTests();
  });

  it("is judged by another target as it would be without the rest", () => {
    const folder = "test/fixtures/python";
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".py"),
    );
    for (const file of files.sort().filter((_, index) => index % 5 === 0)) {
      const text = readFileSync(path.join(folder, file), "utf8");
      const document = engine.parse(text);
      engine.analyse(document, request(6));
      document.rest();
      const judged = engine.analyse(document, request(9));
      assert.deepEqual(judged, engine.analyse(engine.parse(text), request(9)), file);
      document.rest();
      assert.deepEqual(engine.analyse(document, request(9)), judged, `${file}, rested again`);
      document.dispose();
    }
  });

  it("has the same fixes", () => {
    const text = "import functools, operator\nnames = [1]\nfunctools.reduce(operator.mul, names, 1)\n";
    const document = engine.parse(text);
    const analysis = engine.analyse(document, request(9));
    const fixesOf = () => analysis.findings.map((finding) => engine.fixesFor(document, analysis, finding));
    const before = fixesOf();
    assert.ok(before.flat().length > 0);
    document.rest();
    assert.deepEqual(fixesOf(), before);
  });

  it("takes edits", () => {
    const document = engine.parse("import math\nmath.prod([])\n");
    assert.equal(engine.analyse(document, request(6)).findings.length, 1);
    document.rest();
    document.update("import math\nmath.sqrt(2)\n", [{ start: 17, end: 25, newText: "sqrt(2)" }]);
    assert.deepEqual(engine.analyse(document, request(6)).findings, []);
    document.rest();
    document.dispose();
    assert.deepEqual(engine.analyse(document, request(6)).findings, []);
  });

  it("rests before anybody analysed it", () => {
    const document = engine.parse("import math\nmath.prod([])\n");
    document.rest();
    assert.equal(engine.analyse(document, request(6)).findings.length, 1);
  });

  it("is walked again when the files that it imports are others", () => {
    const document = engine.parse("from helpers import run\nrun([])\n");
    const find = (modules: ModuleSource): string[] =>
      engine.analyse(document, request(6, { modules })).usages.map(({ entryId }) => entryId);
    const before = find(project("math.prod"));
    document.rest();
    const after = find(project("math.sqrt"));
    assert.notDeepEqual(after, before);
    document.rest();
    assert.deepEqual(find(project("math.prod")), before);
  });
});
