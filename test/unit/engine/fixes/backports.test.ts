import assert from "node:assert/strict";
import type { Fix } from "../../../../server/src/engine/findings";
import { ALL_MINORS, listMinors } from "../../../../server/src/engine/version";
import { engineForTests } from "../../fixtures/engine-for-tests";
import { targetOf } from "../analyse-for-tests";

async function backportOf(
  text: string,
  names: readonly string[],
  target = ">=3.8",
): Promise<Fix | undefined> {
  const engine = await engineForTests();
  const document = engine.parse(text);
  try {
    const packages = names.map((name) => ({ name, minors: ALL_MINORS }));
    const request = { uri: "file:///app.py", version: 1, target: targetOf(target), packages };
    const analysis = engine.analyse(document, request);
    const fixes = analysis.findings.flatMap((finding) => engine.fixesFor(document, analysis, finding));
    return fixes.find(({ id }) => id.startsWith("backport-"));
  } finally {
    document.dispose();
  }
}

describe("backports", () => {
  before(async function () {
    // The catalogue is compiled from its sources, which takes a while on a busy machine.
    this.timeout(60_000);
    await engineForTests();
  });

  it("are safe where the project has the package, however it spells it", async () => {
    assert.equal((await backportOf("import tomllib\n", ["Tomli"]))?.safety, "safe");
    assert.equal((await backportOf("import tomllib\n", ["attrs"]))?.safety, "manual");
    const names = ["Typing.Extensions"];
    assert.equal((await backportOf("from typing import Self\n", names))?.safety, "safe");
  });

  it("tell which Pythons need the package", async () => {
    const fix = await backportOf("import tomllib\n", []);
    assert.deepEqual(
      [fix?.dependency?.package, fix?.dependency?.pythons, listMinors(fix?.dependency?.minors ?? 0)],
      ["tomli", "<3.11", [8, 9, 10]],
    );
    const crypt = await backportOf("import crypt\n", [], ">=3.8");
    assert.deepEqual([crypt?.dependency?.package, crypt?.dependency?.pythons], ["legacycrypt", ">=3.13"]);
  });

  it("are not offered for Pythons that the package does not serve", async () => {
    assert.equal(await backportOf("import tomllib\n", [], ">=3.5"), undefined);
    assert.equal(await backportOf("import zoneinfo\n", [], ">=3.5"), undefined);
    assert.notEqual(await backportOf("import zoneinfo\n", [], ">=3.6"), undefined);
  });
});
