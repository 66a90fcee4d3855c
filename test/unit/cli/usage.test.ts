import assert from "node:assert/strict";
import { version } from "../../../package.json";
import { PROGRAM, PROJECT, useCommandLine } from "./command-line";

describe("the command line", function () {
  // Every example starts a process, and some start threads in it.
  this.timeout(60_000);
  const { folder, run } = useCommandLine();

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

  it("tells its version and its help", () => {
    assert.deepEqual([run(["--version"]).out, run(["--version"]).status], [`${version}\n`, 0]);
    const help = run(["--help"]);
    assert.equal(help.status, 0);
    for (const command of ["check", "min", "explain", "target", "fix", "catalogue", "lsp"])
      assert.match(help.out, new RegExp(`^  ${command} `, "m"));
  });
});
