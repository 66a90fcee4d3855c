import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compileIndex } from "../../../../data/build/compile-index";
import { loadCatalogue } from "../../../../server/src/engine/catalogue/load";
import { listMinors, minorsFrom } from "../../../../server/src/engine/version";
import { catalogueOf } from "./catalogue-of";

describe("loadCatalogue", () => {
  const catalogue = catalogueOf(
    {
      builtins: {
        object: { kind: "class" },
        print: {
          kind: "function",
          signature: "(*args, sep=, end=, file=, flush=)",
          parameters: { flush: { added: "3.3" } },
        },
        str: { kind: "class" },
        "str.removeprefix": { kind: "method", added: "3.9" },
      },
      collections: { Mapping: { alias: "collections.abc.Mapping", deprecated: "3.3", removed: "3.10" } },
      "collections.abc": {
        "": { added: "3.3", url: "library/collections.abc.html" },
        Mapping: {
          kind: "class",
          url: "library/collections.abc.html#collections.abc.Mapping",
          evidence: ["docs"],
        },
        "Mapping.get": { kind: "method" },
      },
      "concurrent.futures": { Executor: { kind: "class" } },
      "os.path": {
        exists: { kind: "function", summary: "Tells whether a path exists.", category: "file-system" },
      },
      posixpath: { "": { alias: "os.path" } },
      pathlib: {
        "": { added: "3.4" },
        Path: { kind: "class", bases: ["pathlib.PurePath"] },
        "Path.home": { kind: "method", added: "3.5", binds: "class" },
        PurePath: { kind: "class" },
        "PurePath.with_stem": { kind: "method", added: "3.9" },
      },
      re: {
        split: { kind: "function" },
        "behaviour:split-empty-match": { added: "3.7", summary: "Splits where nothing stands." },
      },
      ssl: { "behaviour:TLS-1.3": { added: "3.7", summary: "Speaks TLS 1.3." } },
      syntax: { walrus: { added: "3.8", summary: "Names a value within an expression." } },
      interpreter: { "-X importtime": { added: "3.7", summary: "Shows how long imports take." } },
    },
    { "behaviour:empty-split": "behaviour:re.split-empty-match", "str(spell)": "builtins.str" },
  );
  const idOf = (asked: string) => catalogue.lookup(asked)?.id;

  it("finds entries by their canonical id", () => {
    assert.equal(catalogue.lookup("pathlib.PurePath.with_stem")?.added, "3.9");
    assert.equal(catalogue.lookup("pathlib")?.kind, "module");
    assert.equal(catalogue.lookup("syntax:walrus")?.kind, "syntax");
    assert.equal(catalogue.lookup("interpreter:-X importtime")?.kind, "interpreter");
    assert.equal(catalogue.lookup("behaviour:re.split-empty-match")?.kind, "behaviour");
    assert.equal(catalogue.lookup("behaviour:ssl.TLS-1.3")?.added, "3.7");
  });

  it("finds what has no public name, and tells nobody who lists", () => {
    const hidden = catalogueOf({
      _private: { Thing: { kind: "class", internal: true } },
      os: {
        environ: { kind: "constant", type: "os._Environ[str]" },
        _Environ: { kind: "class", internal: true, params: 1 },
        "_Environ.copy": { kind: "method", internal: true, returns: "dict[$0,$0]" },
      },
      "os._inside": { Thing: { kind: "class", internal: true } },
    });
    for (const id of ["os._Environ", "os._Environ.copy", "_private.Thing", "os._inside.Thing"]) {
      assert.equal(hidden.lookup(id)?.internal, true, id);
    }
    assert.equal(hidden.member("os._Environ", "copy")?.type?.returns, "dict[$0,$0]");
    assert.equal(hidden.lookup("os.environ")?.internal, undefined);
    assert.deepEqual(hidden.modules(), ["os"]);
    assert.deepEqual(hidden.members("os"), ["os.environ"]);
    assert.deepEqual(hidden.members("os._Environ"), []);
    assert.deepEqual([hidden.isModule("_private"), hidden.isModule("os._inside")], [false, false]);
    assert.deepEqual([hidden.lookup("_private"), hidden.lookup("os._inside")], [undefined, undefined]);
    assert.deepEqual([hidden.byLastName("Thing"), hidden.byLastName("copy")], [[], []]);
    assert.deepEqual(
      [...hidden.entries()].map(({ id }) => id),
      ["os", "os.environ"],
    );
  });

  it("gives an inherited member with the type that the class knows", () => {
    const streams = catalogueOf({
      io: {
        IOBase: { kind: "class" },
        "IOBase.__iter__": { kind: "method", added: "3.1", returns: "collections.abc.Iterator[bytes]" },
        "IOBase.closed": { kind: "attribute", binds: "property" },
        TextIOBase: { kind: "class", bases: ["io.IOBase"] },
        "TextIOBase.__iter__": {
          internal: true,
          alias: "io.IOBase.__iter__",
          returns: "collections.abc.Iterator[str]",
        },
        "TextIOBase.closed": { internal: true, alias: "io.IOBase.closed", type: "bool" },
        TextIOWrapper: { kind: "class", bases: ["io.TextIOBase"] },
      },
    });
    const found = streams.member("io.TextIOWrapper", "__iter__");
    assert.deepEqual([found?.id, found?.added], ["io.IOBase.__iter__", "3.1"]);
    assert.equal(found?.type?.returns, "collections.abc.Iterator[str]");
    assert.equal(streams.lookup("io.TextIOWrapper.__iter__"), found);
    const closed = streams.member("io.TextIOBase", "closed");
    assert.deepEqual(closed?.type, { binds: "property", type: "bool" });
    assert.equal(streams.lookup("io.IOBase.closed")?.type?.type, undefined);
    assert.deepEqual(streams.members("io.TextIOBase"), []);
  });

  it("takes members from bases only, not from what a class merely stands for", () => {
    const types = catalogueOf({
      builtins: { dict: { kind: "class", virtualBases: ["collections.abc.Mapping[$0,$1]"] } },
      collections: { OrderedDict: { kind: "class", bases: ["dict[$0,$1]"] } },
      "collections.abc": { Mapping: { kind: "class" }, "Mapping.get": { kind: "method", added: "3.3" } },
    });
    assert.equal(types.member("builtins.dict", "get"), undefined);
    assert.deepEqual(types.lookup("dict")?.type?.bases, ["collections.abc.Mapping[$0,$1]"]);
    assert.deepEqual(types.lookup("collections.OrderedDict")?.type?.bases, ["dict[$0,$1]"]);
  });

  it("finds builtins without their module", () => {
    assert.equal(idOf("print"), "builtins.print");
    assert.equal(idOf("str.removeprefix"), "builtins.str.removeprefix");
    assert.equal(idOf("print(flush)"), "builtins.print(flush)");
  });

  it("follows aliases of modules, of names and of whole ids", () => {
    assert.equal(idOf("posixpath"), "os.path");
    assert.equal(idOf("posixpath.exists"), "os.path.exists");
    assert.equal(idOf("behaviour:empty-split"), "behaviour:re.split-empty-match");
    assert.equal(idOf("str(spell)"), "builtins.str");
  });

  it("finds inherited members under the class that defines them", () => {
    assert.equal(idOf("pathlib.Path.with_stem"), "pathlib.PurePath.with_stem");
    assert.equal(catalogue.member("pathlib.Path", "with_stem")?.id, "pathlib.PurePath.with_stem");
    assert.equal(catalogue.member("pathlib.PurePath", "home"), undefined);
  });

  it("finds names and submodules in modules", () => {
    assert.equal(catalogue.member("pathlib", "Path")?.id, "pathlib.Path");
    assert.equal(catalogue.member("collections", "abc")?.id, "collections.abc");
    assert.equal(catalogue.member("pathlib", "nothing"), undefined);
  });

  it("answers unknown and odd ids with undefined", () => {
    for (const id of [
      "",
      ".",
      "re.",
      "re..",
      ".re",
      "nope",
      "pathlib.nope",
      "re.constructor",
      "__proto__",
      "behaviour:",
      "behaviour:re.no",
    ]) {
      assert.equal(catalogue.lookup(id), undefined, id);
    }
    for (const id of [
      "print(",
      "print()",
      "()",
      "syntax:",
      "syntax:no",
      "print(flush)(flush)",
      "pathlib..Path",
    ]) {
      assert.equal(catalogue.lookup(id), undefined, id);
    }
  });

  it("gives an alias with a life of its own an entry of its own, with the target's other facts", () => {
    const old = catalogue.lookup("collections.Mapping")!;
    assert.equal(old.id, "collections.Mapping");
    assert.equal(old.kind, "class");
    assert.deepEqual([old.added, old.deprecated, old.removed], [undefined, "3.3", "3.10"]);
    assert.deepEqual(listMinors(old.available), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.equal(old.replacement, "collections.abc.Mapping");
    assert.equal(old.url, "https://docs.python.org/3/library/collections.abc.html#collections.abc.Mapping");
    assert.equal(idOf("collections.Mapping.get"), "collections.abc.Mapping.get");
  });

  it("takes from members what their owners lack", () => {
    const member = catalogue.lookup("collections.abc.Mapping.get")!;
    assert.equal(member.added, "3.3");
    assert.equal(member.available, minorsFrom(3));
    assert.equal(catalogue.lookup("pathlib.Path.home")?.added, "3.5");
  });

  it("knows modules, their aliases and the packages around them, but no pseudo modules", () => {
    for (const name of ["pathlib", "posixpath", "concurrent", "concurrent.futures"])
      assert.ok(catalogue.isModule(name));
    for (const name of ["syntax", "interpreter", "Path", "behaviour:empty-split"])
      assert.ok(!catalogue.isModule(name));
    const expected = [
      "builtins",
      "collections",
      "collections.abc",
      "concurrent.futures",
      "os.path",
      "pathlib",
      "re",
      "ssl",
    ];
    assert.deepEqual(catalogue.modules(), expected);
  });

  it("lists what is directly inside an owner", () => {
    assert.deepEqual(catalogue.members("pathlib"), ["pathlib.Path", "pathlib.PurePath"]);
    assert.deepEqual(catalogue.members("pathlib.Path"), ["pathlib.Path.home"]);
    assert.deepEqual(catalogue.members("collections"), ["collections.Mapping", "collections.abc"]);
    assert.deepEqual(catalogue.members("collections.Mapping"), ["collections.abc.Mapping.get"]);
    assert.deepEqual(catalogue.members("posixpath"), ["os.path.exists"]);
    assert.deepEqual(catalogue.members("syntax"), ["syntax:walrus"]);
    assert.deepEqual(catalogue.members("nope"), []);
  });

  it("tells sentences apart from facts", () => {
    assert.deepEqual(catalogue.prose("os.path.exists"), {
      summary: "Tells whether a path exists.",
      category: "file-system",
    });
    assert.deepEqual(catalogue.prose("pathlib.Path"), {});
    assert.deepEqual(catalogue.prose("nope"), {});
  });

  it("lists every entry once, parameters with a history behind what takes them", () => {
    const ids = [...catalogue.entries()].map((entry) => entry.id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.indexOf("builtins.print(flush)"), ids.indexOf("builtins.print") + 1);
    assert.ok(!ids.includes("builtins.print(sep)"));
    for (const id of ids) assert.equal(catalogue.lookup(id)?.id, id);
  });

  it("finds ids by their last name", () => {
    assert.deepEqual(catalogue.byLastName("with_stem"), ["pathlib.PurePath.with_stem"]);
    assert.deepEqual(catalogue.byLastName("Mapping"), ["collections.Mapping", "collections.abc.Mapping"]);
    assert.deepEqual(catalogue.byLastName("walrus"), ["syntax:walrus"]);
    assert.deepEqual(catalogue.byLastName("constructor"), []);
  });

  it("lets a name of a package win over a module of that name that nobody describes", () => {
    const opened = catalogueOf({
      unittest: { "": { added: "3.2" }, main: { kind: "class" } },
      "unittest.main": { MAIN: { kind: "constant" } },
    });
    assert.equal(opened.lookup("unittest.main")?.kind, "class");
    assert.equal(opened.member("unittest", "main")?.kind, "class");
    assert.equal(opened.lookup("unittest.main.MAIN")?.added, "3.2");
    assert.ok(opened.isModule("unittest.main"));
  });

  it("gives one object for one entry", () => {
    assert.equal(catalogue.lookup("pathlib.Path.with_stem"), catalogue.lookup("pathlib.PurePath.with_stem"));
    assert.equal(catalogue.lookup("print(flush)"), catalogue.parameter("builtins.print", "flush"));
  });

  it("brings the calendar and the hash along", () => {
    assert.equal(catalogue.calendar[0]?.released, "2008-12-03");
    assert.match(catalogue.hash, /^[0-9a-f]{32}$/);
  });

  it("refuses a text that is no index", () => {
    for (const text of ["", "{}", "null\n", '{"schema":0}\n', "[1,2"])
      assert.throws(() => loadCatalogue(text), /no|not/);
  });

  it("decodes a module only when it is asked for it", () => {
    const modules = [
      { module: "good", entries: { name: { kind: "function" as const } } },
      { module: "other", entries: { name: { kind: "function" as const } } },
    ];
    const { text } = compileIndex({ modules, calendar: [] });
    // Same length, so that the header's table still holds: what was the section of `other` is no JSON any more.
    const damaged = text.replace(/(\["",\{"k":0\},"name",\{"k":3\}\])(\["",)/, "$1!!!!");
    assert.notEqual(damaged, text);
    const opened = loadCatalogue(damaged);
    assert.equal(opened.lookup("good.name")?.kind, "function");
    assert.equal(opened.isModule("other"), true);
    assert.throws(() => opened.lookup("other.name"));
  });
});
