import assert from "node:assert/strict";
import type { Engine } from "../../../../server/src/engine/analysis";
import { minorsIn, readAnswers, readSnippets } from "../../../recorded/snippets";
import { engineForTests } from "../../fixtures/engine-for-tests";
import { failuresIn } from "./failures-in";

describe("behaviours that interpreters were asked about", () => {
  let engine: Engine;
  before(async function () {
    this.timeout(60_000);
    engine = await engineForTests();
  });
  const answers = readAnswers("behaviours");
  for (const { says, code, marks } of readSnippets("behaviours")) {
    it(`${says.join(", ") || "nothing"}: ${code.trim().split("\n").at(-1)}`, () => {
      const told = failuresIn(engine, code);
      const wanted = marks.map(({ start, end }) => ({ id: says[0], text: code.slice(start, end), start }));
      assert.deepEqual(
        told.map(({ id, start, end }) => ({ id, text: code.slice(start, end), start })),
        wanted,
      );
      const answered = Object.entries(answers[code]).flatMap(([range, answer]) =>
        minorsIn(range).map((minor) => ({ minor, answer })),
      );
      if (says.length === 0) return assert.equal(new Set(answered.map(({ answer }) => answer)).size, 1);
      const available = engine.catalogue.lookup(says[0])!.available;
      const withIt = answered.filter(({ minor }) => available & (1 << minor)).map(({ answer }) => answer);
      const without = answered.filter(({ minor }) => !(available & (1 << minor))).map(({ answer }) => answer);
      assert.ok(withIt.length > 0 && without.length > 0, "some interpreters have it, some do not");
      assert.ok(!withIt.some((answer) => without.includes(answer)), "those that have it answer otherwise");
    });
  }
});
