import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { findInterpreters, findPyodides } from "../../../../data/verify/interpreters";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "interpreters-")));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Makes a file and the folders around it; gives its whole path. */
function make(relative: string, text = ""): string {
  const file = path.join(folder, relative);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe("findInterpreters", () => {
  it("finds those of pyenv in the order of releases, then those of the search path, without shims", () => {
    const files = ["versions/3.9.1", "versions/3.10.2"].map((one) => make(`pyenv/${one}/bin/python3`));
    make("pyenv/versions/2.7.18/bin/python3");
    make("pyenv/versions/pypy3.9/bin/python3");
    make("pyenv/shims/python3.9");
    files.push(make("bin/python3.11"));
    const PATH = [path.join(folder, "pyenv", "shims"), path.join(folder, "bin")].join(path.delimiter);
    const found = findInterpreters({ PYENV_ROOT: path.join(folder, "pyenv"), PATH });
    assert.deepEqual(
      found.map((one) => one.path),
      files,
    );
  });
});

describe("findPyodides", () => {
  it("finds releases that are installed side by side", () => {
    const manifest = JSON.stringify({ name: "pyodide" });
    const files = ["0.27.8", "314.0.7"].map((one) =>
      make(`${one}/node_modules/pyodide/package.json`, manifest),
    );
    make("other/node_modules/pyodide/package.json", JSON.stringify({ name: "other" }));
    assert.deepEqual(
      findPyodides(folder).map((one) => one.path),
      files.map((file) => path.dirname(file)),
    );
  });

  it("says so when there is none", () => {
    assert.throws(() => findPyodides(folder), /holds no pyodide package/);
  });
});
