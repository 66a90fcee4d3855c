import assert from "node:assert/strict";
import { PROGRAM, useCommandLine } from "./command-line";

describe("sincewhen min", function () {
  // Every example starts a process, and some start threads in it.
  this.timeout(60_000);
  const { folder, run } = useCommandLine();

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
    assert.equal(run(["min"]).out, "a.py: 3.8\n    line 3: math.prod, since 3.8\n1 file: needs Python 3.8\n");
    assert.equal(run(["min", "--quiet"]).out, "3.8\n");
  });
});
