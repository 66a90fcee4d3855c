import assert from "node:assert/strict";
import { ALL_MINORS, minorsBefore } from "../../../server/src/engine/version";
import { readDependencies } from "../../../server/src/project/dependencies";

const everywhere = (name: string) => ({ name, minors: ALL_MINORS });

describe("dependencies", () => {
  it("are those of PEP 621 and of Poetry, and the project itself", () => {
    const text =
      '[project]\nname = "mine"\ndependencies = ["tomli>=2 ; python_version < \'3.11\'", "Async_Timeout"]\n';
    assert.deepEqual(readDependencies({ path: "pyproject.toml", text }), [
      everywhere("mine"),
      { name: "tomli", minors: minorsBefore(11) },
      everywhere("Async_Timeout"),
    ]);
    const poetry =
      '[tool.poetry.dependencies]\npython = "^3.8"\n"backports.zoneinfo" = "*"\n' +
      'dataclasses = { version = "^0.8", python = "~3.6" }\nold = [{ markers = "python_version < \'3.1\'" }]\n';
    assert.deepEqual(readDependencies({ path: "/a/pyproject.toml", text: poetry }), [
      everywhere("python"),
      everywhere("backports.zoneinfo"),
      { name: "dataclasses", minors: minorsBefore(7) & ~minorsBefore(6) },
      { name: "old", minors: minorsBefore(1) },
    ]);
  });

  it("are those of setuptools, and of lists for pip", () => {
    const text =
      "[metadata]\nname = mine\n[options]\ninstall_requires =\n    tomli; python_version < '3.11'\n    attrs\n";
    assert.deepEqual(readDependencies({ path: "setup.cfg", text }), [
      everywhere("mine"),
      { name: "tomli", minors: minorsBefore(11) },
      everywhere("attrs"),
    ]);
    const list = "# what it takes\ntomli\n-r other.txt\nattrs==23.1\n";
    assert.deepEqual(readDependencies({ path: "requirements.txt", text: list }), [
      everywhere("tomli"),
      everywhere("attrs"),
    ]);
    const script = 'setup(name="mine", install_requires=["attrs", "typing; python_version<\'3.5\'"])\n';
    assert.deepEqual(readDependencies({ path: "setup.py", text: script }), [
      everywhere("mine"),
      everywhere("attrs"),
      { name: "typing", minors: minorsBefore(5) },
    ]);
  });

  it("are those that building takes only where somebody asks for them", () => {
    const text = '[build-system]\nrequires = ["setuptools>=61"]\n';
    assert.deepEqual(readDependencies({ path: "pyproject.toml", text }), []);
    assert.deepEqual(readDependencies({ path: "pyproject.toml", text, forBuild: true }), [
      everywhere("setuptools"),
    ]);
  });

  it("are none where a file cannot be read", () => {
    assert.deepEqual(readDependencies({ path: "pyproject.toml", text: "[project" }), []);
    assert.deepEqual(readDependencies({ path: "setup.cfg", text: "" }), []);
    assert.deepEqual(readDependencies({ path: "setup.py", text: "setup(name=(" }), []);
  });
});
