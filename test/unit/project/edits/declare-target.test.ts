import assert from "node:assert/strict";
import { declareTarget } from "../../../../server/src/project";
import { applyEdits } from "../../../../server/src/project/edits/range-edit";

/** Declares a range in a project of these files, and gives the file that it is written to. */
function declared(files: Readonly<Record<string, string>>, range = ">=3.8"): [string, string] {
  const stored = Object.entries(files).map(([path, text]) => ({ path: `/p/${path}`, text }));
  const { path, edits } = declareTarget(stored, { folder: "/p", range });
  return [path.slice(3), applyEdits(files[path.slice(3)] ?? "", edits)];
}

describe("declaring a target where there is none", () => {
  it("writes it where packaging tools look", () => {
    assert.deepEqual(declared({ "pyproject.toml": '[project]\r\nname = "x" # y\r\n\r\n[tool.x]\r\n' }), [
      "pyproject.toml",
      '[project]\r\nname = "x" # y\r\nrequires-python = ">=3.8"\r\n\r\n[tool.x]\r\n',
    ]);
    assert.deepEqual(declared({ "pyproject.toml": '[tool.poetry.dependencies]\nrequests = "*"\n' }, "3.9"), [
      "pyproject.toml",
      '[tool.poetry.dependencies]\nrequests = "*"\npython = ">=3.9"\n',
    ]);
    assert.deepEqual(declared({ "setup.cfg": "[metadata]\nname = x\n[options]\npackages = find:\n" }), [
      "setup.cfg",
      "[metadata]\nname = x\n[options]\npython_requires = >=3.8\npackages = find:\n",
    ]);
  });

  it("makes a file of SinceWhen's own where there is no such place", () => {
    const own = ["sincewhen.toml", 'target = ">=3.8"\n'];
    for (const files of [
      {},
      { "pyproject.toml": "[tool.black]\nline-length = 100\n" },
      { "pyproject.toml": '[project]\nrequires-python = "^3.8"\n' },
      { "setup.cfg": "[flake8]\nmax-line-length = 100\n" },
    ] as Readonly<Record<string, string>>[]) {
      assert.deepEqual(declared(files), own);
    }
    assert.deepEqual(declared({ "sincewhen.toml": 'ignore = ["removed"]\n' }, "3.8"), [
      "sincewhen.toml",
      'target = ">=3.8"\nignore = ["removed"]\n',
    ]);
  });
});
