import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { compileCatalogue } from "../../../data/build/write-index";
import type { Catalogue } from "../../../server/src/engine/catalogue/catalogue";
import { loadCatalogue } from "../../../server/src/engine/catalogue/load";

describe("the project's own catalogue", () => {
  let catalogue: Catalogue;
  before(function () {
    this.timeout(30_000);
    catalogue = loadCatalogue(compileCatalogue().text);
  });

  it("finds every entry under its id", () => {
    const lost = [...catalogue.entries()].filter((entry) => catalogue.lookup(entry.id) !== entry);
    assert.deepEqual(
      lost.map((entry) => entry.id),
      [],
    );
  });

  it("answers by the names that code uses", () => {
    const names = [
      "print",
      "str.removeprefix",
      "posixpath.exists",
      "pathlib.Path.with_stem",
      "subprocess.run(text)",
    ];
    assert.deepEqual(
      names.map((name) => catalogue.lookup(name)?.id),
      [
        "builtins.print",
        "builtins.str.removeprefix",
        "os.path.exists",
        "pathlib.PurePath.with_stem",
        "subprocess.run(text)",
      ],
    );
    assert.equal(catalogue.lookup("collections.Mapping")?.removed, "3.10");
  });
});
