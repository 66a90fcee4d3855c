import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compileIndex } from "../../../../../data/build/compile-index";
import { measureHeadlines } from "../../../../../data/pipeline/headlines/measure";
import { loadCatalogue } from "../../../../../server/src/engine/catalogue/load";

const catalogue = loadCatalogue(
  compileIndex({
    modules: [
      {
        module: "zoo",
        entries: {
          "": { kind: "module" },
          Cage: { kind: "class", added: "3.5", summary: "Holds one animal." },
          "Cage.open": {
            kind: "method",
            changes: [{ version: "3.7", kind: "result", summary: "Gives the door." }],
          },
          feed: { kind: "function", signature: "(animal, food=)", parameters: { food: { added: "3.7" } } },
          clean: { kind: "function" },
        },
      },
    ],
    calendar: [],
    aliases: {},
  }).text,
);

function section(names: string[], module?: string) {
  return { path: "improved-modules/zoo", module, labels: [], names };
}

describe("holding notes against the catalogue", () => {
  const report = (names: string[], minor = 7, module?: string) =>
    measureHeadlines([{ minor, sections: [section(names, module)] }], catalogue, []).reports[0];

  it("finds names in the module that the section is about", () => {
    assert.deepEqual(report(["func:feed", "meth:Cage.open"], 7, "zoo").unknown, []);
  });

  it("finds members of the class that was spoken of", () => {
    assert.deepEqual(report(["class:zoo.Cage", "meth:open"]).unknown, []);
  });

  it("tells what it does not know, and where", () => {
    assert.deepEqual(report(["func:zoo.fly"]).unknown, ["improved-modules/zoo func:zoo.fly"]);
  });

  it("counts as featured what came, changed or has a newer parameter in that release", () => {
    const { featured } = report(["class:zoo.Cage", "meth:zoo.Cage.open", "func:zoo.feed", "func:zoo.clean"]);
    assert.deepEqual(
      featured.map(({ id }) => id),
      ["zoo.Cage.open", "zoo.feed"],
    );
  });

  it("names featured entries that no sentence explains", () => {
    assert.deepEqual(report(["class:zoo.Cage"], 5).wordless, []);
    assert.deepEqual(
      report(["func:zoo.feed"]).wordless.map(({ id }) => id),
      ["zoo.feed"],
    );
  });

  it("leaves exceptions out, and names those that except nothing", () => {
    const { reports, needless } = measureHeadlines(
      [{ minor: 7, sections: [section(["func:zoo.fly"])] }],
      catalogue,
      [{ names: ["func:zoo.fly", "func:zoo.swim"], reason: "Not in this zoo." }],
    );
    assert.deepEqual([reports[0].names, reports[0].unknown], [0, []]);
    assert.deepEqual(needless, ["func:zoo.swim"]);
  });
});
