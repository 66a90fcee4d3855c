import assert from "node:assert/strict";
import { addDependency, declareTarget, silenceInConfiguration } from "../../../../server/src/project";
import { edited, type Files, testRows } from "./byte-for-byte";

describe("declaring a target, byte for byte", () => {
  const declare = (files: Files): Files => {
    const stored = Object.entries(files).map(([name, text]) => ({ path: `/p/${name}`, text }));
    const { path, edits } = declareTarget(stored, { folder: "/p", range: "3.8" });
    return edited(
      files,
      edits.map((edit) => ({ file: path, ...edit })),
    );
  };
  testRows(
    {
      "behind the keys of the project": [
        "pyproject.toml",
        '[project] # x\nname = "x"\ndependencies = [\n  "a", # y\n] # z\n\n[project.urls]\na = "b"\n',
        '[project] # x\nname = "x"\ndependencies = [\n  "a", # y\n] # z\nrequires-python = ">=3.8"\n\n[project.urls]\na = "b"\n',
      ],
      "in a project without keys": [
        "pyproject.toml",
        "[project]\n",
        '[project]\nrequires-python = ">=3.8"\n',
      ],
      "behind Poetry's dependencies": [
        "pyproject.toml",
        '[tool.poetry.dependencies]\nrequests = { version = "*" } # x\n[build-system]\n',
        '[tool.poetry.dependencies]\nrequests = { version = "*" } # x\npython = ">=3.8"\n[build-system]\n',
      ],
      "among the options of setup.cfg": [
        "setup.cfg",
        "[metadata]\nname = x\n\n[options] \npackages = find:\n",
        "[metadata]\nname = x\n\n[options] \npython_requires = >=3.8\npackages = find:\n",
      ],
      "in a configuration that is there": [
        "sincewhen.toml",
        '# ours\nignore = ["removed"]\n',
        'target = ">=3.8"\n# ours\nignore = ["removed"]\n',
      ],
    },
    declare,
  );

  it("contradicts no project whose build decides", () => {
    const text = '[project]\nname = "x"\ndynamic = ["requires-python"]\n';
    const { path, isNew } = declareTarget([{ path: "/p/pyproject.toml", text }], {
      folder: "/p",
      range: "3.8",
    });
    assert.deepEqual([path, isNew], ["/p/sincewhen.toml", true]);
  });
});

describe("adding a dependency, byte for byte", () => {
  const WRITTEN = `"tomli>=2; python_version < '3.11'"`;
  const add = (files: Files): Files => {
    const [[name, text]] = Object.entries(files);
    const requirement = { name: "tomli", specifier: ">=2", pythons: "<3.11" };
    const edits = addDependency({ path: `/p/${name}`, text }, requirement) ?? [];
    return edited(
      files,
      edits.map((edit) => ({ file: `/p/${name}`, ...edit })),
    );
  };
  testRows(
    {
      "to an array on one line": [
        "pyproject.toml",
        '[project] # 🐍\ndependencies = [ "a" , "b" ]  # x\nname = "x"\n',
        `[project] # 🐍\ndependencies = [ "a" , "b", ${WRITTEN} ]  # x\nname = "x"\n`,
      ],
      "to an array with a last comma": [
        "pyproject.toml",
        '[project]\ndependencies = ["a",]\n',
        `[project]\ndependencies = ["a", ${WRITTEN},]\n`,
      ],
      "to an array in lines": [
        "pyproject.toml",
        '[project]\ndependencies = [\n  "a",  # x\n  # y\n]\n',
        `[project]\ndependencies = [\n  "a",  # x\n  ${WRITTEN},\n  # y\n]\n`,
      ],
      "to an array in lines without a last comma": [
        "pyproject.toml",
        '[project]\ndependencies = [\n  "a"  # x\n]\n',
        `[project]\ndependencies = [\n  "a",  # x\n  ${WRITTEN}\n]\n`,
      ],
      "to an array whose bracket closes behind the last": [
        "pyproject.toml",
        '[project]\ndependencies = ["a",\n  "b"]\n',
        `[project]\ndependencies = ["a",\n  "b",\n  ${WRITTEN}]\n`,
      ],
      "to an empty array over lines": [
        "pyproject.toml",
        "[project]\ndependencies = [\n]\n",
        `[project]\ndependencies = [${WRITTEN}\n]\n`,
      ],
      "to Poetry's table": [
        "pyproject.toml",
        "[tool.poetry.dependencies]\npython = '^3.8' # x\n\n[build-system]\n",
        `[tool.poetry.dependencies]\npython = '^3.8' # x\ntomli = { version = ">=2", python = "<3.11" }\n\n[build-system]\n`,
      ],
      "to the lines of setup.cfg": [
        "setup.cfg",
        "[options]\ninstall_requires =\n  a\n  # x\n  b>=1\n\n[x]\ny = 1\n",
        '[options]\ninstall_requires =\n  a\n  # x\n  b>=1\n  tomli>=2; python_version < "3.11"\n\n[x]\ny = 1\n',
      ],
    },
    add,
  );

  it("to requirements, which then end with a line end", () => {
    for (const lineEnd of ["\n", "\r\n"]) {
      const entry = `tomli>=2; python_version < "3.11"${lineEnd}`;
      const before = `# x${lineEnd}a==1  # y${lineEnd}`;
      for (const text of [before, before.slice(0, -lineEnd.length)]) {
        assert.deepEqual(add({ "requirements.txt": text }), { "requirements.txt": `${before}${entry}` });
      }
    }
  });
});

describe("silencing in the configuration, byte for byte", () => {
  const silence = (files: Files): Files => {
    const stored = Object.entries(files).map(([name, text]) => ({ path: `/p/${name}`, text }));
    const found = silenceInConfiguration(stored, "math.prod");
    return edited(
      files,
      (found?.edits ?? []).map((edit) => ({ file: found!.path, ...edit })),
    );
  };
  testRows(
    {
      "in a list on one line": [
        "pyproject.toml",
        "[tool.sincewhen] # x\nignore = [ 'a.b' ] # y\n",
        "[tool.sincewhen] # x\nignore = [ 'a.b', 'math.prod' ] # y\n",
      ],
      "in a list in lines": [
        "sincewhen.toml",
        'ignore = [\n  "a.b", # why\n]\ntarget = "3.8"\n',
        'ignore = [\n  "a.b", # why\n  "math.prod",\n]\ntarget = "3.8"\n',
      ],
      "in a table without a list": [
        "pyproject.toml",
        '[tool.sincewhen]\ntarget = "3.8" # x\n\n[tool.y]\n',
        '[tool.sincewhen]\ntarget = "3.8" # x\nignore = ["math.prod"]\n\n[tool.y]\n',
      ],
      "in a file of its own without a list": [
        "sincewhen.toml",
        '# ours\ntarget = "3.8"\n\n[per-file-ignores]\n"t.py" = []\n',
        '# ours\ntarget = "3.8"\nignore = ["math.prod"]\n\n[per-file-ignores]\n"t.py" = []\n',
      ],
    },
    silence,
  );
});
