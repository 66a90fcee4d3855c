import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadScript } from "../../../server/src/lsp/load-script";

describe("loadScript", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sincewhen-script-"));
  const file = path.join(folder, "bundle.js");
  const told: Record<string, unknown> = {};
  const lent = Object.assign((id: string) => (id === "told" ? told : undefined), createRequire(file));

  after(() => rmSync(folder, { recursive: true }));

  it("runs a bundle of any length in the place where it lies", () => {
    const filler = `// ${"-".repeat(100)}\n`.repeat(2_000);
    writeFileSync(file, `${filler}Object.assign(require("told"), { file: __filename, folder: __dirname });`);
    loadScript(file, lent);
    assert.deepEqual(told, { file, folder });
  });

  it("throws what the bundle throws, with the bundle's own lines", () => {
    writeFileSync(file, 'const fine = 1;\nthrow new Error("as it should be");');
    assert.throws(() => loadScript(file, lent), /as it should be/);
    assert.throws(
      () => loadScript(file, lent),
      (error: Error) => error.stack?.includes(`${file}:2:7`) === true,
    );
  });

  it("throws what the system says of a bundle that is not there", () => {
    assert.throws(() => loadScript(path.join(folder, "none.js"), lent), { code: "ENOENT" });
  });
});
