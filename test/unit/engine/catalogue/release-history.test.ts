import assert from "node:assert/strict";
import {
  createReleaseHistory,
  eventsOf,
  type ReleaseFeature,
} from "../../../../server/src/engine/catalogue/release-history";
import { catalogueOf } from "./catalogue-of";

const catalogue = catalogueOf({
  collections: {
    "": { url: "library/collections.html" },
    Mapping: { alias: "collections.abc.Mapping", deprecated: "3.3", removed: "3.10", evidence: ["runtime"] },
    namedtuple: {
      kind: "function",
      url: "#",
      signature: "(typename, field_names, *, defaults=)",
      parameters: { defaults: { added: "3.7", evidence: ["docs"] } },
      changes: [{ version: "3.8", kind: "result", summary: "_asdict() gives a plain dict." }],
      evidence: ["docs"],
    },
  },
  "collections.abc": {
    "": { added: "3.3", url: "library/collections.abc.html" },
    Mapping: { kind: "class", url: "#", evidence: ["docs"] },
  },
  functools: { namedtuple: { alias: "collections.namedtuple", added: "3.8", evidence: ["runtime"] } },
  math: {
    "": { url: "library/math.html", evidence: ["docs"] },
    _dist: { kind: "function", added: "3.8", evidence: ["docs"] },
    lcm: { kind: "function", added: "3.9", evidence: ["docs"] },
    prod: {
      kind: "function",
      added: "3.8",
      evidence: ["docs"],
      summary: "Multiplies numbers.",
      category: "numeric",
    },
    undocumented: { kind: "function", added: "3.8", evidence: ["runtime"] },
  },
  re: { "behaviour:empty-splits": { kind: "behaviour", added: "3.7", summary: "Splits at empty matches." } },
  tomllib: {
    "": { added: "3.11", evidence: ["docs"], summary: "Reads TOML.", category: "new-modules" },
    loads: { kind: "function", evidence: ["docs"] },
  },
});

const history = createReleaseHistory(catalogue);

function brief({ event, entryId, members, category }: ReleaseFeature): string {
  const more = members.length > 0 ? ` with ${members.join(", ")}` : "";
  return `${category}: ${event} ${entryId}${more}`;
}

describe("createReleaseHistory", () => {
  it("lists what a release brought under the heading of its own or of its module", () => {
    assert.deepEqual(history.featuresOf(8).map(brief), [
      "data-types: changed collections.namedtuple",
      "numeric: added math.prod",
    ]);
  });

  it("lists a module as news of its own, and what came with it only there", () => {
    assert.deepEqual(history.featuresOf(11).map(brief), ["new-modules: added tomllib with tomllib.loads"]);
  });

  it("lists parameters and behaviours", () => {
    assert.deepEqual(history.featuresOf(7).map(brief), [
      "text-processing: changed behaviour:re.empty-splits",
      "data-types: added collections.namedtuple(defaults)",
    ]);
  });

  it("lists the going of a name that lives on in a submodule", () => {
    assert.deepEqual(history.featuresOf(10).map(brief), ["data-types: removed collections.Mapping"]);
  });

  it("tells headlines from mere facts", () => {
    assert.equal(history.featuresOf(8).find(({ entryId }) => entryId === "math.prod")?.isHeadline, true);
    assert.equal(history.featuresOf(9)[0]?.isHeadline, false);
  });

  it("has nothing to tell of a release without news", () => {
    assert.deepEqual(history.featuresOf(15), []);
  });
});

describe("eventsOf", () => {
  it("tells what a release did to an entry", () => {
    const mapping = catalogue.lookup("collections.Mapping");
    assert.ok(mapping);
    assert.deepEqual(eventsOf(mapping, 3), ["deprecated"]);
    assert.deepEqual(eventsOf(mapping, 10), ["removed"]);
    assert.deepEqual(eventsOf(mapping, 8), []);
  });
});
