import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { compileCatalogue } from "../../../data/build/write-index";
import type { Catalogue } from "../../../server/src/engine/catalogue/catalogue";
import type { TypeFacts } from "../../../server/src/engine/catalogue/entry";
import { loadCatalogue } from "../../../server/src/engine/catalogue/load";

describe("the types of the project's own catalogue", () => {
  let catalogue: Catalogue;
  before(function () {
    this.timeout(30_000);
    catalogue = loadCatalogue(compileCatalogue().text);
  });
  const typeOf = (id: string): TypeFacts => catalogue.lookup(id)?.type ?? {};

  it("tell what methods give", () => {
    assert.equal(typeOf("pathlib.Path.resolve").returns, "self");
    assert.equal(typeOf("tempfile.TemporaryDirectory.__enter__").returns, "$0");
    assert.equal(typeOf("dict.items").returns, "_collections_abc.dict_items[$0,$1]");
    assert.equal(typeOf("str.split").returns, "list[str]");
    assert.equal(typeOf("asyncio.get_running_loop").returns, "asyncio.AbstractEventLoop");
  });

  it("tell what attributes hold", () => {
    assert.deepEqual(typeOf("pathlib.PurePath.parent"), { type: "self", binds: "property" });
    assert.equal(typeOf("os.environ").type, "os._Environ[str]");
    assert.equal(typeOf("sys.stdout").type, "io.TextIOWrapper|None");
  });

  it("tell the result of a call by literal, by type and by number of its arguments", () => {
    const modes = typeOf("open").returnsByLiteral;
    assert.deepEqual([modes?.parameter, modes?.position, modes?.absent], ["mode", 1, "io.TextIOWrapper"]);
    assert.equal(modes?.rules.find(([literals]) => literals.includes("rb"))?.[1], "io.BufferedReader");
    assert.deepEqual(typeOf("re.match").returnsByType?.rules[0], [
      "str|re.Pattern[str]",
      "re.Match[str]|None",
    ]);
    const { returnsByCount } = typeOf("subprocess.Popen");
    assert.equal(returnsByCount?.rules[0][2], "subprocess.Popen[bytes]");
    assert.ok(returnsByCount?.unless?.includes("text"));
    assert.equal(typeOf("sqlite3.connect").otherwise, "sqlite3.Connection");
  });

  it("tell of classes what they have as bases and type parameters", () => {
    assert.deepEqual(typeOf("builtins.dict").bases, ["collections.abc.MutableMapping[$0,$1]"]);
    assert.equal(catalogue.member("builtins.dict", "fromkeys")?.id, "builtins.dict.fromkeys");
    assert.deepEqual(typeOf("collections.OrderedDict").bases, ["builtins.dict[$0,$1]"]);
    assert.deepEqual(
      [typeOf("subprocess.Popen").params, typeOf("subprocess.Popen").defaults],
      [1, ["str|bytes"]],
    );
    assert.equal(typeOf("http.HTTPStatus").enum, true);
  });

  it("tell what classes know better of inherited members", () => {
    const lines = catalogue.member("io.TextIOWrapper", "__iter__");
    assert.equal(lines?.id, "io.IOBase.__iter__");
    assert.equal(lines?.type?.returns, "collections.abc.Iterator[str]");
    assert.equal(catalogue.member("collections.defaultdict", "copy")?.type?.returns, "self");
    assert.equal(typeOf("io.IOBase.__iter__").returns, "collections.abc.Iterator[bytes]");
  });

  it("lead to classes that have no public name", () => {
    assert.equal(catalogue.lookup("os._Environ")?.internal, true);
    assert.equal(catalogue.member("os._Environ", "copy")?.type?.returns, "dict[$0,$0]");
    assert.deepEqual(typeOf("_collections_abc.dict_items").bases, ["collections.abc.ItemsView[$0,$1]"]);
    assert.equal(catalogue.isModule("_collections_abc"), false);
    assert.ok(![...catalogue.entries()].some((entry) => entry.internal));
  });
});
