import assert from "node:assert/strict";
import { engineForTests } from "../../fixtures/engine-for-tests";
import { applyEdits, targetOf } from "../analyse-for-tests";

/** The text after one kind of fix of its first finding; `undefined` where that is not offered. */
async function after(id: string, text: string): Promise<string | undefined> {
  const engine = await engineForTests();
  const document = engine.parse(text);
  try {
    const request = { uri: "file:///app.py", version: 1, target: targetOf(">=3.6") };
    const analysis = engine.analyse(document, request);
    const fix = engine.fixesFor(document, analysis, analysis.findings[0]).find((each) => each.id === id);
    return fix && applyEdits(text, fix);
  } finally {
    document.dispose();
  }
}

describe("suppressions", () => {
  const call = "import math\nmath.prod([])";

  it("are written behind the line, for the code or for the symbol", async () => {
    assert.equal(await after("suppress-line", `${call}\n`), `${call}  # sincewhen: ignore[added-later]\n`);
    assert.equal(
      await after("suppress-symbol", `${call}  # x\n`),
      `${call}  # x  # sincewhen: ignore[math.prod]\n`,
    );
    assert.equal(await after("suppress-symbol", call), `${call}  # sincewhen: ignore[math.prod]`);
  });

  it("join the list that a line has already", async () => {
    const before = `${call}  # sincewhen: ignore[deprecated]\n`;
    assert.equal(
      await after("suppress-line", before),
      before.replace("deprecated", "deprecated, added-later"),
    );
  });

  it("are not written into strings and behind continuations", async () => {
    assert.equal(await after("suppress-line", 'import math\nmath.prod("""\n""")\n'), undefined);
    assert.equal(await after("suppress-line", "import math\nx = math.prod \\\n  ([])\n"), undefined);
  });

  it("of a whole file stand below what must be first", async () => {
    const head = "#!/usr/bin/env python3\r\n# -*- coding: utf-8 -*-\r\n";
    assert.equal(
      await after("suppress-file", `${head}import tomllib\r\n`),
      `${head}# sincewhen: ignore-file\r\nimport tomllib\r\n`,
    );
  });

  it("go where they silence nothing, and leave what else the comment says", async () => {
    const remove = (text: string): Promise<string | undefined> => after("remove-suppression", text);
    assert.equal(await remove("x = 1  # sincewhen: ignore\n"), "x = 1\n");
    assert.equal(await remove("x = 1  # noqa # sincewhen: ignore[removed]\n"), "x = 1  # noqa\n");
    assert.equal(await remove("x = 1  # sincewhen: ignore  # noqa\n"), "x = 1  # noqa\n");
    assert.equal(await remove("x = 1  # sincewhen: ignore: because\n"), "x = 1  #: because\n");
    assert.equal(await remove("# sincewhen: ignore\r\nx = 1\r\n"), "x = 1\r\n");
  });

  it("lose the names of their list that silence nothing", async () => {
    const remove = (list: string): Promise<string | undefined> =>
      after("remove-suppression", `${call}  # sincewhen: ignore[${list}]\n`);
    const left = `${call}  # sincewhen: ignore[math.prod]\n`;
    assert.equal(await remove("math.prod, removed"), left);
    assert.equal(await remove("removed, math.prod"), left);
    assert.equal(await remove("added-later, removed"), left.replace("[math.prod]", "[added-later]"));
  });
});
