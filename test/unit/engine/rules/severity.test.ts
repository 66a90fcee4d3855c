import assert from "node:assert/strict";
import { analyse, findingsOf } from "../analyse-for-tests";

const severityOf = async (text: string, target: string): Promise<string | undefined> =>
  (await analyse(text, target)).findings[0]?.severity;

describe("what a finding weighs", () => {
  it("is an error where code fails on a targeted Python", async () => {
    assert.equal(await severityOf("import asyncio\nasyncio.run(main())\n", ">=3.6"), "error");
  });

  it("is information where an older Python has the thing without promising it", async () => {
    assert.equal(await severityOf("import re\nre.RegexFlag\n", ">=3.7"), "information");
  });

  it("is information where an older Python merely overlooks what a class defines", async () => {
    const text = "import enum\nclass Own(enum.Enum):\n    _ignore_ = ['x']\n";
    assert.equal(await severityOf(text, ">=3.6"), "information");
  });

  it("is a warning where a deprecated thing is gone in a later Python", async () => {
    assert.equal(await severityOf("import imp\n", ">=3.6,<3.12"), "warning");
  });
});

describe("findings", () => {
  it("stand at the last name only, once for a place and entry", async () => {
    assert.deepEqual(await findingsOf("import os.path, math\nx = math.prod([])\n"), [
      "added-later math.prod: prod",
    ]);
  });
});
