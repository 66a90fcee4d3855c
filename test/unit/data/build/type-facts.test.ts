import assert from "node:assert/strict";
import { compileIndex } from "../../../../data/build/compile-index";
import { layTypes } from "../../../../data/build/type-facts";
import { compileCatalogue } from "../../../../data/build/write-index";
import { loadCatalogue } from "../../../../server/src/engine/catalogue/load";

describe("layTypes", () => {
  const modules = [
    {
      module: "os",
      entries: { "": {}, environ: {}, getcwd: { returns: "str" }, path: { alias: "posixpath" } },
    },
  ];

  it("adds to an entry what no source says of its type", () => {
    const types = { "os.environ": { type: "os._Environ[str]" }, "os.getcwd": { returns: "bytes" } };
    const [{ entries }] = layTypes(modules, { types, aliases: {} });
    assert.deepEqual(entries.environ.facts, { type: "os._Environ[str]" });
    assert.deepEqual(entries.getcwd.facts, { returns: "str" });
  });

  it("makes internal entries of private classes and special methods, and of nothing else", () => {
    const types = {
      "os._Environ": { params: 1 },
      "os._Environ.copy": { returns: "dict[$0,$0]" },
      "os.unheard_of": { returns: "int" },
      "_private.Thing": { params: 0 },
    };
    const laid = layTypes(modules, { types, aliases: {} });
    const internal = laid.flatMap(({ module, entries }) =>
      Object.keys(entries).flatMap((key) => (entries[key].internal ? [`${module}:${key}`] : [])),
    );
    assert.deepEqual(internal, ["os:_Environ", "os:_Environ.copy", "_private:", "_private:Thing"]);
  });

  it("hides internal entries from everybody who lists, but finds them", () => {
    const types = { "os._Environ": { params: 1 }, "_private.Thing": { params: 0 } };
    const { text } = compileIndex({ modules, calendar: [], types: { types, aliases: {} } });
    const catalogue = loadCatalogue(text);
    assert.equal(catalogue.lookup("os._Environ")?.kind, "class");
    assert.equal(catalogue.isModule("_private"), false);
    assert.deepEqual(catalogue.modules(), ["os"]);
    assert.ok(!catalogue.members("os").includes("os._Environ"));
    assert.ok(![...catalogue.entries()].some(({ id }) => id.includes("_Environ") || id.includes("_private")));
  });
});

describe("the types of the catalogue", () => {
  const catalogue = loadCatalogue(compileCatalogue().text);
  const typeOf = (owner: string, name: string) => catalogue.member(owner, name)?.type;

  it("tell what calls give", () => {
    assert.equal(typeOf("pathlib.Path", "resolve")?.returns, "self");
    assert.equal(typeOf("builtins.str", "split")?.returns, "list[str]");
    assert.equal(catalogue.lookup("sqlite3.connect")?.type?.returns, "sqlite3.Connection");
    assert.equal(catalogue.lookup("asyncio.get_running_loop")?.type?.returns, "asyncio.AbstractEventLoop");
    assert.equal(typeOf("tempfile.TemporaryDirectory", "__enter__")?.returns, "$0");
  });

  it("tell what attributes hold", () => {
    assert.equal(typeOf("pathlib.Path", "parent")?.type, "self");
    assert.match(catalogue.lookup("os.environ")?.type?.type ?? "", /^os\._Environ/);
  });

  it("tell the result of open by its mode", () => {
    const rules = catalogue.lookup("builtins.open")?.type?.returnsByLiteral?.rules ?? [];
    assert.equal(rules.find(([modes]) => modes.includes("rb"))?.[1], "io.BufferedReader");
  });
});
