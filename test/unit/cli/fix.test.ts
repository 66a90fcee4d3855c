import assert from "node:assert/strict";
import { useCommandLine } from "./command-line";

describe("sincewhen fix", function () {
  // Every example starts a process, and some start threads in it.
  this.timeout(60_000);
  const { folder, read, run } = useCommandLine();
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
});
