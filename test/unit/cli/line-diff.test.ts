import assert from "node:assert/strict";
import fc from "fast-check";
import { unifiedDiff } from "../../../server/src/cli/line-diff";

/** Applies a unified diff the way `patch` does, trusting its line numbers. */
function patch(text: string, diff: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? [];
  const result: string[] = [];
  let at = 0;
  for (const line of diff.split("\n").slice(2)) {
    const header = /^@@ -(\d+),(\d+) /.exec(line);
    if (header) {
      const start = Number(header[1]) - (header[2] === "0" ? 0 : 1);
      while (at < start) result.push(lines[at++]);
    } else if (line.startsWith("\\")) {
      if (result.at(-1)?.endsWith("\n")) result.push(result.pop()!.slice(0, -1));
    } else if (line.startsWith("+")) result.push(`${line.slice(1)}\n`);
    else if (line.startsWith("-")) at++;
    else if (line.startsWith(" ")) {
      result.push(`${line.slice(1)}\n`);
      at++;
    }
  }
  return result.join("") + lines.slice(at).join("");
}

describe("unifiedDiff", () => {
  it("is empty for equal texts", () => {
    assert.equal(unifiedDiff("a.py", "x\n", "x\n"), "");
  });

  it("shows changes with three lines around them", () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`);
    const edited = lines.with(4, "five\n").toSpliced(16, 0, "new\n");
    assert.equal(
      unifiedDiff("a.py", lines.join(""), edited.join("")),
      [
        "--- a/a.py\n+++ b/a.py\n@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n-line 5\n+five\n line 6\n line 7\n line 8\n",
        "@@ -14,6 +14,7 @@\n line 14\n line 15\n line 16\n+new\n line 17\n line 18\n line 19\n",
      ].join(""),
    );
  });

  it("says where the last line has no end", () => {
    assert.match(unifiedDiff("a.py", "x", "y"), /-x\n\\ No newline at end of file\n\+y\n\\ No newline/);
  });

  it("turns the old text into the new one", () => {
    const text = fc
      .array(fc.constantFrom("a\n", "b\n", "c\n", "d\r\n"), { maxLength: 30 })
      .map((lines) => lines.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(patch(before, unifiedDiff("x", before, after)), after);
      }),
    );
  });
});
