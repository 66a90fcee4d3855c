import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fixText } from "../../../../server/src/engine/fix-all";
import type { Engine } from "../../../../server/src/engine/analysis";
import { engineForTests } from "../../fixtures/engine-for-tests";
import { readFixture } from "../../fixtures/read-fixture";
import { targetOf } from "../analyse-for-tests";

const root = path.join(__dirname, "../../../fixtures/python");

describe("every fix of every fixture at once", () => {
  let engine: Engine;

  before(async function () {
    // The catalogue is compiled from its sources, which takes a while on a busy machine.
    this.timeout(60_000);
    engine = await engineForTests();
  });

  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".py") && !file.endsWith(".fixed.py"))
    .map((file) => path.join(root, file))
    .filter((file) => readFixture(file).target !== undefined)
    .sort();

  it("has fixtures", () => assert.ok(files.length > 20));

  for (const file of files) {
    it(path.relative(root, file).replaceAll("\\", "/"), () => {
      const { text, target } = readFixture(file);
      const fix = (given: string): string => {
        const request = { path: file, target: targetOf(target!), ignore: [], safety: "unsafe" } as const;
        const fixed = fixText(engine, given, request);
        assert.equal(fixed.edits.length === 0, fixed.text === given, "edits lead to the text");
        return fixed.text;
      };
      const plain = text.replaceAll("\r\n", "\n");
      const fixed = fix(plain);
      const errorsIn = (given: string): number => {
        const document = engine.parse(given);
        const { parseErrors } = engine.analyse(document, { uri: file, version: 1, target: undefined });
        document.dispose();
        return parseErrors.length;
      };
      // Of the latest syntax the parser makes errors, which may only become fewer.
      assert.ok(errorsIn(fixed) <= errorsIn(plain), "the result parses");
      assert.equal(fix(fixed), fixed, "a second run changes nothing");
      assert.equal(fix(plain.replaceAll("\n", "\r\n")), fixed.replaceAll("\n", "\r\n"), "line ends stay");
      assert.equal(fix(plain.trimEnd()).trimEnd(), fixed.trimEnd(), "the last line break does not matter");
    }).timeout(20_000);
  }
});
