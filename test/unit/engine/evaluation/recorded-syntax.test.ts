import assert from "node:assert/strict";
import type { Engine } from "../../../../server/src/engine/analysis";
import { listMinors, minorsFrom } from "../../../../server/src/engine/version";
import { minorsIn, readAnswers, readSnippets } from "../../../recorded/snippets";
import { engineForTests } from "../../fixtures/engine-for-tests";
import { failuresIn } from "./failures-in";

describe("syntax that interpreters were asked to compile", () => {
  let engine: Engine;
  before(async function () {
    this.timeout(60_000);
    engine = await engineForTests();
  });
  const answers = readAnswers("syntax");
  for (const { says, code, marks } of readSnippets("syntax")) {
    it(`${says.join(", ") || "nothing"}: ${JSON.stringify(code.slice(0, 60))}`, () => {
      const told = failuresIn(engine, code).filter(({ id }) => isSyntax(engine, id));
      const wanted = marks.map(({ start, end }) => code.slice(start, end));
      assert.deepEqual(
        told.map(({ id, start, end }) => `${id} ${code.slice(start, end)} ${start}`).sort(),
        says
          .map((id, index) => `${id} ${wanted[index] ?? wanted[0]} ${(marks[index] ?? marks[0]).start}`)
          .sort(),
      );
      const refused = Object.entries(answers[code]).flatMap(([range, answer]) =>
        answer === "ok" ? [] : minorsIn(range),
      );
      const failing = told.reduce((all, one) => all | (one.failing & ~unpromised(engine, one)), 0);
      assert.deepEqual(listMinors(failing & ASKED), refused, "fails where it does not compile");
    });
  }
});

/** Interpreters were asked from 3.6 on. */
const ASKED = minorsFrom(6);

function isSyntax(engine: Engine, id: string): boolean {
  return engine.catalogue.lookup(id)?.kind === "syntax";
}

/** The minors that compile it without promising it. */
function unpromised(engine: Engine, { id }: { readonly id: string }): number {
  return engine.catalogue.lookup(id)?.unpromised ?? 0;
}
