import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { version } from "../../../package.json";
import { runCli, type CliRun } from "./run-cli";
import { useTemporaryFolder } from "./temporary-folder";

interface Finding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly cell?: number;
  readonly code: string;
  readonly symbol: string;
  readonly related?: readonly unknown[];
  readonly fixes: readonly {
    readonly id: string;
    readonly title: string;
    readonly edits: readonly unknown[];
  }[];
}

interface Report {
  readonly target: unknown;
  readonly summary: {
    readonly files: number;
    readonly minimum: string;
    readonly skipped: readonly { path: string; reason: string }[];
  };
  readonly findings: readonly Finding[];
}

/** What is told of the declaration itself depends on the day, and is tried apart. */
const PROJECT = '[project]\nname = "x"\nrequires-python = ">=3.6" # sincewhen: ignore\n';
const PROGRAM = "import math\n\nx = math.prod([1])\n";

/** Writes findings short: `app.py:3:10-14 math.prod`. */
function short({ findings }: Report): string[] {
  return findings.map(
    ({ path: file, cell, line, column, endColumn, symbol }) =>
      `${file}${cell === undefined ? "" : `#${cell}`}:${line}:${column}-${endColumn} ${symbol}`,
  );
}

describe("the command line", function () {
  // Every example starts a process, and some start threads in it.
  this.timeout(60_000);
  const folder = useTemporaryFolder();
  const run = (args: readonly string[], input?: string | Uint8Array): CliRun =>
    runCli(folder.path, args, input);
  const read = (name: string): string => readFileSync(path.join(folder.path, name), "utf8");

  describe("check", () => {
    it("points at the guard that lets in what fails", () => {
      const guarded =
        "import math, sys\nif sys.version_info >= (3, 7):\n    math.prod([])\nmath.comb(4, 2)\n";
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

    it("follows names into the other files of the project, on any number of threads", () => {
      const user =
        "import math\nfrom lib.compat import NEW\nif NEW:\n    math.prod([])\n    math.sumprod([], [])\n";
      const files = Array.from({ length: 30 }, (_, n): [string, string] => [`app/user${n}.py`, user]);
      folder.write({
        "pyproject.toml": PROJECT,
        "src/lib/__init__.py": "",
        "src/lib/compat.py": "import sys\nNEW = sys.version_info >= (3, 8)\n",
        ...Object.fromEntries<string>(files),
      });
      const alone = run(["check", "--format", "json", "--jobs", "1"]);
      assert.deepEqual(
        [...new Set(alone.json<Report>().findings.map(({ symbol }) => symbol))],
        ["math.sumprod"],
      );
      assert.equal(run(["check", "--format", "json", "--jobs", "3"]).out, alone.out);
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
        message:
          "`math.prod` is new in Python 3.8; the target `>=3.6` (pyproject.toml:3) includes 3.6 and 3.7",
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

    it("counts from the cell in a notebook", () => {
      const cells = [
        { cell_type: "markdown", source: "#" },
        { cell_type: "code", source: ["import math\n", "%time\n", "math.prod([])"] },
      ];
      folder.write({ "n.ipynb": JSON.stringify({ cells }) });
      assert.deepEqual(short(run(["check", "--target", "3.6", "--format", "json"]).json()), [
        "n.ipynb#2:3:6-10 math.prod",
      ]);
      assert.match(run(["check", "--target", "3.6", "--format", "concise"]).out, /^n\.ipynb:cell 2:3:6: /);
    });

    it("judges every file by the target that is nearest to it", () => {
      folder.write({
        "pyproject.toml": PROJECT,
        "a.py": "import tomllib\n",
        "new/pyproject.toml": '[project]\nrequires-python = ">=3.11"\n',
        "new/b.py": "import tomllib\n",
        "script.py": '# /// script\n# requires-python = ">=3.12"\n# ///\nimport tomllib\n',
      });
      const report = run(["check", "--format", "json"]).json<
        Report & { targets: { range: string; files: number }[] }
      >();
      assert.deepEqual(short(report), ["a.py:1:8-15 tomllib"]);
      assert.deepEqual(report.targets.map(({ range, files }) => `${range} ${files}`).sort(), [
        ">=3.11 1",
        ">=3.12 1",
        ">=3.6 1",
      ]);
    });

    it("lists what it passes over, and goes on", () => {
      folder.write({ "bad.py": Buffer.from([0x61, 0xff]), "broken.py": "def (\nimport tomllib\n" });
      const report = run(["check", "--target", "3.6", "--format", "json"]).json<Report>();
      assert.deepEqual(report.summary.skipped, [
        { path: "bad.py", reason: "it is not valid UTF-8 (line 1)" },
      ]);
      assert.deepEqual(short(report), ["broken.py:2:8-15 tomllib"]);
    });

    it("comes to the same on several threads", () => {
      const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`m${index}.py`, PROGRAM]));
      folder.write({ "pyproject.toml": PROJECT, ...files });
      const one = run(["check", "--format", "json", "--jobs", "1"]);
      const three = run(["check", "--format", "json", "--jobs", "3"]);
      assert.equal(three.out, one.out);
      assert.equal(one.json<Report>().findings.length, 40);
    });

    it("reads standard input, lists, and names that look like options", () => {
      folder.write({
        "pyproject.toml": PROJECT,
        "-rf.py": PROGRAM,
        "a.py": PROGRAM,
        "list.txt": "a.py\r\n\n-rf.py\n",
      });
      const report = (args: readonly string[], input?: string): string[] =>
        run(["check", "--format", "json", ...args], input)
          .json<Report>()
          .findings.map(({ path: file }) => file);
      assert.deepEqual(report(["-", "--stdin-filename", "src/b.py"], PROGRAM), ["src/b.py"]);
      assert.deepEqual(report(["-"], PROGRAM), ["-"]);
      assert.deepEqual(report(["@list.txt"]), ["-rf.py", "a.py"]);
      assert.deepEqual(report(["--files-from", "-"], "a.py\0-rf.py\0"), ["-rf.py", "a.py"]);
      assert.deepEqual(report(["--", "-rf.py"]), ["-rf.py"]);
      assert.deepEqual(report(["--exclude", "a.*"]), ["-rf.py"]);
    });

    it("obeys the configuration of the project", () => {
      folder.write({
        "pyproject.toml": `${PROJECT}[tool.sincewhen]\nexclude = ["gen"]\nignore = ["tomllib"]\nfail-on = "error"\nper-file-ignores = { "t.py" = ["added-later"] }\n`,
        "a.py": "import tomllib, zoneinfo\n",
        "t.py": PROGRAM,
        "gen/g.py": PROGRAM,
      });
      assert.deepEqual(short(run(["check", "--format", "json"]).json()), ["a.py:1:17-25 zoneinfo"]);
      folder.write({ "a.py": "import imp\n" });
      const deprecated = ["check", "--target", ">=3.6,<3.12"];
      assert.equal(run(deprecated).status, 0);
      assert.equal(run([...deprecated, "--fail-on", "hint"]).status, 1);
    });

    it("says that nothing can be judged where nobody declares a target", () => {
      folder.write({ "app.py": PROGRAM });
      const { status, out, err } = run(["check"]);
      assert.equal(status, 0);
      assert.match(out, /^Nothing found in 1 file; the code needs Python 3.8.\n$/);
      assert.match(err, /^sincewhen: nobody declares which Pythons this file must run on/);
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

  describe("exit status 2", () => {
    it("answers bad usage", () => {
      folder.write({ "a.py": "" });
      for (const args of [
        ["check", "--frmat", "json"],
        ["chekc"],
        ["check", "--format", "xml"],
        ["check", "--jobs", "0"],
      ]) {
        const { status, out, err } = run(args);
        assert.deepEqual([status, out], [2, ""], args.join(" "));
        assert.match(err, /^error: /);
      }
      assert.match(run(["check", "--target", "^3.8"]).err, /this is Poetry's syntax, write `>=3.8,<4`/);
    });

    it("answers files that are missing, and still checks the others", () => {
      folder.write({ "pyproject.toml": PROJECT, "a.py": PROGRAM });
      const { status, out, err } = run(["check", "--format", "concise", "nowhere.py", "a.py"]);
      assert.equal(status, 2);
      assert.match(out, /^a\.py:3:10/);
      assert.equal(err, "sincewhen: nowhere.py is skipped: there is no such file\n");
      assert.equal(run(["check", "--files-from", "nowhere.txt"]).status, 2);
      assert.equal(run(["target", "nowhere.py"]).status, 2);
    });

    it("answers a bad configuration, and names file, line and key", () => {
      folder.write({ "sincewhen.toml": 'target = "3.6"\nfail-on = "never"\n', "a.py": PROGRAM });
      const { status, out, err } = run(["check", "--format", "concise"]);
      assert.equal(status, 2);
      assert.match(out, /^a\.py:3:10/);
      assert.equal(
        err,
        "sincewhen: sincewhen.toml:2: `fail-on` must be one of error, warning, information, hint\n",
      );
      assert.match(run(["check", "--config", "sincewhen.toml"]).err, /^sincewhen: sincewhen\.toml:2: /);
      assert.match(run(["check", "--config", "none.toml"]).err, /--config: none\.toml cannot be read/);
    });
  });

  describe("min", () => {
    it("tells what each file and the whole need", () => {
      folder.write({ "a.py": PROGRAM, "b.py": "import imp\n", "c.py": "" });
      const { status, json } = run(["min", "--format", "json"]);
      assert.equal(status, 0);
      assert.deepEqual(json(), {
        schema: 1,
        minimum: "3.8",
        maximum: "3.11",
        files: [
          {
            path: "a.py",
            minimum: "3.8",
            maximum: null,
            reasons: [{ symbol: "math.prod", added: "3.8", line: 3, column: 10 }],
            limits: [],
          },
          {
            path: "b.py",
            minimum: "3.0",
            maximum: "3.11",
            reasons: [],
            limits: [{ symbol: "imp", removed: "3.12", line: 1, column: 8 }],
          },
          { path: "c.py", minimum: "3.0", maximum: null, reasons: [], limits: [] },
        ],
        skipped: [],
      });
    });

    it("reads well", () => {
      folder.write({ "a.py": PROGRAM });
      assert.equal(
        run(["min"]).out,
        "a.py: 3.8\n    line 3: math.prod, since 3.8\n1 file: needs Python 3.8\n",
      );
      assert.equal(run(["min", "--quiet"]).out, "3.8\n");
    });
  });

  describe("explain", () => {
    it("tells the history of symbols in the order asked", () => {
      const { status, json } = run([
        "explain",
        "--format",
        "json",
        "asyncio.run",
        "pathlib.Path.with_stem",
        "str.removeprefix",
        "subprocess.run(capture_output)",
        "no.such",
      ]);
      const entries = json<{ symbol: string; known: boolean; added?: string; kind?: string }[]>();
      assert.equal(status, 1);
      assert.deepEqual(
        entries.map(({ symbol, known, added, kind }) => [symbol, known, kind, added]),
        [
          ["asyncio.run", true, "function", "3.7"],
          ["pathlib.PurePath.with_stem", true, "method", "3.9"],
          ["builtins.str.removeprefix", true, "method", "3.9"],
          ["subprocess.run(capture_output)", true, "parameter", "3.7"],
          ["no.such", false, undefined, undefined],
        ],
      );
      assert.deepEqual(entries[4], { symbol: "no.such", known: false });
    });

    it("has every member of the contract", () => {
      const [entry] = run(["explain", "--format", "json", "subprocess.run"]).json<
        Record<string, unknown>[]
      >();
      for (const member of [
        "symbol",
        "known",
        "kind",
        "added",
        "deprecated",
        "removed",
        "replacement",
        "backport",
        "changes",
        "parameters",
        "members",
        "summary",
        "url",
        "sources",
      ]) {
        assert.ok(entry && member in entry, member);
      }
      assert.deepEqual((entry?.["parameters"] as Record<string, unknown>)["capture_output"], {
        added: "3.7",
      });
    });

    it("answers thousands of symbols from standard input", () => {
      const input = "math.prod\nos.path.exists\n".repeat(5000);
      const { status, json } = run(["explain", "--stdin", "--format", "json"], input);
      assert.equal(status, 0);
      assert.equal(json<unknown[]>().length, 10_000);
    });

    it("shows a card, and what an unknown name may have meant", () => {
      const { out } = run(["explain", "asyncio.run", "asyncoi.run"]);
      assert.match(out, /^asyncio\.run — new in Python 3\.7\n/);
      assert.match(out, /asyncoi\.run — not in the catalogue; did you mean .*asyncio\.run/);
    });
  });

  describe("target", () => {
    it("tells the range of a path, and who set it", () => {
      folder.write({ "pyproject.toml": '[project]\nrequires-python = ">=3.8,<3.11"\n', "src/a.py": "" });
      const { status, json } = run(["target", "src/a.py", ".", "--format", "json"]);
      const range = {
        range: ">=3.8,<3.11",
        minimum: "3.8",
        maximum: "3.10",
        minors: ["3.8", "3.9", "3.10"],
        origin: { path: "pyproject.toml", key: "project.requires-python", line: 2 },
        problems: [],
      };
      assert.equal(status, 0);
      assert.deepEqual(json(), {
        schema: 1,
        targets: [
          { path: "src/a.py", ...range },
          { path: ".", ...range },
        ],
      });
    });

    it("says that there is none, and why", () => {
      folder.write({ "pyproject.toml": "[project]\nrequires-python = true\n" });
      assert.deepEqual(run(["target", "--format", "json"]).json(), {
        schema: 1,
        targets: [
          {
            path: ".",
            range: null,
            minimum: null,
            maximum: null,
            minors: [],
            origin: null,
            problems: [
              {
                path: "pyproject.toml",
                line: 2,
                message: '`project.requires-python` must be a string such as ">=3.8", not true or false',
              },
            ],
          },
        ],
      });
      assert.match(run(["target"]).out, /^\.: no target is declared\n {4}pyproject\.toml:2: /);
    });
  });

  describe("fix", () => {
    const captured = "import subprocess\nsubprocess.run(x, capture_output=True)\n";
    const piped = "import subprocess\nsubprocess.run(x, stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n";

    it("shows what it would change, and writes nothing", () => {
      folder.write({ "a.py": captured });
      const { status, out, err } = run(["fix", "--diff", "--target", "3.6"]);
      assert.equal(status, 1);
      assert.match(out, /^--- a\/a\.py\n\+\+\+ b\/a\.py\n@@ -1,2 \+1,2 @@\n import subprocess\n-subprocess/);
      assert.equal(err, "Would make 1 fix in 1 file.\n");
      assert.equal(read("a.py"), captured);
    });

    it("writes what it changed", () => {
      folder.write({ "a.py": captured, "b.py": `${captured}def (\n` });
      const { status, out, err } = run(["fix", "--target", "3.6"]);
      assert.deepEqual([status, out], [1, "Made 1 fix in 1 file.\n"]);
      assert.match(err, /^sincewhen: b\.py is skipped: it has syntax errors/);
      assert.equal(read("a.py"), piped);
      assert.equal(read("b.py"), `${captured}def (\n`);
      assert.deepEqual([run(["fix", "a.py", "--target", "3.6"]).status, read("a.py")], [0, piped]);
    });

    it("turns standard input into standard output", () => {
      assert.equal(run(["fix", "-", "--target", "3.6"], captured).out, piped);
    });

    it("hands the bytes of standard input on, in their encoding, also where nothing can be fixed", () => {
      const cases: readonly (readonly [before: Buffer, after: Buffer])[] = [
        ["\uFEFF", "\r\n", "utf8"] as const,
        ["# coding: latin-1\n# \u00e9\n", "\n", "latin1"] as const,
      ].map(([head, lineEnd, encoding]) => {
        const bytes = (text: string): Buffer => Buffer.from(head + text.replaceAll("\n", lineEnd), encoding);
        return [bytes(captured), bytes(piped)];
      });
      const broken = Buffer.from(`${captured}def (\n`);
      for (const [before, after] of [...cases, [broken, broken] as const])
        assert.deepEqual(run(["fix", "-", "--target", "3.6"], before).bytes, after);
      const undecodable = Buffer.from("x = '\xff'\n", "latin1");
      const { status, bytes } = run(["fix", "-", "--target", "3.6"], undecodable);
      assert.deepEqual([status, bytes], [2, undecodable]);
    });

    it("makes the project depend on what unsafe fixes import from, on the Pythons that any file needs it", () => {
      const project = '[project]\r\nname = "x"\r\nrequires-python = ">=3.8"\r\ndependencies = ["attrs"]\r\n';
      folder.write({
        "pyproject.toml": project,
        "a.py": "from typing import Self\n",
        "b.py": "import tomllib\n",
        "pkg/c.py": "from typing import ParamSpec\n",
      });
      assert.equal(run(["fix"]).out, "Nothing to fix.\n");
      const { out } = run(["fix", "--unsafe", "--diff"]);
      assert.match(
        out,
        /^\+import sys\n\+if sys\.version_info >= \(3, 11\):\n\+ {4}from typing import Self\n\+else:/m,
      );
      assert.match(out, /^--- a\/pyproject\.toml\n/m);
      assert.equal(read("pyproject.toml"), project);
      assert.equal(run(["fix", "--unsafe"]).out, "Made 5 fixes in 4 files.\n");
      const packages = [
        "attrs",
        "typing_extensions; python_version < '3.11'",
        "tomli; python_version < '3.11'",
      ];
      const list = packages.map((each) => `"${each}"`).join(", ");
      assert.equal(read("pyproject.toml"), project.replace('"attrs"', list));
      assert.equal(run(["fix", "--unsafe"]).out, "Nothing to fix.\n");
      folder.write({ "d.py": "from typing import override\n" });
      assert.equal(run(["fix", "--unsafe", "d.py"]).out, "Made 2 fixes in 2 files.\n");
      const widened = list.replace(
        "typing_extensions; python_version < '3.11'",
        "typing_extensions; python_version < '3.12'",
      );
      assert.equal(read("pyproject.toml"), project.replace('"attrs"', widened));
      assert.equal(run(["fix", "--unsafe"]).out, "Nothing to fix.\n");
    });

    it("makes the project depend on what brings a module under its own name, and leaves the code", () => {
      const project = '[project]\nname = "x"\nrequires-python = ">=3.6"\n';
      folder.write({ "pyproject.toml": project, "a.py": "import dataclasses\n\ndataclasses.fields\n" });
      assert.equal(run(["fix", "--unsafe"]).out, "Made 1 fix in 1 file.\n");
      assert.equal(read("a.py"), "import dataclasses\n\ndataclasses.fields\n");
      assert.equal(
        read("pyproject.toml"),
        `${project}dependencies = ["dataclasses; python_version < '3.7'"]\n`,
      );
      assert.equal(run(["fix", "--unsafe"]).out, "Nothing to fix.\n");
    });

    it("imports from packages in the form that the command line or the configuration wants", () => {
      const project =
        '[project]\nname = "x"\nrequires-python = ">=3.8"\ndependencies = ["typing-extensions"]\n';
      const fixed = (configuration: string, ...options: string[]): string => {
        const code = { "a.py": "from typing import Self\n", "b.py": "import typing\n\nx: typing.Self\n" };
        folder.write({ "pyproject.toml": project + configuration, ...code });
        run(["fix", ...options]);
        return read("a.py") + read("b.py");
      };
      const [first, second] = ["    from typing import Self\n", "    from typing_extensions import Self\n"];
      const tested = `if sys.version_info >= (3, 11):\n${first}else:\n${second}`;
      const tried = `try:\n${first}except ImportError:\n${second}`;
      const byVersion = `import sys\n${tested}import sys\n\n${tested}\nx: Self\n`;
      const byTry = `${tried}${tried}\nx: Self\n`;
      assert.equal(fixed(""), byVersion);
      assert.equal(fixed("", "--backport-style", "try"), byTry);
      const configured = '\n[tool.sincewhen]\nbackport-style = "try"\n';
      assert.equal(fixed(configured), byTry);
      assert.equal(fixed(configured, "--backport-style=version"), byVersion);
    });

    describe("in a notebook", () => {
      const code = (source: unknown): object => ({
        cell_type: "code",
        execution_count: 3,
        metadata: {},
        outputs: [{ text: ["capture_output=True"] }],
        source,
      });
      const json = (...cells: object[]): string =>
        `${JSON.stringify({ cells, metadata: {}, nbformat: 4 }, undefined, 1)}\n`;
      const fixed = (notebook: string): string => {
        folder.write({ "n.ipynb": notebook });
        assert.equal(run(["fix", "--target", "3.6"]).err, "");
        return read("n.ipynb");
      };

      it("writes into the cells, and nowhere else", () => {
        const [first, second] = captured.split("\n");
        const lines = (text: string): string[] => text.match(/.*\n|.+/g) ?? [];
        const before = [first, `%time x\nif x:\n    !ls\n${second}`];
        const after = before.map((cell) => cell.replace(second, piped.split("\n")[1]));
        assert.equal(
          fixed(
            json({ cell_type: "markdown", source: captured }, ...before.map((cell) => code(lines(cell)))),
          ),
          json({ cell_type: "markdown", source: captured }, ...after.map((cell) => code(lines(cell)))),
        );
        assert.equal(fixed(json(...before.map(code))), json(...after.map(code)));
        const windows = (text: string): string => text.replaceAll("\n", "\r\n");
        assert.equal(fixed(windows(json(code(windows(captured))))), windows(json(code(windows(piped)))));
        assert.equal(fixed(`\uFEFF${json(code(captured))}`), `\uFEFF${json(code(piped))}`);
      });

      it("shows each cell that it would change, and hands on what comes through a pipe", () => {
        const notebook = json(code("x = 1"), code(captured));
        folder.write({ "n.ipynb": notebook });
        const diff = run(["fix", "--diff", "--target", "3.6"]).out;
        assert.match(
          diff,
          /^--- a\/n\.ipynb:cell 2\n\+\+\+ b\/n\.ipynb:cell 2\n@@ -1,2 \+1,2 @@\n import subprocess\n-/,
        );
        assert.equal(read("n.ipynb"), notebook);
        const options = ["fix", "-", "--stdin-filename", "n.ipynb", "--target", "3.6"];
        assert.equal(run(options, notebook).out, json(code("x = 1"), code(piped)));
        assert.match(run([...options, "--diff"], notebook).out, /^--- a\/n\.ipynb:cell 2\n/);
      });

      it("leaves alone what it cannot read", () => {
        const broken = json(code(captured), code("def ("));
        folder.write({ "a.ipynb": broken, "b.ipynb": '{"cells": [', "c.ipynb": "{}" });
        const { err } = run(["fix", "--target", "3.6"]);
        assert.match(err, /a\.ipynb is skipped: it has syntax errors/);
        assert.match(err, /b\.ipynb is skipped: it is no valid notebook/);
        assert.equal(read("a.ipynb"), broken);
      });
    });
  });

  describe("catalogue", () => {
    it("picks out what came, what went and what words name", () => {
      const list = (...args: string[]): string[] =>
        run(["catalogue", "--format", "json", ...args])
          .json<{ symbol: string }[]>()
          .map(({ symbol }) => symbol);
      assert.ok(list("--since", "3.7", "--module", "asyncio").includes("asyncio.run"));
      assert.ok(!list("--since", "3.8", "--module", "asyncio").includes("asyncio.run"));
      assert.ok(list("--removed-in", "3.12").includes("imp"));
      assert.ok(list("removeprefix").includes("builtins.str.removeprefix"));
      assert.equal(run(["catalogue", "--since", "2.7"]).status, 2);
    });
  });

  it("tells its version and its help", () => {
    assert.deepEqual([run(["--version"]).out, run(["--version"]).status], [`${version}\n`, 0]);
    const help = run(["--help"]);
    assert.equal(help.status, 0);
    for (const command of ["check", "min", "explain", "target", "fix", "catalogue", "lsp"])
      assert.match(help.out, new RegExp(`^  ${command} `, "m"));
  });
});
