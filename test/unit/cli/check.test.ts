import assert from "node:assert/strict";
import { PROGRAM, PROJECT, type Report, short, useCommandLine } from "./command-line";

describe("sincewhen check", function () {
  // Every example starts a process, and some start threads in it.
  this.timeout(60_000);
  const { folder, run } = useCommandLine();

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
    assert.deepEqual(report.summary.skipped, [{ path: "bad.py", reason: "it is not valid UTF-8 (line 1)" }]);
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
});
