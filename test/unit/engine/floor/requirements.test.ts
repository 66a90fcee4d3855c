import assert from "node:assert/strict";
import { requirementsOf } from "../../../../server/src/engine/floor/requirements";
import { engineForTests } from "../../fixtures/engine-for-tests";

/** Gives what a program needs: `3.8 to 3.11: math.prod, imp`. */
async function needsOf(code: string): Promise<string> {
  const engine = await engineForTests();
  const document = engine.parse(code);
  try {
    const { usages } = engine.analyse(document, { uri: "a.py", version: 0, target: undefined });
    const { minimum, maximum, needs } = requirementsOf(usages, engine.catalogue);
    const names = needs.map(({ entry }) => entry.id).join(", ");
    return `3.${minimum}${maximum === undefined ? "" : ` to 3.${maximum}`}${names ? `: ${names}` : ""}`;
  } finally {
    document.dispose();
  }
}

describe("requirementsOf", () => {
  before(async function () {
    // Compiles the catalogue, once for all tests of the run.
    this.timeout(60_000);
    await engineForTests();
  });

  it("is what the newest thing needs", async () => {
    assert.equal(await needsOf("import os\nos.getcwd()\n"), "3.0");
    assert.equal(
      await needsOf("import asyncio, shlex\nasyncio.run(1)\nshlex.join([])\n"),
      "3.8: asyncio, asyncio.run, shlex.join",
    );
  });

  it("counts a guarded use only for the Pythons that reach it", async () => {
    const guarded = (test: string): string => `import sys, shlex\nif ${test}:\n    shlex.join([])\n`;
    assert.equal(await needsOf(guarded("sys.version_info >= (3, 8)")), "3.0");
    assert.equal(await needsOf(guarded("sys.version_info >= (3, 6)")), "3.8: shlex.join");
    assert.equal(
      await needsOf("try:\n    import contextvars\nexcept ImportError:\n    contextvars = None\n"),
      "3.0",
    );
  });

  it("counts an unguarded use behind a guarded one", async () => {
    const code = "import sys, shlex\nif sys.version_info >= (3, 8):\n    shlex.join([])\nshlex.join([])\n";
    assert.equal(await needsOf(code), "3.8: shlex.join");
  });

  it("knows the newest Python that still has everything", async () => {
    assert.equal(
      await needsOf("import asyncio\n@asyncio.coroutine\ndef f(): pass\n"),
      "3.4 to 3.10: asyncio, asyncio.coroutine",
    );
  });
});
