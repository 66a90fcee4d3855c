import assert from "node:assert/strict";
import { addDependency, type Requirement } from "../../../../server/src/project/edits/add-dependency";
import { minorsBefore, minorsFrom } from "../../../../server/src/engine/version";
import { applyEdits } from "../../../../server/src/project/edits/range-edit";

const TOMLI: Requirement = { name: "tomli", specifier: ">=2", pythons: "<3.11" };
const WRITTEN = `"tomli>=2; python_version < '3.11'"`;

/** Adds a dependency to a file. */
function added(path: string, text: string, requirement = TOMLI): string | undefined {
  const edits = addDependency({ path: `/p/${path}`, text }, requirement);
  return edits && applyEdits(text, edits);
}

describe("adding a dependency", () => {
  it("extends the array of PEP 621 in its own style", () => {
    for (const [before, after] of [
      ['[project]\ndependencies = ["a"] # x\n', `[project]\ndependencies = ["a", ${WRITTEN}] # x\n`],
      ["[project]\ndependencies = []\n", `[project]\ndependencies = [${WRITTEN}]\n`],
      [
        "[project]\ndependencies = [\n  'a', # x\n]\n",
        `[project]\ndependencies = [\n  'a', # x\n  'tomli>=2; python_version < "3.11"',\n]\n`,
      ],
      ['[project]\ndependencies = [\n  "a"\n]\n', `[project]\ndependencies = [\n  "a",\n  ${WRITTEN}\n]\n`],
      [
        '[project]\ndependencies = [\n  "a" # x\n]\n',
        `[project]\ndependencies = [\n  "a", # x\n  ${WRITTEN}\n]\n`,
      ],
      [
        '[project]\nname = "x" # y\n\n[tool.x]\na = 1\n',
        `[project]\nname = "x" # y\ndependencies = [${WRITTEN}]\n\n[tool.x]\na = 1\n`,
      ],
      [
        '[project]\nname = "x"\n[project.urls]\na = "b"\n',
        `[project]\nname = "x"\ndependencies = [${WRITTEN}]\n[project.urls]\na = "b"\n`,
      ],
    ] as const) {
      assert.equal(added("pyproject.toml", before), after);
      const [crlf, wanted] = [before, after].map((text) => text.replaceAll("\n", "\r\n"));
      assert.equal(added("pyproject.toml", crlf), wanted);
    }
  });

  it("writes Poetry's table as Poetry does", () => {
    const before = '[tool.poetry.dependencies]\npython = "^3.8" # x\n\n[build-system]\nrequires = []\n';
    const after =
      '[tool.poetry.dependencies]\npython = "^3.8" # x\ntomli = { version = ">=2", python = "<3.11" }\n\n[build-system]\nrequires = []\n';
    assert.equal(added("pyproject.toml", before), after);
    assert.equal(
      added("pyproject.toml", before, { name: "six" }),
      before.replace("# x\n", '# x\nsix = "*"\n'),
    );
  });

  it("extends setup.cfg and requirements files", () => {
    const entry = 'tomli>=2; python_version < "3.11"';
    for (const [path, before, after] of [
      [
        "setup.cfg",
        "[options]\ninstall_requires =\n  a\n  b>=1\n\n[x]\ny = 1\n",
        `[options]\ninstall_requires =\n  a\n  b>=1\n  ${entry}\n\n[x]\ny = 1\n`,
      ],
      [
        "setup.cfg",
        "[options]\npackages = find:\n",
        `[options]\ninstall_requires =\n    ${entry}\npackages = find:\n`,
      ],
      ["requirements.txt", "a==1\n", `a==1\n${entry}\n`],
      ["requirements-dev.txt", "a==1", `a==1\n${entry}\n`],
      ["requirements.txt", "", `${entry}\n`],
    ] as const) {
      assert.equal(added(path, before), after);
    }
  });

  it("changes nothing where the package is known already, under any spelling", () => {
    const wanted = { name: "typing_extensions" };
    for (const [path, text] of [
      ["pyproject.toml", '[project]\ndependencies = ["Typing.Extensions>=4"]\n'],
      ["pyproject.toml", '[tool.poetry.dependencies]\ntyping-extensions = "*"\n'],
      ["setup.cfg", "[options]\ninstall_requires = typing-extensions\n"],
      ["requirements.txt", "typing-extensions ~= 4.0  # x\n"],
    ] as const) {
      assert.deepEqual(addDependency({ path, text }, wanted), [], text);
    }
  });

  it("widens the marker of a package that is there for too few Pythons", () => {
    const lines = [
      [`tomli; python_version < "3.9"`, `tomli; python_version < "3.11"`],
      [`tomli>=1;python_version<='3.8'`, `tomli>=1;python_version < '3.11'`],
      [`tomli; "3.9" > python_version`, `tomli; python_version < "3.11"`],
      [`tomli; python_version >= "3.7" and python_version < "3.9"`, `tomli; python_version < "3.11"`],
      [
        `tomli; python_full_version < "3.9.1" and sys_platform == "win32"`,
        `tomli; python_version < "3.11" and sys_platform == "win32"`,
      ],
      [
        `tomli; python_version < "3.8" or (python_version < "3.9" and os_name == "nt")`,
        `tomli; python_version < "3.8" or (python_version < "3.9" and os_name == "nt") or python_version >= "3.9" and python_version < "3.11"`,
      ],
    ];
    for (const [before, after] of lines) {
      assert.equal(added("requirements.txt", `a\n${before}  # x\nb\n`), `a\n${after}  # x\nb\n`);
      assert.equal(
        added("setup.cfg", `[options]\ninstall_requires =\n  ${before}\n  b\n`),
        `[options]\ninstall_requires =\n  ${after}\n  b\n`,
      );
      const [basic, escaped] = [before, after].map((text) => text.replaceAll('"', "'"));
      assert.equal(
        added("pyproject.toml", `[project]\ndependencies = ["a", "${basic}"] # y\n`),
        `[project]\ndependencies = ["a", "${escaped}"] # y\n`,
      );
      const [json, widened] = [before, after].map((text) => JSON.stringify(text));
      assert.equal(
        added("pyproject.toml", `[project]\ndependencies = [\n  ${json},\n]\n`),
        `[project]\ndependencies = [\n  ${widened},\n]\n`,
      );
    }
  });

  it("widens the nearest of several, and only for Pythons that the project runs on", () => {
    const wanted = { ...TOMLI, minors: minorsFrom(8) & minorsBefore(11) };
    const first = 'tomli<2; python_version < "3.7"\n';
    const before = `${first}tomli; python_version >= "3.7" and python_version < "3.9"\n`;
    assert.equal(
      added("requirements.txt", before, wanted),
      `${first}tomli; python_version >= "3.7" and python_version < "3.11"\n`,
    );
    const enough = 'tomli; python_version >= "3.8" and python_version < "3.11"\n';
    assert.equal(added("requirements.txt", enough, wanted), enough);
  });

  it("widens what keeps a package from some Pythons in Poetry's table", () => {
    const table = (value: string): string => `[tool.poetry.dependencies]\npython = "^3.7"\n${value}\n`;
    for (const [before, after] of [
      ['tomli = { version = "^2", python = "<3.9" }', 'tomli = { version = "^2", python = "<3.11" }'],
      ["tomli = {version = '^2', python = '^3.7,<3.9'}", "tomli = {version = '^2', python = '<3.11'}"],
      [
        `tomli = {version = "^2", markers = "python_version < '3.9' and os_name == 'nt'"}`,
        `tomli = {version = "^2", markers = "python_version < '3.11' and os_name == 'nt'"}`,
      ],
      [
        `tomli = [{version = "^1", python = "<3.7"}, {version = "^2", python = ">=3.7,<3.9"}]`,
        `tomli = [{version = "^1", python = "<3.7"}, {version = "^2", python = ">=3.7,<3.11"}]`,
      ],
      [
        '[tool.poetry.dependencies.tomli]\nversion = "^2"\npython = "<3.9"',
        '[tool.poetry.dependencies.tomli]\nversion = "^2"\npython = "<3.11"',
      ],
      ['tomli = "^2"', 'tomli = "^2"'],
    ])
      assert.equal(added("pyproject.toml", table(before)), table(after));
  });

  it("keeps to the list of PEP 621 where Poetry's table only tells more of it", () => {
    const poetry = '[tool.poetry.dependencies]\na = { source = "x" }\n';
    assert.equal(
      added("pyproject.toml", `[project]\ndependencies = ["a"]\n${poetry}`),
      `[project]\ndependencies = ["a", ${WRITTEN}]\n${poetry}`,
    );
  });

  it("keeps its hands off what it cannot know", () => {
    for (const [path, text] of [
      ["pyproject.toml", '[project]\ndynamic = ["dependencies"]\n'],
      ["pyproject.toml", "[tool.black]\n"],
      ["pyproject.toml", "[project\n"],
      ["setup.cfg", "[options]\ninstall_requires = file: requirements.txt\n"],
      ["setup.cfg", "[flake8]\nx = 1\n"],
      ["setup.py", "setup()\n"],
    ] as const) {
      assert.equal(added(path, text), undefined, text);
    }
  });
});
