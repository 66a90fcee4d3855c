import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, it } from "mocha";
import { missingPyodides, pyodideCache, PYODIDE_RELEASES } from "../../../../data/verify/pyodide";

describe("missingPyodides", () => {
  it("wants every release that is not installed, each in a folder of its own", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "pyodide-"));
    const [present, ...rest] = PYODIDE_RELEASES;
    const home = path.join(folder, present, "node_modules", "pyodide");
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, "package.json"), "{}");
    assert.deepEqual(
      missingPyodides(folder),
      rest.map((release) => ({ home: path.join(folder, release), wanted: `pyodide@${release}` })),
    );
    rmSync(folder, { recursive: true });
  });
});

describe("pyodideCache", () => {
  it("follows the cache folder of the user", () => {
    assert.equal(pyodideCache({ XDG_CACHE_HOME: "/cache" }), path.join("/cache", "sincewhen", "pyodide"));
  });
});
