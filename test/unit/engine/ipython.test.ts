import assert from "node:assert/strict";
import { maskCell } from "../../../server/src/engine/ipython";

/** What becomes of lines, without the blanks at their ends; the length never changes. */
function mask(...lines: string[]): string[] {
  const source = lines.join("\n");
  const masked = maskCell(source).text;
  assert.equal(masked.length, source.length);
  return masked.split("\n").map((line) => line.trimEnd());
}

describe("maskCell", () => {
  it("makes comments of lines that are IPython's", () => {
    assert.deepEqual(
      mask("%matplotlib inline", "!ls", "?help", "name??", "a.b[0]?", "*.pop?", ",f a", "/f"),
      ["#matplotlib inline", "#ls", "#help", "#ame??", "#.b[0]?", "#.pop?", "#f a", "#f"],
    );
  });

  it("leaves a block and an assignment something", () => {
    assert.deepEqual(mask("if x:", "    !ls", "    %pip install y", "files = !ls", "t, u = %timeit -o f()"), [
      "if x:",
      "    _",
      "    _",
      "files = _",
      "t, u = _",
    ]);
  });

  it("takes a backslash at the end of a command for its own", () => {
    assert.deepEqual(mask("!pip install \\", "  numpy", "x = 1"), ["#pip install \\", "  _", "x = 1"]);
  });

  it("knows lines that go on from lines that begin", () => {
    const lines = [
      "print('100'",
      "      %name)",
      'text = """',
      "%magic",
      '!"""',
      "rest = 7 \\",
      "  %mod",
      "s = '(' # (",
      "x = {'a': \"'\",",
      "     }",
      "y = a != b",
      "z = a %b",
    ];
    assert.deepEqual(mask(...lines), lines);
    assert.deepEqual(mask("s = '(' # (", "%magic"), ["s = '(' # (", "#magic"]);
    assert.deepEqual(mask("s = 'open", "%magic"), ["s = 'open", "#magic"]);
  });

  it("empties cells of other languages, and reads those of Python's magics", () => {
    assert.deepEqual(mask("", "%%bash", "echo 'x"), ["", "", ""]);
    assert.deepEqual(mask("%%time", "%%capture out", "run()"), ["#%time", "#%capture out", "run()"]);
  });

  it("tells what it masked", () => {
    const source = "x = 1\r\n%magic\r\nfiles = !ls";
    const { text, masked } = maskCell(source);
    assert.equal(text, "x = 1\r\n#magic\r\nfiles = _  ");
    assert.deepEqual(
      masked.map(({ start, end }) => source.slice(start, end)),
      ["%magic", "!ls"],
    );
  });
});
