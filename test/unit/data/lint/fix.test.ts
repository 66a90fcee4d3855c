import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { rewriteSources } from "../../../../data/lint/fix";

describe("rewriteSources", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "sources-"));
    mkdirSync(path.join(folder, "authored"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (name: string) => path.join(folder, "authored", name);

  it("puts modules and aliases into canonical form", () => {
    writeFileSync(
      file("m.json"),
      '{"entries": {"b": {"added": "3.7", "kind": "function"}, "a": {}}, "module": "m"}',
    );
    writeFileSync(file("aliases.json"), '{"y": "m.b", "x": "m.a"}');
    rewriteSources(folder);
    const module =
      '{\n  "module": "m",\n  "entries": {\n    "a": {},\n    "b": {"kind": "function", "added": "3.7"}\n  }\n}\n';
    assert.equal(readFileSync(file("m.json"), "utf8"), module);
    assert.equal(readFileSync(file("aliases.json"), "utf8"), '{\n  "x": "m.a",\n  "y": "m.b"\n}\n');
  });

  it("leaves a file alone that states a member twice", () => {
    const text = '{"module": "m", "entries": {"a": {"added": "3.7", "added": "3.8"}}}';
    writeFileSync(file("m.json"), text);
    rewriteSources(folder);
    assert.equal(readFileSync(file("m.json"), "utf8"), text);
  });
});
