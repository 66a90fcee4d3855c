import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readRefusedCases } from "../rewrites/refused";
import { readRows } from "../rewrites/report";
import { findPythons } from "./pythons";

/** Compiles the programs of a list, and prints the names and errors of those that do not compile. */
const COMPILE = `
import json, sys, warnings
warnings.simplefilter("ignore")
for name, text in json.load(sys.stdin):
    try:
        compile(text, name, "exec")
    except SyntaxError as error:
        print("%s: %s" % (name, error))
`;

/** The Python that knows all of the syntax that is written on the machine's newest one. */
const NEEDED = 13;

describe("programs that must not be rewritten", function () {
  this.timeout(60_000);

  it("compile, as do the nearest ones that may be", function () {
    const python = findPythons().findLast(({ isWasm, minor }) => !isWasm && minor >= NEEDED);
    assert.ok(python, `no Python 3.${NEEDED} or later was found`);
    // What a later Python brought may be syntax that this one cannot read.
    const later = new Set(readRows().flatMap(({ id, since }) => (since > python.minor ? [id] : [])));
    const programs = readRefusedCases()
      .filter(({ row }) => !later.has(row))
      .flatMap(({ where, refused, accepted }) => [
        [`${where}, refused`, refused],
        [`${where}, accepted`, accepted],
      ]);
    const { stdout, status } = spawnSync(python.program, ["-c", COMPILE], {
      encoding: "utf8",
      input: JSON.stringify(programs),
    });
    assert.equal(status, 0);
    assert.equal(stdout, "");
  });
});
