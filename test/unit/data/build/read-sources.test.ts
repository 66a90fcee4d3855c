import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { readSources } from "../../../../data/build/read-sources";
import { mergeFiles } from "../../../../data/build/write-index";

describe("readSources", () => {
  let folder = "";
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "sources-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: unknown) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  };

  it("takes missing folders for an empty catalogue", () => {
    assert.deepEqual(readSources(folder), { files: [], calendar: [], aliases: {}, languages: {} });
  });

  it("reads generated and authored files, the calendar and the aliases", () => {
    write("generated/os.path.json", { module: "os.path", entries: { exists: { kind: "function" } } });
    write("authored/os.path.json", { module: "os.path", entries: { exists: { summary: "Looks." } } });
    write("authored/aliases.json", { spelt: "os.path.exists" });
    write("calendar.json", { "3.7": { released: "2018-06-27", endOfLife: "2023-06-27" } });
    const sources = readSources(folder);
    assert.deepEqual(sources.calendar, [{ minor: 7, released: "2018-06-27", endOfLife: "2023-06-27" }]);
    assert.deepEqual(sources.aliases, { spelt: "os.path.exists" });
    const entries = { exists: { kind: "function", summary: "Looks." } };
    assert.deepEqual(mergeFiles(sources.files), [{ module: "os.path", entries }]);
  });

  it("names the file that is no JSON, or not about the module of its name", () => {
    write("authored/re.json", "{");
    assert.throws(() => readSources(folder), /re\.json/);
    write("authored/re.json", { module: "er", entries: {} });
    assert.throws(() => readSources(folder), /re\.json.*"re"/);
    write("authored/re.json", null);
    assert.throws(() => readSources(folder), /re\.json/);
  });

  it("names a release of the calendar that is none", () => {
    write("calendar.json", { "2.7": { released: "2010-07-03" } });
    assert.throws(() => readSources(folder), /"2\.7"/);
  });
});
