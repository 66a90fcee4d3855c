import assert from "node:assert/strict";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compileIndex } from "../../../data/build/compile-index";
import { loadCatalogue } from "../../../server/src/engine/catalogue/load";
import { openStoredIndex } from "../../../server/src/lsp/stored-index";

describe("openStoredIndex", () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "sincewhen-index-"));
    file = path.join(folder, "catalogue.index");
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("gives the characters between two offsets, fewer at the end", () => {
    writeFileSync(file, "0123456789");
    const text = openStoredIndex(file);
    assert.equal(text.slice(2, 5), "234");
    assert.equal(text.slice(8, 100), "89");
    assert.equal(text.slice(10, 20), "");
    assert.equal(text.slice(3, 3), "");
  });

  it("serves a catalogue module by module, also when the file was replaced meanwhile", () => {
    const modules = ["first", "second"].map((module) => ({
      module,
      entries: { "": {}, run: { kind: "function" as const, added: "3.8", summary: `Runs ${module}.` } },
    }));
    writeFileSync(file, compileIndex({ modules, calendar: [] }).text, "latin1");
    const catalogue = loadCatalogue(openStoredIndex(file));
    assert.equal(catalogue.lookup("first.run")?.added, "3.8");
    writeFileSync(`${file}.new`, "another version");
    renameSync(`${file}.new`, file);
    assert.equal(catalogue.lookup("second.run")?.added, "3.8");
    assert.equal(catalogue.prose("second.run").summary, "Runs second.");
  });

  it("throws where there is no file", () => {
    assert.throws(() => openStoredIndex(path.join(folder, "absent")), /ENOENT/);
  });
});
