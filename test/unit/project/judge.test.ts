import assert from "node:assert/strict";
import { targetFindingMessage } from "../../../server/src/messages";
import { readDeclaringFile } from "../../../server/src/project/declaring-file";
import { applyEdits } from "../../../server/src/project/edits/range-edit";
import { type CodeNeeds, judgeProject } from "../../../server/src/project/judge/judge";

const CALENDAR = [
  { minor: 7, released: "2018-06-27", endOfLife: "2023-06-27" },
  { minor: 8, released: "2019-10-14", endOfLife: "2024-10-07" },
  { minor: 9, released: "2020-10-05", endOfLife: "2025-10-31" },
  { minor: 10, released: "2021-10-04", endOfLife: "2026-10" },
  { minor: 11, released: "2022-10-24", endOfLife: "2027-10" },
];

type Files = Readonly<Record<string, string>>;

interface Judged {
  /** `pyproject.toml:3 information target-disagreement: …`. */
  readonly told: string[];
  /** What is underlined, for each. */
  readonly marked: string[];
  /** The files after the fix of each; only those that change. */
  readonly fixed: (Files | undefined)[];
}

/** Judges a project on a day on which 3.10 is in its last month. */
function judge(
  files: Files,
  { needs, today = "2023-01-01" }: { needs?: CodeNeeds; today?: string } = {},
): Judged {
  const declaring = Object.entries(files).map(([path, text]) => readDeclaringFile(`/p/${path}`, text));
  const findings = judgeProject({ files: declaring, needs, calendar: CALENDAR, today });
  const textOf = (file: string): string => files[file.slice(3)];
  return {
    told: findings.map((finding) => {
      const line = textOf(finding.file).slice(0, finding.start).split("\n").length;
      const message = targetFindingMessage(finding, (file) => file.slice(3));
      return `${finding.file.slice(3)}:${line} ${finding.severity} ${finding.code}: ${message}`;
    }),
    marked: findings.map(({ file, start, end }) => textOf(file).slice(start, end)),
    fixed: findings.map(({ fixes: [fix] }) => {
      if (!fix) return undefined;
      const changed = [...new Set(fix.edits.map(({ file }) => file))];
      return Object.fromEntries(
        changed.map((file) => {
          const edits = fix.edits.filter((edit) => edit.file === file);
          return [file.slice(3), applyEdits(textOf(file), edits)];
        }),
      );
    }),
  };
}

function use(entryId: string, minimum: number): CodeNeeds["shortfalls"][number] {
  return { file: "/p/a.py", line: 1, column: 1, endColumn: 5, entryId, minimum };
}

function useAt(file: string, line: number, minimum: number): CodeNeeds["shortfalls"][number] {
  return { ...use("math.lcm", minimum), file, line };
}

const PYPROJECT = '[project]\nname = "x"\nrequires-python = ">=3.8"  # promised\n';

describe("the judgement on a declared target", () => {
  it("names the most demanding uses first, in the same order whatever file was looked at first", () => {
    const [file] = [readDeclaringFile("/p/pyproject.toml", PYPROJECT)];
    const uses = [
      useAt("/p/a.py", 7, 9),
      useAt("/p/b.py", 2, 9),
      useAt("/p/a.py", 3, 9),
      useAt("/p/b.py", 1, 10),
    ];
    const orders = [uses, uses.toReversed()].map((shortfalls) => {
      const needs = { minimum: 10, files: 2, shortfalls };
      const [finding] = judgeProject({ files: [file], needs, calendar: CALENDAR, today: "2023-01-01" });
      return finding.uses.map(({ file: path, line }) => `${path}:${line}`);
    });
    assert.deepEqual(orders[0], ["/p/b.py:1", "/p/a.py:3", "/p/a.py:7", "/p/b.py:2"]);
    assert.deepEqual(orders[1], orders[0]);
  });

  it("says nothing of a project that is all right, or declares nothing", () => {
    const files = {
      "pyproject.toml": `${PYPROJECT}[tool.ruff]\ntarget-version = "py38"\n`,
      ".github/workflows/ci.yml": 'python-version: ["3.8", "3.12"]\n',
    };
    const needs = { minimum: 8, files: 3, shortfalls: [] };
    assert.deepEqual(judge(files, { needs }).told, []);
    assert.deepEqual(judge({ "tox.ini": "[tox]\nenvlist = py36, py39\n" }).told, []);
    assert.deepEqual(judge({}).told, []);
  });

  it("tells where the promise is lower than what the code needs, and raises it with all that must agree", () => {
    const files = {
      "pyproject.toml": `${PYPROJECT}classifiers = [\n  "Programming Language :: Python :: 3.8",\n  "Programming Language :: Python :: 3.9",\n]\n\n[tool.black]\ntarget-version = ["py38"]  # black\n`,
      "tox.ini": "[tox]\nenvlist = py38, py39, lint\n",
      ".github/workflows/ci.yml": "python-version:\n  - '3.8'\n  - '3.9'\n",
      ".python-version": "3.8.10\n",
      "mypy.ini": "[mypy]\npython_version = 3.8\n",
    };
    const shortfalls = [use("math.lcm", 9), use("graphlib", 9)];
    const { told, marked, fixed } = judge(files, { needs: { minimum: 9, files: 2, shortfalls } });
    assert.deepEqual(told, [
      "pyproject.toml:3 warning target-mismatch: `>=3.8` promises more than the code keeps: 2 uses need up to Python 3.9",
    ]);
    assert.deepEqual(marked, [">=3.8"]);
    assert.deepEqual(fixed, [
      {
        "pyproject.toml": `${PYPROJECT.replace("3.8", "3.9")}classifiers = [\n  "Programming Language :: Python :: 3.9",\n]\n\n[tool.black]\ntarget-version = ["py39"]  # black\n`,
        "tox.ini": "[tox]\nenvlist = py39, lint\n",
        ".github/workflows/ci.yml": "python-version:\n  - '3.9'\n",
        ".python-version": "3.9\n",
        "mypy.ini": "[mypy]\npython_version = 3.9\n",
      },
    ]);
  });

  it("hints at a promise that is needlessly high, but never below what is maintained", () => {
    const files = { "pyproject.toml": PYPROJECT.replace("3.8", "3.10") };
    const needs = { minimum: 6, files: 2, shortfalls: [] };
    const today = "2024-12-01";
    const { told, fixed } = judge(files, { needs, today });
    assert.deepEqual(told, [
      "pyproject.toml:3 hint target-mismatch: The code runs on Python 3.6: `>=3.10` could begin with 3.9",
    ]);
    assert.deepEqual(fixed, [{ "pyproject.toml": PYPROJECT.replace("3.8", "3.9") }]);
    assert.deepEqual(judge(files, { needs: { ...needs, minimum: 10 }, today }).told, []);
    assert.deepEqual(judge(files, { needs: { ...needs, files: 0 }, today }).told, []);
    assert.deepEqual(judge({ ".python-version": "3.10\n" }, { needs, today }).told, []);
  });

  it("hints at Pythons that get no more fixes, once their last month is over", () => {
    const files = { "pyproject.toml": PYPROJECT };
    assert.deepEqual(judge(files, { today: "2024-10-07" }).told, []);
    const { told, fixed } = judge(files, { today: "2026-10-31" });
    assert.deepEqual(told, [
      "pyproject.toml:3 hint target-end-of-life: `>=3.8` includes Pythons that get no more fixes: 3.8 (2024-10-07), 3.9 (2025-10-31)",
    ]);
    assert.deepEqual(fixed, [{ "pyproject.toml": PYPROJECT.replace("3.8", "3.10") }]);
    assert.match(judge(files, { today: "2026-11-01" }).told[0], /3\.10 \(2026-10\)$/);
  });

  it("tells each place that contradicts the promise, and aligns one or all", () => {
    const files = {
      "pyproject.toml": `${PYPROJECT}\n[tool.ruff]\ntarget-version = 'py310'\n\n[tool.mypy]\npython_version = "3.9"\n`,
      "setup.py": 'setup(python_requires=">=3.7,<4")\r\n',
      ".github/workflows/ci.yml": 'python-version: ["3.7", "3.9"] # all\n',
      ".python-version": "3.6\n",
    };
    const { told, fixed } = judge(files);
    assert.deepEqual(told, [
      "pyproject.toml:3 information target-disagreement: `>=3.8` is contradicted by `python_requires` (setup.py:1): `>=3.7,<4`; `tool.ruff.target-version` (pyproject.toml:6): `3.10`; `tool.mypy.python_version` (pyproject.toml:9): `3.9`; `python-version` (.github/workflows/ci.yml:1): 3.7 and 3.9; `version` (.python-version:1): `3.6`",
      "pyproject.toml:6 information target-disagreement: `tool.ruff.target-version` says `3.10`, but `project.requires-python` (pyproject.toml:3) says `>=3.8`; 3.8 and 3.9 are left out",
      "pyproject.toml:9 information target-disagreement: `tool.mypy.python_version` says `3.9`, but `project.requires-python` (pyproject.toml:3) says `>=3.8`; 3.8 is left out",
      "setup.py:1 information target-disagreement: `python_requires` says `>=3.7,<4`, but `project.requires-python` (pyproject.toml:3) says `>=3.8`; 3.7 is not promised",
      ".github/workflows/ci.yml:1 information target-disagreement: `python-version` says 3.7 and 3.9, but `project.requires-python` (pyproject.toml:3) says `>=3.8`; 3.7 is not promised and 3.8 is left out",
      ".python-version:1 information target-disagreement: `version` says `3.6`, but `project.requires-python` (pyproject.toml:3) says `>=3.8`; 3.6 is not promised",
    ]);
    const ruff = files["pyproject.toml"].replace("py310", "py38");
    const mypy = files["pyproject.toml"].replace('"3.9"', '"3.8"');
    const others = {
      "setup.py": 'setup(python_requires=">=3.8,<4")\r\n',
      ".github/workflows/ci.yml": 'python-version: ["3.8", "3.9"] # all\n',
      ".python-version": "3.8\n",
    };
    assert.deepEqual(fixed, [
      { ...others, "pyproject.toml": ruff.replace('"3.9"', '"3.8"') },
      { "pyproject.toml": ruff },
      { "pyproject.toml": mypy },
      ...Object.entries(others).map(([path, text]) => ({ [path]: text })),
    ]);
  });

  it("takes it easy with what is no contradiction", () => {
    for (const extra of [
      { ".python-version": "3.12\n" },
      { "environment.yml": "dependencies: [python=3.11]\n" },
      { "x.egg-info/PKG-INFO": "Requires-Python: >=3.5\n" },
      { "setup.cfg": "[options]\npython_requires = >=3.8, <4\n" },
      {
        ".github/workflows/docs.yml": "python-version: ['3.12', '3.13']\n",
        ".github/workflows/test.yml": "python-version: ['3.8', '3.9']\n",
      },
      { "tox.ini": "[tox]\nenvlist = py38, py312, lint\n" },
    ] as Files[]) {
      assert.deepEqual(judge({ "pyproject.toml": PYPROJECT, ...extra }).told, [], JSON.stringify(extra));
    }
  });

  it("holds classifiers to the promise, gaps included", () => {
    const text = (...minors: number[]): string =>
      `${PYPROJECT}classifiers = [\n${minors.map((minor) => `  "Programming Language :: Python :: 3.${minor}",\n`).join("")}]\n`;
    const { told, fixed } = judge({ "pyproject.toml": text(7, 9, 11) });
    assert.match(told[1], /3\.7 is not promised and 3\.8 and 3\.10 are left out$/);
    assert.deepEqual(fixed[1], { "pyproject.toml": text(8, 9, 10, 11) });
  });

  it("tells of values that cannot be read at their place, and lets the next source speak", () => {
    const { told, marked } = judge({
      "pyproject.toml": '[project]\nrequires-python = "^3.8"\n[tool.sincewhen]\ntarget = 3.8\n',
      "setup.cfg": "[options]\npython_requires = >=3.7\n",
    });
    assert.deepEqual(told, [
      "pyproject.toml:2 warning target-unreadable: `project.requires-python`: `^3.8` is no range of Python versions; this is Poetry's syntax, write `>=3.8,<4`",
      'pyproject.toml:4 warning target-unreadable: `tool.sincewhen.target` must be a string such as "3.8" or ">=3.8,<3.13", not a number',
    ]);
    assert.deepEqual(marked, ["^3.8", "3.8"]);
  });

  it("is silenced by comments and configuration", () => {
    const files = (comment: string, own = ""): Files => ({
      "pyproject.toml": `${PYPROJECT}[tool.mypy]\npython_version = "3.9" # sincewhen: ignore${comment}\n${own}`,
    });
    assert.equal(judge(files("[target-mismatch]")).told.length, 2);
    assert.equal(judge(files("")).told.length, 1);
    assert.equal(judge(files("[target-disagreement]")).told.length, 1);
    assert.equal(judge(files("[tool.mypy.python_version]")).told.length, 1);
    const own = '[tool.sincewhen]\nignore = ["target-disagreement"]\n';
    assert.deepEqual(judge(files("[x]", own)).told, []);
  });

  it("compares SinceWhen's own target by its lower end, and raises both", () => {
    const files = { "pyproject.toml": PYPROJECT, "sincewhen.toml": 'target = "3.7" # own\n' };
    const { told } = judge(files);
    assert.match(told[1], /^sincewhen\.toml:1 .*`target` says `3\.7`, but .* 3\.7 is not promised$/);
    const shortfalls = [use("math.lcm", 9)];
    const { told: low, fixed } = judge(files, { needs: { minimum: 9, files: 1, shortfalls } });
    assert.match(low[1], /^sincewhen\.toml:1 warning target-mismatch/);
    assert.deepEqual(fixed[1], {
      "pyproject.toml": PYPROJECT.replace("3.8", "3.9"),
      "sincewhen.toml": 'target = "3.9" # own\n',
    });
  });
});
