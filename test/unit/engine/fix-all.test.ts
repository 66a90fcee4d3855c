import assert from "node:assert/strict";
import { fixText, type FixedText } from "../../../server/src/engine/fix-all";
import type { ProjectTarget } from "../../../server/src/engine/findings";
import { isRangeProblem, parsePythonRange } from "../../../server/src/project";
import { engineForTests } from "../fixtures/engine-for-tests";

async function fix(text: string, range: string, safety: "safe" | "unsafe" = "safe"): Promise<FixedText> {
  const reading = parsePythonRange(range);
  assert.ok(!isRangeProblem(reading));
  const target: ProjectTarget = { range: reading, origin: { path: "command line", key: "--target" } };
  return fixText(await engineForTests(), text, { path: "a.py", target, ignore: [], safety });
}

const captured = "import subprocess\nsubprocess.run(x, capture_output=True)\n";
const piped = "import subprocess\nsubprocess.run(x, stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n";

describe("fixText", () => {
  before(async function () {
    // Compiles the catalogue, once for all tests of the run.
    this.timeout(60_000);
    await engineForTests();
  });

  it("applies safe fixes, all over the text, and comes to rest", async () => {
    const result = await fix(captured + captured, "3.6");
    assert.equal(result.text, piped + piped);
    assert.deepEqual(result.applied, ["capture-output-to-pipes", "capture-output-to-pipes"]);
    assert.deepEqual(result.analysis.findings, []);
    assert.deepEqual((await fix(result.text, "3.6")).applied, []);
    assert.equal((await fix(piped, "3.8")).text, captured);
  });

  it("keeps to what it is allowed", async () => {
    const code = "import asyncio\nasyncio.run(main())\n";
    assert.equal((await fix(code, "3.6")).text, code);
    assert.match((await fix(code, "3.6", "unsafe")).text, /run_until_complete\(main\(\)\)/);
  });

  it("never silences a line, which takes a person's eye", async () => {
    const code = "import sys\nsys.activate_stack_trampoline('perf')\n";
    assert.equal((await fix(code, "3.6", "unsafe")).text, code);
  });

  it("leaves alone what does not parse", async () => {
    const code = `${captured}def (\n`;
    const result = await fix(code, "3.6");
    assert.equal(result.text, code);
    assert.ok(result.analysis.parseErrors.length > 0);
  });

  it("keeps the line ends of the text", async () => {
    const { text } = await fix("import asyncio\r\nasyncio.run(main())\r\n", "3.6", "unsafe");
    assert.doesNotMatch(text, /[^\r]\n/);
  });
});
