import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { EntrySource, ModuleSource } from "../../../../../data/format";
import { layTypes, type TypedModules } from "../../../../../data/pipeline/types/lay-types";
import type { TypeFact } from "../../../../../data/pipeline/typeshed/type-facts";

/** Lays facts over entries, both as a test states them. */
function lay(
  modules: Readonly<Record<string, Readonly<Record<string, EntrySource>>>>,
  types: Readonly<Record<string, TypeFact>>,
  aliases: Readonly<Record<string, string>> = {},
): TypedModules {
  const sources: ModuleSource[] = Object.entries(modules).map(([module, entries]) => ({ module, entries }));
  return layTypes(sources, {
    types: new Map(Object.entries(types)),
    aliases: new Map(Object.entries(aliases)),
  });
}

/** Gives one entry of what was laid. */
function entryOf({ modules }: TypedModules, module: string, key: string): EntrySource | undefined {
  return modules.find((one) => one.module === module)?.entries[key];
}

const METHOD = { kind: "method" } as const;
const CLASS = { kind: "class" } as const;

describe("layTypes", () => {
  it("adds to an entry what the stubs say of its type", () => {
    const laid = lay(
      { builtins: { str: CLASS, "str.split": { kind: "method", added: "3.2" } } },
      {
        "builtins.str": { params: 0 },
        "builtins.str.split": { returns: "list[str]" },
        "builtins.list": { params: 1 },
      },
    );
    assert.deepEqual(entryOf(laid, "builtins", "str.split"), {
      kind: "method",
      added: "3.2",
      returns: "list[str]",
    });
    assert.deepEqual(entryOf(laid, "builtins", "str"), CLASS);
  });

  it("lets stand how interpreters show that a member binds", () => {
    const members = {
      C: CLASS,
      "C.make": { kind: "method", binds: "class" },
      "C.size": { kind: "attribute" },
    } as const;
    const laid = lay(
      { m: members, builtins: { int: CLASS } },
      { "m.C.make": { returns: "self", binds: "static" }, "m.C.size": { type: "int", binds: "property" } },
    );
    assert.equal(entryOf(laid, "m", "C.make")?.binds, "class");
    assert.equal(entryOf(laid, "m", "C.size")?.binds, "property");
  });

  it("adds type arguments to real bases, and keeps the others apart", () => {
    const laid = lay(
      {
        builtins: { dict: CLASS },
        collections: { OrderedDict: { kind: "class", bases: ["builtins.dict"] } },
        "collections.abc": { MutableMapping: CLASS },
      },
      {
        "builtins.dict": { params: 2, bases: ["collections.abc.MutableMapping[$0,$1]"] },
        "collections.OrderedDict": { params: 2, bases: ["dict[$0,$1]"] },
      },
    );
    assert.deepEqual(entryOf(laid, "builtins", "dict"), {
      ...CLASS,
      params: 2,
      virtualBases: ["collections.abc.MutableMapping[$0,$1]"],
    });
    assert.deepEqual(entryOf(laid, "collections", "OrderedDict")?.bases, ["builtins.dict[$0,$1]"]);
  });

  it("adds classes without a public name that facts lead to, and their members, on and on", () => {
    const laid = lay(
      { os: { environ: { kind: "constant" } }, builtins: { str: CLASS } },
      {
        "os.environ": { type: "os._Environ[str]" },
        "os._Environ": { params: 1 },
        "os._Environ.keys": { returns: "_views.Keys[$0]" },
        "_views.Keys": { params: 1 },
        "_views.Values": { params: 1 },
      },
    );
    assert.deepEqual(
      laid.modules.map(({ module, entries }) => [module, Object.keys(entries)]),
      [
        ["_views", ["Keys"]],
        ["builtins", ["str"]],
        ["os", ["environ", "_Environ", "_Environ.keys"]],
      ],
    );
    assert.deepEqual(entryOf(laid, "os", "_Environ.keys"), {
      ...METHOD,
      internal: true,
      returns: "_views.Keys[$0]",
      evidence: ["typeshed"],
    });
    assert.equal(laid.dropped.unreached, 1);
  });

  it("adds special methods that neither the class nor a base lists", () => {
    const laid = lay(
      {
        m: { A: CLASS, "A.__len__": METHOD, B: { kind: "class", bases: ["m.A"] } },
        builtins: { int: CLASS },
      },
      {
        "m.A.__len__": { returns: "int" },
        "m.B.__len__": { returns: "int" },
        "m.B.__add__": { returns: "self" },
        "m.B.other": { returns: "self" },
      },
    );
    assert.equal(entryOf(laid, "m", "B.__len__"), undefined);
    assert.equal(entryOf(laid, "m", "B.__add__")?.internal, true);
    assert.equal(entryOf(laid, "m", "B.other"), undefined);
    assert.equal(laid.dropped.unreached, 2);
  });

  it("keeps what a class knows better of an inherited member, in terms of the base class", () => {
    const laid = lay(
      {
        m: {
          A: CLASS,
          "A.get": METHOD,
          "A.same": METHOD,
          "A.lost": METHOD,
          B: { kind: "class", bases: ["m.A"] },
        },
        builtins: { list: CLASS, int: CLASS },
      },
      {
        "m.A": { params: 2 },
        "m.A.get": { returns: "$0" },
        "m.A.same": { returns: "$1" },
        "m.B": { params: 2, bases: ["m.A[int,$0]"] },
        "m.B.get": { returns: "list[$0]" },
        "m.B.same": { returns: "$0" },
        "m.B.lost": { returns: "$1" },
      },
    );
    assert.deepEqual(entryOf(laid, "m", "B.get"), {
      internal: true,
      alias: "m.A.get",
      returns: "list[$1]",
    });
    assert.equal(entryOf(laid, "m", "B.same"), undefined);
    assert.equal(entryOf(laid, "m", "B.lost"), undefined);
  });

  it("finds the entry by the names of either side, and names classes as the catalogue does", () => {
    const laid = lay(
      {
        selectors: {
          EpollSelector: CLASS,
          "EpollSelector.select": METHOD,
          DefaultSelector: { alias: "selectors.EpollSelector" },
        },
        m: { make: { kind: "function" }, public: { kind: "function" } },
      },
      {
        "selectors.DefaultSelector.select": { returns: "self" },
        "m.make": { returns: "selectors.DefaultSelector" },
        "_m.private": { returns: "None" },
      },
      { "m.public": "_m.private" },
    );
    assert.equal(entryOf(laid, "selectors", "EpollSelector.select")?.returns, "self");
    assert.equal(entryOf(laid, "m", "make")?.returns, "selectors.EpollSelector");
    assert.equal(entryOf(laid, "m", "public")?.returns, "None");
  });

  it("tells entries that the stubs take for other names the same", () => {
    const laid = lay(
      {
        logging: { critical: { kind: "function" }, fatal: { kind: "function" } },
        typing: { List: { kind: "class", bases: ["builtins.list"] } },
        builtins: { list: CLASS },
      },
      { "logging.critical": { returns: "None" }, "builtins.list": { params: 1 } },
      { "logging.fatal": "logging.critical", "typing.List": "builtins.list" },
    );
    assert.equal(entryOf(laid, "logging", "fatal")?.returns, "None");
    assert.deepEqual(entryOf(laid, "typing", "List"), {
      ...CLASS,
      params: 1,
      bases: ["builtins.list[$0]"],
    });
  });

  it("drops facts that say nothing of that kind of entry", () => {
    const laid = lay(
      { m: { C: CLASS, x: { kind: "constant" } } },
      { "m.C": { type: "m.C" }, "m.x": { params: 0 } },
    );
    assert.deepEqual(entryOf(laid, "m", "C"), CLASS);
    assert.equal(laid.dropped.misfit, 2);
  });

  it("cuts types that speak of themselves without an end", () => {
    const endless = "m.C[".repeat(12) + "m.C" + "]".repeat(12);
    const laid = lay({ m: { C: CLASS, make: { kind: "function" } } }, { "m.make": { returns: endless } });
    assert.equal(entryOf(laid, "m", "make")?.returns, "m.C[".repeat(8) + "m.C" + "]".repeat(8));
  });

  it("throws where a fact names what nothing describes", () => {
    assert.throws(
      () => lay({ m: { make: { kind: "function" } } }, { "m.make": { returns: "m.Gone" } }),
      /m\.Gone/,
    );
  });
});
