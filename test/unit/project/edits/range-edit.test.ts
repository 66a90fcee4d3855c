import assert from "node:assert/strict";
import { applyEdits, moveMinimum } from "../../../../server/src/project/edits/range-edit";
import { onlyDeclaration } from "./edit-for-tests";

/** Moves the minimum of the one range of a text; `undefined` where that is refused. */
function moved(path: string, text: string, minor: number): string | undefined {
  const edits = moveMinimum(onlyDeclaration(path, text), text, minor);
  return edits && applyEdits(text, edits);
}

function requires(range: string): string {
  return `[project] # ünïcode 🐍\r\nname = "x"\r\nrequires-python = "${range}"  # the floor\r\n`;
}

function poetry(range: string): string {
  return `[tool.poetry.dependencies]\npython = '${range}'\nrequests = "*"\n`;
}

describe("moving the lower end of a range", () => {
  it("touches the version alone", () => {
    for (const [before, after] of [
      [">=3.6", ">=3.8"],
      [">=3.6,<4", ">=3.8,<4"],
      [" >= 3.6 , < 3.13 ", " >= 3.8 , < 3.13 "],
      ["<4, >=3.6.1", "<4, >=3.8"],
      [">3.6", ">=3.8"],
      ["~=3.6", "~=3.8"],
      ["", ">=3.8"],
      ["<4", ">=3.8,<4"],
      ["!=3.9.*, <4", ">=3.8, !=3.9.*, <4"],
      [">=2.7,!=3.0.*,!=3.1.*,!=3.2.*", ">=3.8"],
      [">=3.6,!=3.7.*,<4", ">=3.8,<4"],
      [">=3.6, !=3.9.*", ">=3.8, !=3.9.*"],
      [">=3.6,!=3.6.0,!=3.7.1", ">=3.8"],
    ] as const) {
      assert.equal(moved("/p/pyproject.toml", requires(before), 8), requires(after), before);
    }
  });

  it("goes down as well as up", () => {
    assert.equal(moved("/p/pyproject.toml", requires(">=3.10,<4"), 7), requires(">=3.7,<4"));
    assert.equal(moved("/p/pyproject.toml", requires(">3.9"), 7), requires(">=3.7"));
  });

  it("is refused where the range would mean something else", () => {
    for (const range of ["==3.6.*", "==3.6.1", "<3.7", ">=3.6,<3.8", "~=3.6.1", "\\u003e=3.6"]) {
      assert.equal(moved("/p/pyproject.toml", requires(range), 8), undefined, range);
    }
  });

  it("keeps to Poetry's own syntax", () => {
    for (const [before, after] of [
      ["^3.6", "^3.8"],
      ["^3.6.2", "^3.8"],
      [">=3.6 <3.12", ">=3.8 <3.12"],
      ["*", ">=3.8"],
      ["^2.7 || ^3.6", "^2.7 || ^3.8"],
    ] as const) {
      assert.equal(moved("/p/pyproject.toml", poetry(before), 8), poetry(after), before);
    }
    assert.equal(moved("/p/pyproject.toml", poetry("~3.6"), 8), undefined);
    assert.equal(moved("/p/pyproject.toml", poetry("3.6.*"), 8), undefined);
  });

  it("works in every kind of file", () => {
    for (const [path, before, after] of [
      [
        "setup.cfg",
        "[options]\npython_requires =\n    >=3.6\n    ,<4\n",
        "[options]\npython_requires =\n    >=3.8\n    ,<4\n",
      ],
      ["setup.py", "setup(python_requires='>=3.6',)\n", "setup(python_requires='>=3.8',)\n"],
      [
        "x.py",
        "# /// script\n# requires-python = '>=3.6'\n# ///\n",
        "# /// script\n# requires-python = '>=3.8'\n# ///\n",
      ],
      [
        "meta.yaml",
        "requirements:\n  run:\n    - python >=3.6 # x\n",
        "requirements:\n  run:\n    - python >=3.8 # x\n",
      ],
    ] as const) {
      assert.equal(moved(`/p/${path}`, before, 8), after);
    }
  });
});
