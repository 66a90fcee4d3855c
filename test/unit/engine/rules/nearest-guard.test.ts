import assert from "node:assert/strict";
import { analyse } from "../analyse-for-tests";

/** The text of the guard that the only finding of `math.prod` (new in 3.8) points at; `undefined` where it points at none. */
async function guardOf(code: string, target = ">=3.6"): Promise<string | undefined> {
  const text = `import math\nimport sys\n${code}`;
  const { findings } = await analyse(text, target);
  const [finding, ...others] = findings.filter(({ entryId }) => entryId === "math.prod");
  assert.ok(finding && others.length === 0, `one finding of math.prod in ${code}`);
  return finding.guard && text.slice(finding.guard.start, finding.guard.end);
}

describe("the guard that a finding points at", () => {
  it("is the test around the branch, where that lets in what fails", async () => {
    assert.equal(
      await guardOf("if sys.version_info >= (3, 7):\n    math.prod([])\n"),
      "sys.version_info >= (3, 7)",
    );
    assert.equal(
      await guardOf("if sys.version_info >= (3, 9):\n    pass\nelse:\n    math.prod([])\n", ">=3.6,<3.8"),
      "sys.version_info >= (3, 9)",
    );
    assert.equal(await guardOf("math.prod([])\n"), undefined);
  });

  it("is the innermost of several", async () => {
    const inner = "    if sys.version_info >= (3, 7):\n        math.prod([])\n";
    assert.equal(
      await guardOf(`if sys.version_info >= (3, 6):\n${inner}`, ">=3.5"),
      "sys.version_info >= (3, 7)",
    );
  });

  it("is found behind `not`, `and`, a conditional expression and an assertion", async () => {
    const old = "sys.version_info < (3, 7)";
    assert.equal(await guardOf(`if not (${old}):\n    math.prod([])\n`), old);
    assert.equal(
      await guardOf("x = math.prod([]) if sys.version_info > (3, 7) else 1\n"),
      "sys.version_info > (3, 7)",
    );
    assert.equal(
      await guardOf("x = sys.version_info > (3, 7) and math.prod([])\n"),
      "sys.version_info > (3, 7)",
    );
    assert.equal(
      await guardOf("assert sys.version_info > (3, 7)\nmath.prod([])\n"),
      "sys.version_info > (3, 7)",
    );
  });

  it("may stand before the code, where what it turns away leaves", async () => {
    const old = "sys.version_info < (3, 7)";
    assert.equal(await guardOf(`def f():\n    if ${old}:\n        return\n    math.prod([])\n`), old);
    assert.equal(await guardOf(`def f():\n    if ${old}:\n        x = 1\n    math.prod([])\n`), undefined);
  });

  it("may be a name that holds the answer of a test", async () => {
    assert.equal(await guardOf("PY37 = sys.version_info >= (3, 7)\nif PY37:\n    math.prod([])\n"), "PY37");
  });

  it("is none where the test does not decide whether the code runs", async () => {
    assert.equal(await guardOf("if sys.version_info >= (3, 7) or x:\n    math.prod([])\n"), undefined);
    assert.equal(
      await guardOf("def f():\n    if sys.version_info >= (3, 7):\n        pass\n    math.prod([])\n"),
      undefined,
    );
  });
});
