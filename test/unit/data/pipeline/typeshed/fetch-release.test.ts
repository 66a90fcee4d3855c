import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fetchStubs } from "../../../../../data/pipeline/typeshed/fetch-release";
import { formatSections } from "../../../../../data/pipeline/typeshed/format-lines";

describe("fetchStubs", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "stubs-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const release = { version: "0.0.1", floor: 3, ceiling: 15, sha256: "0".repeat(64) };

  it("takes stubs that are there already as they are", () => {
    const stdlib = join(folder, "0.0.1/package/dist/typeshed-fallback/stdlib");
    mkdirSync(stdlib, { recursive: true });
    assert.equal(fetchStubs(folder, release), stdlib);
  });

  it("refuses a package that is not the pinned one", () => {
    writeFileSync(join(folder, "pyright-0.0.1.tgz"), "something else");
    assert.throws(() => fetchStubs(folder, release), /is not the pyright 0\.0\.1 that is pinned/);
  });
});

describe("formatSections", () => {
  it("writes one id a line, sorted by code unit", () => {
    const text = formatSections({
      types: new Map<string, unknown>([
        ["b", 1],
        ["B", { x: [2] }],
        ["a", "é"],
      ]),
    });
    assert.equal(text, '{\n"types": {\n"B": {"x":[2]},\n"a": "é",\n"b": 1\n}\n}\n');
    assert.deepEqual(JSON.parse(text), { types: { B: { x: [2] }, a: "é", b: 1 } });
  });
});
