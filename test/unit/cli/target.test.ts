import assert from "node:assert/strict";
import { useCommandLine } from "./command-line";

describe("sincewhen target", function () {
  // Every example starts a process, and some start threads in it.
  this.timeout(60_000);
  const { folder, run } = useCommandLine();

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
