import assert from "node:assert/strict";
import { parsePythonRange, isRangeProblem } from "../../../../server/src/project";
import { engineForTests } from "../../fixtures/engine-for-tests";

/** Gives what a program needs and what it could let go: `needs 3.8 math.prod`, `guard from 3.8: sys.version_info`. */
async function factsOf(code: string, target?: string): Promise<string[]> {
  const engine = await engineForTests();
  const document = engine.parse(code);
  const range = target === undefined ? undefined : parsePythonRange(target);
  if (range && isRangeProblem(range)) throw new Error(JSON.stringify(range.problem));
  try {
    const { needs, gains } = engine.floorFacts(document, {
      uri: "a.py",
      version: 0,
      target: range && { range, origin: { path: "pyproject.toml", key: "project.requires-python" } },
    });
    return [
      ...needs.map(({ minimum, entryId, start, end }) => `3.${minimum} ${entryId} ${code.slice(start, end)}`),
      ...gains.map(
        ({ kind, from, entryId, start, end }) => `${kind} 3.${from} ${entryId} ${code.slice(start, end)}`,
      ),
    ];
  } finally {
    document.dispose();
  }
}

describe("the facts about the lower end of a target", () => {
  before(async function () {
    // Compiles the catalogue, once for all tests of the run.
    this.timeout(60_000);
    await engineForTests();
  });

  it("list every use that fails below some Python, but for guarded ones", async () => {
    const code = `import math, sys
math.prod([1])
math.prod([2])
if sys.version_info >= (3, 9):
    math.lcm(1, 2)
`;
    assert.deepEqual(await factsOf(code, ">=3.6"), [
      "3.8 math.prod prod",
      "3.8 math.prod prod",
      "guard 3.9 sys.version_info sys.version_info >= (3, 9)",
    ]);
  });

  it("tell from where on an idiom or a guard can go, from the target's own end up", async () => {
    const code = `import subprocess
subprocess.run(["x"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
`;
    const [, gain] = await factsOf(code, ">=3.5");
    assert.match(gain, /^modernise 3\.7 subprocess\.run\(capture_output\)/);
    const [, already] = await factsOf(code, ">=3.9");
    assert.match(already, /^modernise 3\.9 /);
  });

  it("count a fallback, and the branch of a version test, once", async () => {
    const fallback = `try:
    import tomllib
except ImportError:
    import tomli as tomllib
`;
    const branch = `import sys
if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib
`;
    const gainsOf = async (code: string): Promise<string[]> =>
      (await factsOf(code, ">=3.8")).filter((fact) => /^[a-z]/.test(fact));
    assert.deepEqual(await gainsOf(fallback), ["modernise 3.11 tomllib tomllib"]);
    assert.deepEqual(await gainsOf(branch), ["guard 3.11 sys.version_info sys.version_info >= (3, 11)"]);
    const other = "import sys\nif sys.version_info >= (3, 9):\n    import tomli\n";
    assert.equal((await gainsOf(other)).length, 2, "the import outlives the test around it");
    assert.deepEqual(await gainsOf("import tomli\n"), ["backport 3.11 tomllib tomli"]);
  });

  it("know the packages that stand in for the standard library", async () => {
    for (const [code, fact] of [
      ["import importlib_resources\n", "backport 3.7 importlib.resources importlib_resources"],
      ["from typing_extensions import Protocol, Literal\n", "backport 3.8 typing.Protocol typing_extensions"],
      ["from contextlib2 import nullcontext\n", "backport 3.7 contextlib.nullcontext contextlib2"],
    ] as const) {
      assert.deepEqual(await factsOf(code), [fact]);
    }
    assert.deepEqual(await factsOf("from typing_extensions import deprecated_nonsense\n"), []);
    assert.deepEqual(await factsOf("import requests\nfrom . import contextlib2\n"), []);
  });
});
