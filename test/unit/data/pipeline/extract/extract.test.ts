import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { toDocsRows } from "../../../../../data/pipeline/extract/docs-rows";
import { recordInputs } from "../../../../../data/pipeline/extract/extracted-sources";
import { readDocsFolder } from "../../../../../data/pipeline/extract/read-docs-folder";
import { updateRuntime } from "../../../../../data/pipeline/extract/update-runtime";
import { readEvidenceFile } from "../../../../../data/pipeline/evidence/runtime-evidence";

const RST =
  "Functions\n=========\n\n.. function:: feed(animal, food)\n\n   .. versionchanged:: 3.7\n      Added *food*.\n";

describe("extracting evidence", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "extract-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }

  it("reads CPython's Doc, and tells builtins by their page", () => {
    write("library/functions.rst", RST);
    const { format, pages, objects } = readDocsFolder(folder);
    assert.deepEqual([format, pages], ["rst", 1]);
    assert.deepEqual(toDocsRows(objects), [
      {
        symbol: "feed",
        kind: "function",
        directive: "changed",
        versions: ["3.7"],
        parameters: [{ verb: "add", name: "food" }],
        page: "builtins/functions",
      },
    ]);
  });

  it("prefers the sources that built documentation ships", () => {
    write("library/zoo.html", "<p>built</p>");
    write("_sources/library/functions.rst.txt", RST);
    assert.equal(readDocsFolder(folder).format, "sources");
  });

  it("gives the same hash for the same pages, another for others", () => {
    write("library/functions.rst", RST);
    const { sha256 } = readDocsFolder(folder);
    assert.equal(readDocsFolder(folder).sha256, sha256);
    write("library/functions.rst", `${RST}\nMore.\n`);
    assert.notEqual(readDocsFolder(folder).sha256, sha256);
  });

  it("says what it wants of a folder without documentation", () => {
    assert.throws(() => readDocsFolder(folder), /name CPython's Doc or built documentation/);
  });

  it("takes several notes of one release on one thing together", () => {
    write("library/functions.rst", `${RST}\n   .. versionchanged:: 3.7\n      Is faster.\n`);
    assert.equal(toDocsRows(readDocsFolder(folder).objects).length, 1);
  });

  it("lays an interpreter over the evidence, but no WebAssembly build over a native one", () => {
    const file = path.join(folder, "runtime.json.gz");
    const raw = (python: string) => ({
      python,
      modules: { zoo: { feed: "f(animal)" } },
      classes: {},
      missing: [],
      kw: [],
      softkw: [],
      future: [],
      enc: [],
    });
    updateRuntime(file, [raw("3.16.0 wasm")]);
    updateRuntime(file, [raw("3.16.1 native")]);
    assert.deepEqual(
      readEvidenceFile(readFileSync(file)).releases.map(({ build }) => build),
      ["3.16.1 native"],
    );
    assert.throws(() => updateRuntime(file, [raw("3.16.2 wasm")]), /would spoil/);
    assert.throws(() => updateRuntime(file, [raw("2.7.18 native")]), /not an introspection of Python 3/);
  });

  it("records what was read, releases in order", () => {
    const docs = { format: "rst", pages: 1, sha256: "0", rows: 1 };
    const first = recordInputs({}, "3.16", { docs });
    assert.deepEqual(recordInputs(first, "3.9", { runtime: "3.9.1 native" }), {
      "3.9": { runtime: "3.9.1 native" },
      "3.16": { docs },
    });
    assert.deepEqual(recordInputs(first, "3.16", { runtime: "3.16.0 native" })["3.16"], {
      docs,
      runtime: "3.16.0 native",
    });
  });
});
