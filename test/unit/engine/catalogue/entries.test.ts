import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { EntrySource } from "../../../../data/format";
import {
  ALL_MINORS,
  listMinors,
  minorsBefore,
  minorsFrom,
  singleMinor,
} from "../../../../server/src/engine/version";
import { catalogueOf } from "./catalogue-of";

/** Compiles one function and gives its entry. */
function entryOf(source: EntrySource) {
  return catalogueOf({ m: { f: { kind: "function", ...source } } }).lookup("m.f")!;
}

describe("what an entry tells", () => {
  it("is in every Python 3 unless its life says otherwise", () => {
    assert.equal(entryOf({}).available, ALL_MINORS);
    assert.equal(entryOf({}).added, undefined);
    assert.equal(entryOf({ added: "3.0" }).added, undefined);
  });

  it("is there from its documented arrival until its removal", () => {
    assert.equal(entryOf({ added: "3.7" }).available, minorsFrom(7));
    assert.equal(entryOf({ added: "3.7.2" }).available, minorsFrom(7));
    assert.equal(entryOf({ added: "3.12", seen: "3.4" }).available, minorsFrom(12));
    assert.equal(entryOf({ removed: "3.12" }).available, minorsBefore(12));
  });

  it("is not there in the minors that lack it", () => {
    assert.deepEqual(
      listMinors(entryOf({ added: "3.4", absent: ["3.7-3.10", "3.12"] }).available),
      [4, 5, 6, 11, 13, 14, 15],
    );
  });

  it("counts as there where nobody knows", () => {
    const entry = entryOf({ added: "unknown" });
    assert.equal(entry.available, ALL_MINORS);
    assert.equal(entry.added, "unknown");
  });

  it("does not count micros of older minors as arrival", () => {
    const entry = entryOf({ added: "3.9.2", micros: ["3.6.13", "3.7.10"] });
    assert.equal(entry.available & singleMinor(7), 0);
    assert.deepEqual(entry.micros, ["3.6.13", "3.7.10"]);
  });

  it("carries facts over as they are written", () => {
    const source: EntrySource = {
      kind: "method",
      deprecated: "3.10",
      removal: "3.17",
      provisional: true,
      hook: true,
      platforms: ["windows", "unix"],
      pep: 572,
      replacement: "m.g",
      backport: { package: "p", module: "q", pythons: ">=3.4" },
      changes: [{ version: "3.9", kind: "default", name: "x", summary: "Grew." }],
      returns: "self",
      awaitable: true,
      binds: "static",
      evidence: ["docs", "hand"],
    };
    const entry = entryOf(source);
    const { returns, awaitable, binds, evidence, ...same } = source;
    for (const [key, value] of Object.entries(same))
      assert.deepEqual(entry[key as keyof typeof entry], value, key);
    assert.deepEqual(entry.type, { returns, awaitable, binds });
    assert.deepEqual(entry.sources, evidence);
  });

  it("writes addresses out", () => {
    const at = (module: string | undefined, url: string) =>
      catalogueOf({ m: { "": { url: module }, f: { kind: "function", url } } }).lookup("m.f")!.url;
    const root = "https://docs.python.org/3/";
    assert.equal(at("library/m.html", "library/m.html#m.f"), `${root}library/m.html#m.f`);
    assert.equal(at("library/m.html#module-m", "library/m.html#other"), `${root}library/m.html#other`);
    assert.equal(at("library/m.html", "library/other.html#m.f"), `${root}library/other.html#m.f`);
    assert.equal(at(undefined, "library/m.html#m.f"), `${root}library/m.html#m.f`);
    assert.equal(
      at("library/m.html", "https://docs.python.org/3.5/library/m.html"),
      "https://docs.python.org/3.5/library/m.html",
    );
  });
});

describe("parameters", () => {
  const catalogue = catalogueOf({
    builtins: { object: { kind: "class" } },
    m: {
      run: {
        kind: "function",
        added: "3.5",
        url: "library/m.html#m.run",
        signature: "(main, /, timeout=, *, text=, **kw)",
        parameters: {
          text: {
            added: "3.7",
            micros: ["3.6.9"],
            evidence: ["docs"],
            summary: "Decodes.",
            category: "text-processing",
          },
          hidden: { removed: "3.9" },
        },
        changes: [{ version: "3.8", kind: "default", name: "timeout", summary: "None." }],
      },
      Base: { kind: "class", signature: "(path, **options)" },
      Derived: { kind: "class", bases: ["m.Base"], signature: "(extra, **options)" },
      Closed: { kind: "class", bases: ["m.Base"], signature: "(one)" },
      Plain: { kind: "class", bases: ["m.Initialised"] },
      Initialised: { kind: "class", added: "3.6" },
      "Initialised.__init__": {
        kind: "method",
        signature: "(size=)",
        parameters: { size: { added: "3.8", summary: "Room." } },
      },
    },
  });

  it("come from the signature, with their histories", () => {
    const { parameters, anyKeyword } = catalogue.lookup("m.run")!;
    assert.deepEqual(
      parameters.map(({ name, position, positionalOnly, added }) => [name, position, positionalOnly, added]),
      [
        ["main", 0, true, "3.5"],
        ["timeout", 1, false, "3.5"],
        ["text", undefined, false, "3.7"],
        ["hidden", undefined, false, "3.5"],
      ],
    );
    assert.equal(anyKeyword, true);
    assert.equal(parameters[2].summary, "Decodes.");
    assert.equal(parameters[0].summary, undefined);
    assert.deepEqual(listMinors(parameters[3].available), [5, 6, 7, 8]);
  });

  it("are entries of their own", () => {
    const text = catalogue.lookup("m.run(text)")!;
    assert.equal(text.id, "m.run(text)");
    assert.equal(text.kind, "parameter");
    assert.equal(text.added, "3.7");
    assert.equal(text.available, minorsFrom(7));
    assert.deepEqual(text.micros, ["3.6.9"]);
    assert.deepEqual(text.sources, ["docs"]);
    assert.equal(text.url, "https://docs.python.org/3/library/m.html#m.run");
    assert.deepEqual(catalogue.prose("m.run(text)"), { summary: "Decodes.", category: "text-processing" });
    assert.equal(catalogue.lookup("m.run(timeout)")!.changes[0]?.summary, "None.");
  });

  it("are there even without a history, as long as what takes them", () => {
    assert.equal(catalogue.lookup("m.run(main)")?.available, minorsFrom(5));
    assert.equal(catalogue.lookup("m.run(nothing)"), undefined);
  });

  it("of a class are those of its constructor", () => {
    assert.equal(catalogue.parameter("m.Base", "path")?.id, "m.Base(path)");
    assert.equal(catalogue.parameter("m.Initialised", "size")?.id, "m.Initialised(size)");
    assert.equal(catalogue.lookup("m.Initialised.__init__(size)")?.id, "m.Initialised(size)");
    assert.equal(catalogue.lookup("m.Initialised(size)")?.added, "3.8");
    assert.deepEqual(catalogue.prose("m.Initialised(size)"), { summary: "Room." });
  });

  it("of a class without a constructor of its own are those of its base", () => {
    assert.equal(catalogue.parameter("m.Plain", "size")?.id, "m.Initialised(size)");
  });

  it("reach the base through **options, but not past a closed signature", () => {
    assert.equal(catalogue.parameter("m.Derived", "path")?.id, "m.Base(path)");
    assert.equal(catalogue.parameter("m.Closed", "path"), undefined);
  });
});

describe("inheritance", () => {
  it("crosses modules, drops type arguments and ends in object", () => {
    const catalogue = catalogueOf({
      builtins: {
        object: { kind: "class" },
        "object.__repr__": { kind: "method" },
        dict: { kind: "class" },
        "dict.get": { kind: "method" },
      },
      collections: { Counter: { kind: "class", bases: ["dict[$0,int]"] } },
    });
    assert.equal(catalogue.member("collections.Counter", "get")?.id, "builtins.dict.get");
    assert.equal(catalogue.member("collections.Counter", "__repr__")?.id, "builtins.object.__repr__");
  });

  it("takes the nearest of several, as Python does", () => {
    const catalogue = catalogueOf({
      m: {
        Top: { kind: "class" },
        "Top.f": { kind: "method" },
        Left: { kind: "class", bases: ["m.Top"] },
        Right: { kind: "class", bases: ["m.Top"] },
        "Right.f": { kind: "method" },
        Bottom: { kind: "class", bases: ["m.Left", "m.Right"] },
      },
    });
    assert.equal(catalogue.member("m.Bottom", "f")?.id, "m.Right.f");
  });

  it("survives bases in a circle and bases that nobody knows", () => {
    const catalogue = catalogueOf({
      m: {
        A: { kind: "class", bases: ["m.B"] },
        B: { kind: "class", bases: ["m.A", "gone.C"] },
        "B.f": { kind: "method" },
      },
    });
    assert.equal(catalogue.member("m.A", "f")?.id, "m.B.f");
    assert.equal(catalogue.member("m.A", "g"), undefined);
  });

  it("survives names that lead back to themselves", () => {
    const catalogue = catalogueOf({
      m: {
        a: { alias: "m.a.b" },
        c: { alias: "m.c.d", removed: "3.9" },
        Own: { kind: "class", bases: ["m.Own.Inner"] },
        f: { alias: "m.Gone", removed: "3.9" },
      },
    });
    for (const id of ["m.a", "m.a.b", "m.c", "m.c.d", "m.f", "m.f.g", "m.Own.Inner", "m.Own.Inner.x"]) {
      assert.equal(catalogue.lookup(id), undefined, id);
    }
    assert.equal(catalogue.lookup("m.Own")?.kind, "class");
    assert.deepEqual(
      [...catalogue.entries()].map((entry) => entry.id),
      ["m", "m.Own"],
    );
  });

  it("follows a member that is another name of an inherited one", () => {
    const catalogue = catalogueOf({
      m: {
        Base: { kind: "class" },
        "Base.old": { alias: "m.Base.new" },
        "Base.new": { kind: "method", added: "3.4" },
        Derived: { kind: "class", bases: ["m.Base"] },
      },
    });
    assert.equal(catalogue.lookup("m.Derived.old")?.id, "m.Base.new");
  });
});
