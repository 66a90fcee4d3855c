import assert from "node:assert/strict";
import { readDependencies } from "../../../server/src/project/dependencies";

describe("dependencies", () => {
  it("are those of PEP 621 and of Poetry", () => {
    const text = '[project]\ndependencies = ["tomli>=2 ; python_version < \'3.11\'", "Async_Timeout"]\n';
    assert.deepEqual(readDependencies({ path: "pyproject.toml", text }), ["tomli", "Async_Timeout"]);
    const poetry = '[tool.poetry.dependencies]\npython = "^3.8"\n"backports.zoneinfo" = "*"\n';
    assert.deepEqual(readDependencies({ path: "/a/pyproject.toml", text: poetry }), [
      "python",
      "backports.zoneinfo",
    ]);
  });

  it("are those of setuptools, and of lists for pip", () => {
    const text = "[options]\ninstall_requires =\n    tomli; python_version < '3.11'\n    attrs\n";
    assert.deepEqual(readDependencies({ path: "setup.cfg", text }), ["tomli", "attrs"]);
    const list = "# what it takes\ntomli\n-r other.txt\nattrs==23.1\n";
    assert.deepEqual(readDependencies({ path: "requirements.txt", text: list }), ["tomli", "attrs"]);
  });

  it("are none where a file cannot be read", () => {
    assert.deepEqual(readDependencies({ path: "pyproject.toml", text: "[project" }), []);
    assert.deepEqual(readDependencies({ path: "setup.cfg", text: "" }), []);
  });
});
