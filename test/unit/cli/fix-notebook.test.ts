import assert from "node:assert/strict";
import { useCommandLine } from "./command-line";

describe("sincewhen fix in a notebook", function () {
  // Every example starts a process, and some start threads in it.
  this.timeout(60_000);
  const { folder, read, run } = useCommandLine();
  const captured = "import subprocess\nsubprocess.run(x, capture_output=True)\n";
  const piped = "import subprocess\nsubprocess.run(x, stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n";
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
      fixed(json({ cell_type: "markdown", source: captured }, ...before.map((cell) => code(lines(cell))))),
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
