import assert from "node:assert/strict";
import { addDependency, type Requirement } from "../../../../server/src/project/edits/add-dependency";
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
