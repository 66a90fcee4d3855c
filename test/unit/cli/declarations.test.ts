import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { runCli } from "./run-cli";
import { useTemporaryFolder } from "./temporary-folder";

interface Report {
  readonly summary: { readonly files: number };
  readonly findings: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly endColumn: number;
    readonly code: string;
    readonly severity: string;
    readonly related?: readonly { readonly path: string; readonly line: number; readonly column: number }[];
    readonly fixes: readonly {
      readonly id: string;
      readonly safety: string;
      readonly edits: readonly { readonly path: string; readonly line: number; readonly newText: string }[];
    }[];
  }[];
}

const PYPROJECT = `[project]
name = "ünï"
requires-python = ">=3.6"  # 🐍

[tool.mypy]
python_version = "3.8"
`;

describe("what the command line tells of declarations", function () {
  // Every example starts a process.
  this.timeout(60_000);
  const folder = useTemporaryFolder();

  /** Runs `check` and gives its findings on declarations: `pyproject.toml:3:20-25 warning target-mismatch`. */
  function check(...args: string[]): { told: string[]; report: Report; status: number | null } {
    const { status, out } = runCli(folder.path, ["check", "--format", "json", ...args]);
    const report = JSON.parse(out) as Report;
    const told = report.findings
      // What is maintained depends on the day.
      .filter(({ code }) => code.startsWith("target-") && code !== "target-end-of-life")
      .map(({ path: file, line, column, endColumn, severity, code }) => {
        return `${file}:${line}:${column}-${endColumn} ${severity} ${code}`;
      });
    return { told, report, status };
  }

  beforeEach(() => {
    folder.write({
      "pyproject.toml": PYPROJECT,
      "src/a.py": "import math\n\nmath.prod([1])\n",
      "tests/b.py": "import math\nmath.lcm(1, 2)  # sincewhen: ignore\n",
      "nested/pyproject.toml": '[project]\nrequires-python = ">=3.12"\n',
      "nested/c.py": "import math\nmath.sumprod([], [])\n",
    });
  });

  const MISMATCH = "pyproject.toml:3:20-25 warning target-mismatch";
  const DISPUTED = "pyproject.toml:3:20-25 information target-disagreement";
  const MYPY = "pyproject.toml:6:19-22 information target-disagreement";

  it("is found when their folder is walked, and points at the code", () => {
    const { told, report, status } = check();
    assert.deepEqual(told, [MISMATCH, DISPUTED, MYPY]);
    assert.equal(status, 1);
    assert.equal(report.summary.files, 3);
    const mismatch = report.findings.find(({ code }) => code === "target-mismatch");
    assert.deepEqual(
      mismatch?.related?.map((place) => [place.path, place.line, place.column]),
      [["src/a.py", 3, 6]],
    );
    assert.deepEqual(
      mismatch?.fixes.map(({ id, safety, edits }) => [
        id,
        safety,
        edits.map((edit) => [edit.path, edit.line, edit.newText]),
      ]),
      [["raise-floor", "manual", [["pyproject.toml", 3, "3.8"]]]],
    );
  });

  it("is found when they are named, with the code of their project looked at", () => {
    const { told, report } = check("pyproject.toml");
    assert.deepEqual(told, [MISMATCH, DISPUTED, MYPY]);
    assert.equal(report.summary.files, 0);
    assert.deepEqual(check("nested/pyproject.toml").told, []);
  });

  it("is not told of code alone, nor where a target is asked about", () => {
    assert.deepEqual(check("src").told, []);
    assert.deepEqual(check("src/a.py").told, []);
    assert.deepEqual(check("--target", "3.6").told, []);
  });

  it("leaves out what the user excludes", () => {
    assert.deepEqual(check("--exclude", "src").told, [DISPUTED, MYPY]);
    assert.deepEqual(check("--exclude", "src", "pyproject.toml").told, [DISPUTED, MYPY]);
  });

  it("never raises the floor of itself", () => {
    runCli(folder.path, ["fix", "--unsafe", "."]);
    assert.equal(readFileSync(path.join(folder.path, "pyproject.toml"), "utf8"), PYPROJECT);
  });

  it("is a table of what each minimum would mean, in Markdown, JSON and text", () => {
    folder.write({
      "src/d.py":
        "import sys\nif sys.version_info >= (3, 9):\n    pass\nfrom typing_extensions import Protocol\n",
    });
    const explore = (format: string): string =>
      runCli(folder.path, ["min", "--explore", "--format", format, "src"]).out;
    assert.equal(
      explore("markdown"),
      `# The minimum Python version

The code of 2 files needs Python 3.8; the declared minimum is 3.6.

## Fails already

- \`math.prod\` needs 3.8: src/a.py:3

## If it were higher

### 3.8: 1 place can be simpler (maintained until 2024-10-07)

- \`typing.Protocol\` from a package: src/d.py:4

### 3.9: 2 places can be simpler (maintained until 2025-10-31)

- Version tests with one answer: src/d.py:2
`,
    );
    assert.match(
      explore("text"),
      /^3\.9: 2 places can be simpler .*\n {2}Version tests with one answer: src\/d\.py:2$/m,
    );
    const json = JSON.parse(explore("json")) as {
      declared: string;
      needed: string;
      above: { minimum: string; total: number }[];
    };
    assert.deepEqual([json.declared, json.needed], ["3.6", "3.8"]);
    assert.deepEqual(
      json.above.slice(0, 3).map(({ minimum, total }) => [minimum, total]),
      [
        ["3.7", 0],
        ["3.8", 1],
        ["3.9", 2],
      ],
    );
    assert.equal(runCli(folder.path, ["min", "--format", "markdown", "."]).status, 2);
  });
});
