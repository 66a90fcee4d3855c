import assert from "node:assert/strict";
import { PROGRAM, PROJECT, type Report, short, useCommandLine } from "./command-line";

describe("what sincewhen check writes", function () {
  // Every example starts a process, and some start threads in it.
  this.timeout(60_000);
  const { folder, run } = useCommandLine();

  it("points at the guard that lets in what fails", () => {
    const guarded = "import math, sys\nif sys.version_info >= (3, 7):\n    math.prod([])\nmath.comb(4, 2)\n";
    folder.write({ "pyproject.toml": PROJECT, "app.py": guarded });
    const { findings } = run(["check", "app.py", "--format", "json"]).json<Report>();
    assert.deepEqual(
      findings.map(({ symbol, related }) => [symbol, related]),
      [
        ["math.prod", [{ path: "app.py", line: 2, column: 4, message: "This version test lets in 3.7" }]],
        ["math.comb", undefined],
      ],
    );
    const text = run(["check", "app.py"]).out.split("\n");
    assert.deepEqual(text.slice(1, 4), [
      "        math.prod([])",
      "             ^^^^",
      "    app.py:2:4: This version test lets in 3.7",
    ]);
    assert.doesNotMatch(run(["check", "app.py", "--quiet"]).out, /This version test/);
    const { runs } = run(["check", "app.py", "--format", "sarif"]).json<{
      runs: { results: { relatedLocations?: unknown }[] }[];
    }>();
    const region = { startLine: 2, startColumn: 4 };
    assert.deepEqual(
      runs[0].results.map(({ relatedLocations }) => relatedLocations),
      [
        [
          {
            physicalLocation: { artifactLocation: { uri: "app.py" }, region },
            message: { text: "This version test lets in 3.7" },
          },
        ],
        undefined,
      ],
    );
  });

  it("tells place, fault and target, line by line", () => {
    folder.write({ "pyproject.toml": PROJECT, "app.py": PROGRAM });
    const { status, out, err } = run(["check", "--format", "concise"]);
    const message =
      "`math.prod` is new in Python 3.8; the target `>=3.6` (pyproject.toml:3) includes 3.6 and 3.7";
    assert.deepEqual([status, out, err], [1, `app.py:3:10: error added-later ${message}\n`, ""]);
  });

  it("shows the code, and sums up", () => {
    folder.write({ "pyproject.toml": PROJECT, "app.py": PROGRAM });
    const lines = run(["check", "--statistics"]).out.split("\n");
    assert.deepEqual(lines.slice(1), [
      "    x = math.prod([1])",
      "             ^^^^",
      "1  added-later      math.prod",
      "Found 1 error in 1 file for `>=3.6` (pyproject.toml:3); the code needs Python 3.8.",
      "",
    ]);
  });

  it("writes the JSON that scripts rely on", () => {
    folder.write({ "pyproject.toml": PROJECT, "app.py": PROGRAM });
    const { status, json } = run(["check", "--format", "json", "app.py"]);
    const report = json<Report & { schema: number }>();
    assert.equal(status, 1);
    assert.deepEqual(
      [report.schema, report.target, report.summary],
      [
        1,
        {
          range: ">=3.6",
          minimum: "3.6",
          maximum: null,
          origin: { path: "pyproject.toml", key: "project.requires-python", line: 3 },
        },
        { files: 1, findings: 1, minimum: "3.8", skipped: [] },
      ],
    );
    const { fixes, ...finding } = report.findings[0];
    assert.deepEqual(finding, {
      path: "app.py",
      line: 3,
      column: 10,
      endLine: 3,
      endColumn: 14,
      code: "added-later",
      severity: "error",
      symbol: "math.prod",
      kind: "function",
      added: "3.8",
      deprecated: null,
      removed: null,
      failing: ["3.6", "3.7"],
      message: "`math.prod` is new in Python 3.8; the target `>=3.6` (pyproject.toml:3) includes 3.6 and 3.7",
      url: "https://docs.python.org/3/library/math.html#math.prod",
    });
    assert.deepEqual(fixes.find(({ id }) => id === "suppress-line")?.edits, [
      {
        path: "app.py",
        line: 3,
        column: 19,
        endLine: 3,
        endColumn: 19,
        newText: "  # sincewhen: ignore[added-later]",
      },
    ]);
  });

  it("counts columns in code points, whatever the line ends and the encoding", () => {
    const western = Buffer.from("# coding: latin-1\r\nimport math; x = 'é'; math.prod(x)\r\n", "latin1");
    folder.write({
      "a.py": 'import math; s = "😀"; math.prod(s)\n',
      "b.py": western,
      "c.py": "\uFEFFimport tomllib\n",
    });
    assert.deepEqual(short(run(["check", "--target", "3.6", "--format", "json"]).json()), [
      "a.py:1:28-32 math.prod",
      "b.py:2:28-32 math.prod",
      "c.py:1:8-15 tomllib",
    ]);
  });

  it("writes workflow commands and SARIF", () => {
    folder.write({ "pyproject.toml": PROJECT, "sub, dir/app.py": PROGRAM });
    assert.match(
      run(["check", "--format", "github"]).out,
      /^::error file=sub%2C dir\/app.py,line=3,col=10,endLine=3,endColumn=14,title=sincewhen added-later::`math/,
    );
    const { runs } = run(["check", "--format", "sarif"]).json<{
      runs: { results: { ruleId: string; locations: unknown }[] }[];
    }>();
    assert.deepEqual(
      runs[0].results.map(({ ruleId, locations }) => [ruleId, locations]),
      [
        [
          "added-later",
          [
            {
              physicalLocation: {
                artifactLocation: { uri: "sub%2C%20dir/app.py" },
                region: { startLine: 3, startColumn: 10, endLine: 3, endColumn: 14 },
              },
              logicalLocations: [{ fullyQualifiedName: "math.prod" }],
            },
          ],
        ],
      ],
    );
  });
});
