import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { chooseCanonicalNames } from "../../../../../data/pipeline/names/canonical";
import type { Sightings } from "../../../../../data/pipeline/names/sightings";

function sightings(names: Record<string, Record<number, string>>): Sightings {
  const found = Object.entries(names).map(([id, tokens]) => {
    const dot = id.lastIndexOf(".");
    const minors = Object.keys(tokens).map(Number);
    const sighting = {
      module: id.slice(0, dot),
      name: id.slice(dot + 1),
      tokens: new Map(minors.map((minor) => [minor, tokens[minor]])),
      newest: Math.max(...minors),
    };
    return [id, sighting] as const;
  });
  return { names: new Map(found), modules: new Map() };
}

const never = (): boolean => false;

describe("canonical names", () => {
  it("prefers what a package exports to where it was defined", () => {
    const seen = sightings({
      "asyncio.run": { 7: "f@asyncio.runners(main)" },
      "asyncio.runners.run": { 7: "f(main)" },
    });
    assert.deepEqual(
      [...chooseCanonicalNames(seen, new Set(), never).aliases],
      [["asyncio.runners.run", "asyncio.run"]],
    );
  });

  it("prefers the documented name", () => {
    const seen = sightings({
      "xml.sax.ContentHandler": { 9: "c=xml.sax.handler.ContentHandler" },
      "xml.sax.handler.ContentHandler": { 9: "c=xml.sax.handler.ContentHandler" },
    });
    const { aliases } = chooseCanonicalNames(seen, new Set(["xml.sax.handler.ContentHandler"]), never);
    assert.equal(aliases.get("xml.sax.ContentHandler"), "xml.sax.handler.ContentHandler");
  });

  it("follows a class through the releases that call it otherwise", () => {
    const seen = sightings({
      "collections.Mapping": { 2: "c=_abcoll.Mapping", 6: "c=collections.abc.Mapping", 7: "z!" },
      "collections.abc.Mapping": Object.fromEntries(
        [6, 7, 8, 9].map((minor) => [minor, "c=collections.abc.Mapping"]),
      ),
    });
    assert.equal(
      chooseCanonicalNames(seen, new Set(), never).aliases.get("collections.Mapping"),
      "collections.abc.Mapping",
    );
  });

  it("takes a platform's implementation for an alias", () => {
    const seen = sightings({
      "os.path.join": { 9: "f@posixpath(a, *p)" },
      "ntpath.join": { 9: "f(path, *paths)" },
    });
    assert.equal(chooseCanonicalNames(seen, new Set(), never).aliases.get("ntpath.join"), "os.path.join");
  });

  it("lets a name with a documented life of its own stand for itself", () => {
    const seen = sightings({
      "types.UnionType": { 14: "c=typing.Union" },
      "typing.Union": { 14: "c=typing.Union" },
    });
    const { aliases, siblings } = chooseCanonicalNames(
      seen,
      new Set(["typing.Union"]),
      (id) => id === "types.UnionType",
    );
    assert.equal(aliases.has("types.UnionType"), false);
    assert.equal(siblings.get("types.UnionType"), "typing.Union");
  });
});
