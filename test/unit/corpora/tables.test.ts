import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { AVAILABILITY_CODES, readStdlibTable } from "../../corpora/check-stdlib";

const FOLDER = path.join(__dirname, "../../corpora");

interface JudgedTable {
  readonly packages: readonly { readonly name: string; readonly lines: number }[];
  readonly findings: readonly {
    readonly package: string;
    readonly code: string;
    readonly verdict: string;
    readonly reason: string;
  }[];
}

describe("the table of findings in standard libraries", () => {
  const { libraries, findings } = readStdlibTable();

  it("asks for the library of every Python from 3.6 on", () => {
    assert.deepEqual(
      libraries,
      libraries.map((_, index) => `3.${String(index + 6)}`),
    );
    assert.ok(libraries.length >= 9);
  });

  it("explains each finding, of which there are three at most", () => {
    assert.ok(findings.length <= 3);
    for (const { python, code, verdict, reason } of findings) {
      assert.ok(libraries.includes(python), python);
      assert.ok(AVAILABILITY_CODES.includes(code), code);
      assert.match(verdict, /^(?:true|false)$/);
      assert.ok(reason.length > 40, reason);
    }
  });
});

describe("the table of findings in real packages", () => {
  const { packages, findings } = JSON.parse(
    readFileSync(path.join(FOLDER, "judged.json"), "utf8"),
  ) as JudgedTable;

  it("judges each, with a reason", () => {
    const names = new Set(packages.map(({ name }) => name));
    for (const { package: name, code, verdict, reason } of findings) {
      assert.ok(names.has(name), name);
      assert.ok(AVAILABILITY_CODES.includes(code), code);
      assert.match(verdict, /^(?:true|false)$/);
      assert.ok(reason.length > 0);
    }
  });

  it("has at most one false alarm in 100,000 lines", () => {
    const lines = packages.reduce((sum, each) => sum + each.lines, 0);
    const alarms = findings.filter(({ verdict }) => verdict === "false").length;
    assert.ok(alarms * 100_000 <= lines, `${String(alarms)} in ${String(lines)}`);
  });
});
