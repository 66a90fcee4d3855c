import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { askFor } from "../../../../data/verify/facts";
import { listMinors } from "../../../../server/src/engine/version";
import { factsOf } from "./facts-of";

describe("listFacts", () => {
  it("lists what code can name, and neither syntax nor behaviours nor what is known for its types", () => {
    const facts = factsOf({
      os: {
        "": { kind: "module" },
        walk: { kind: "function" },
        "behaviour:walk-order": { kind: "behaviour", summary: "Sorts." },
        _Environ: { kind: "class", internal: true },
      },
      syntax: { walrus: { kind: "syntax", added: "3.8" } },
    });
    assert.deepEqual(
      facts.map(({ id, sort }) => `${sort} ${id}`),
      ["module os", "name os.walk"],
    );
  });

  it("bounds another name by what it stands in", () => {
    const facts = factsOf({
      new: { "": { kind: "module", added: "3.9" }, walk: { alias: "os.walk" } },
      os: { "": { kind: "module" }, walk: { kind: "function" } },
    });
    const alias = facts.find(({ module, key }) => module === "new" && key === "walk")!;
    assert.equal(listMinors(alias.available)[0], 9);
    assert.deepEqual(alias.parameters, []);
  });
});

describe("askFor", () => {
  it("asks for parameters of what has a signature", () => {
    const facts = factsOf({
      os: {
        "": { kind: "module" },
        sep: { kind: "constant" },
        walk: { kind: "function", signature: "(top)" },
      },
    });
    assert.deepEqual(askFor(facts), { os: ["sep", "walk()"] });
  });
});
