import assert from "node:assert/strict";
import { parseQuery } from "../../../../server/src/engine/catalogue/query";
import { createSearch } from "../../../../server/src/engine/catalogue/search";
import { catalogueOf } from "./catalogue-of";

describe("parseQuery", () => {
  it("takes words for names", () => {
    assert.deepEqual(parseQuery("asyncio Task"), {
      releases: undefined,
      events: [],
      terms: ["asyncio", "task"],
    });
  });

  it("takes a release alone for everything that it did", () => {
    assert.deepEqual(parseQuery("3.8"), { releases: { from: 8, to: 8 }, events: [], terms: [] });
  });

  it("understands what is asked of a release", () => {
    assert.deepEqual(parseQuery("removed in 3.12"), {
      releases: { from: 12, to: 12 },
      events: ["removed"],
      terms: [],
    });
  });

  it("understands what a move from one release to another brings", () => {
    assert.deepEqual(parseQuery("What is new between 3.8 and 3.12?"), {
      releases: { from: 9, to: 12 },
      events: ["added"],
      terms: [],
    });
  });

  it("counts both ends of a written range", () => {
    for (const text of ["3.8..3.12", "3.8-3.12", "3.8 – 3.12", "3.8 to 3.12"]) {
      assert.deepEqual(parseQuery(text).releases, { from: 8, to: 12 }, text);
    }
  });

  it("looks for a thing that is called new", () => {
    assert.deepEqual(parseQuery("new"), { releases: undefined, events: [], terms: ["new"] });
  });

  it("leaves the numbers in names alone", () => {
    assert.deepEqual(parseQuery("b32encode"), { releases: undefined, events: [], terms: ["b32encode"] });
  });
});

describe("createSearch", () => {
  const search = createSearch({
    catalogue: catalogueOf({
      asyncio: {
        "": { added: "3.4" },
        run: {
          kind: "function",
          added: "3.7",
          summary: "Runs a coroutine in an event loop of its own.",
          evidence: ["docs"],
        },
        Runner: { kind: "class", added: "3.11", evidence: ["docs"] },
      },
      asyncore: { "": { removed: "3.12", deprecated: "3.6", evidence: ["docs"] } },
      runpy: { "": {}, run_path: { kind: "function", added: "3.2", evidence: ["docs"] } },
    }),
  });
  const find = (text: string): string[] =>
    search.find(parseQuery(text), 10).map(({ entryId, event, minor }) => {
      return event ? `${entryId} ${event} 3.${String(minor)}` : entryId;
    });

  it("puts the very name first, then names that start so", () => {
    assert.deepEqual(find("run"), ["asyncio.run", "asyncio.Runner", "runpy.run_path", "runpy"]);
  });

  it("finds words of the sentence", () => {
    assert.deepEqual(find("event loop"), ["asyncio.run"]);
  });

  it("finds letters in their order", () => {
    assert.deepEqual(find("aiorun"), ["asyncio.run", "asyncio.Runner"]);
  });

  it("tells what a release did to what it finds", () => {
    assert.deepEqual(find("asyn 3.12"), ["asyncore removed 3.12"]);
    assert.deepEqual(find("deprecated 3.5..3.7"), ["asyncore deprecated 3.6"]);
  });

  it("finds nothing when nothing is asked, or a word fits nothing", () => {
    assert.deepEqual(find(""), []);
    assert.deepEqual(find("run zebra"), []);
  });

  it("puts new modules before their parts, and those before what is private, where only a release is asked", () => {
    const summary = "Does what it says.";
    const dated = createSearch({
      catalogue: catalogueOf({
        tables: {
          "": { added: "3.13", summary },
          at: { kind: "function", added: "3.13", summary },
          _ab: { kind: "function", added: "3.13", summary },
        },
        old: { "": {}, late: { kind: "function", added: "3.14", summary } },
      }),
    });
    const ids = dated.find(parseQuery("new between 3.12 and 3.14"), 10).map(({ entryId }) => entryId);
    assert.deepEqual(ids, ["tables", "old.late", "tables.at", "tables._ab"]);
  });
});
