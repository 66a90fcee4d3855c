import assert from "node:assert/strict";
import { setMinors } from "../../../../server/src/project/edits/list-edit";
import { applyEdits } from "../../../../server/src/project/edits/range-edit";
import { onlyDeclaration } from "./edit-for-tests";

/** Has the one list of a text name these minors. */
function set(path: string, text: string, minors: readonly number[]): string | undefined {
  const edits = setMinors(onlyDeclaration(`/p/${path}`, text).items, text, minors);
  return edits && applyEdits(text, edits);
}

function black(items: string): string {
  return `[tool.black] # x\r\ntarget-version = [${items}] # y\r\nline-length = 100\r\n`;
}

function classifiers(...minors: readonly (number | string)[]): string {
  const lines = minors.map((minor) =>
    typeof minor === "string" ? minor : `    "Programming Language :: Python :: 3.${minor}",`,
  );
  return `[project]\nclassifiers = [\n${lines.join("\n")}\n]\n`;
}

describe("setting the Pythons of a list", () => {
  it("takes items of one line out with a comma, and puts others in", () => {
    for (const [before, minors, after] of [
      ["'py36', 'py37', 'py38'", [8], "'py38'"],
      ["'py36', 'py37', 'py38', ", [8], "'py38', "],
      ['"py38","py39","py310"', [8, 9], '"py38","py39"'],
      ['"py36", "py38"', [8, 9], '"py38", "py39"'],
      ['"py38"', [6, 7, 8], '"py36", "py37", "py38"'],
      ['"py38","py39"', [7, 8, 9], '"py37","py38","py39"'],
      ['"py36", "py37"', [8], '"py38"'],
      ['"py36"', [8], '"py38"'],
    ] as const) {
      assert.equal(set("pyproject.toml", black(before), minors), black(after), before);
    }
  });

  it("takes lines out whole, with their comments, and writes new ones like those beside them", () => {
    const topic = '    "Topic :: Software Development",  # kept';
    const old = '    "Programming Language :: Python :: 3.6",  # old';
    const bare = '    "Programming Language :: Python :: 3.9"';
    for (const [before, minors, after] of [
      [classifiers(old, topic, 7, 8), [8], classifiers(topic, 8)],
      [classifiers(topic, 8, 10), [8, 9, 10], classifiers(topic, 8, 9, 10)],
      [classifiers(8, topic), [6, 7, 8], classifiers(6, 7, 8, topic)],
      [classifiers(8, bare), [8, 9, 10], classifiers(8, `${bare},`, bare.replace("3.9", "3.10"))],
      [classifiers(7, 8, bare), [8], classifiers(8)],
    ] as const) {
      assert.equal(set("pyproject.toml", before, minors), after);
      const [crlf, wanted] = [before, after].map((text) => text.replaceAll("\n", "\r\n"));
      assert.equal(set("pyproject.toml", crlf, minors), wanted);
    }
  });

  it("keeps to the ways of INI, Python and YAML", () => {
    for (const [path, before, minors, after] of [
      ["tox.ini", "[tox]\nenvlist = py36, py37, lint\n", [7], "[tox]\nenvlist = py37, lint\n"],
      [
        "tox.ini",
        "[tox]\nenvlist =\n    py36\n    py37  # x\n    lint\n",
        [7, 8],
        "[tox]\nenvlist =\n    py37  # x\n    py38\n    lint\n",
      ],
      ["tox.ini", "[tox]\nenvlist = py{36,37,38}-dj{3,4}\n", [8, 9], "[tox]\nenvlist = py{38,39}-dj{3,4}\n"],
      [
        "tox.ini",
        "[tox]\nenvlist = py3{6-12}, lint\n",
        [8, 9, 10, 11, 12],
        "[tox]\nenvlist = py3{8-12}, lint\n",
      ],
      ["tox.ini", "[tox]\nenvlist = py3{8-12}\n", [7, 8, 9, 10, 11, 12], "[tox]\nenvlist = py3{7-12}\n"],
      [
        "noxfile.py",
        "@nox.session(python=['3.6', '3.8'])\ndef t(s): ...\n",
        [8, 9],
        "@nox.session(python=['3.8', '3.9'])\ndef t(s): ...\n",
      ],
      [
        "setup.cfg",
        "[metadata]\nclassifiers =\n  Programming Language :: Python :: 3.6\n  Programming Language :: Python :: 3.8\n",
        [7, 8],
        "[metadata]\nclassifiers =\n  Programming Language :: Python :: 3.7\n  Programming Language :: Python :: 3.8\n",
      ],
      [
        ".github/workflows/ci.yml",
        'python-version: ["3.6", "3.8"] # x\n',
        [8, 9],
        'python-version: ["3.8", "3.9"] # x\n',
      ],
      [
        ".github/workflows/ci.yml",
        'python-version:\n  - "3.6" # old\n  - "3.8"\nos: [a]\n',
        [7, 8],
        'python-version:\n  - "3.7"\n  - "3.8"\nos: [a]\n',
      ],
      [
        ".github/workflows/ci.yml",
        'x:\n  python-version: ["3.8", "3.9"]\ny:\n  python-version: "3.6"\n',
        [8, 9],
        'x:\n  python-version: ["3.8", "3.9"]\ny:\n  python-version: "3.8"\n',
      ],
    ] as const) {
      assert.equal(set(path, before, minors), after);
    }
  });

  it("refuses to leave nothing", () => {
    assert.equal(set("pyproject.toml", black('"py38"'), []), undefined);
  });
});
