import assert from "node:assert/strict";
import { codeExcerpt } from "../../../server/src/cli/formats/code-excerpt";
import { printable } from "../../../server/src/cli/formats/printable";

describe("codeExcerpt", () => {
  it("marks a stretch below the line", () => {
    assert.deepEqual(codeExcerpt("x = math.prod(y)", 9, 13), {
      code: "x = math.prod(y)",
      indent: "         ",
      marks: "^^^^",
    });
  });

  it("keeps tabs, and counts what a terminal shows", () => {
    assert.equal(codeExcerpt("\tx = 1", 1, 2).indent, "\t");
    assert.equal(codeExcerpt('"😀", run', 5, 8).indent, " ".repeat(6));
    assert.equal(codeExcerpt("e\u0301 run", 3, 6).indent, "  ");
  });

  it("cuts a long line around the stretch", () => {
    const line = `${"a".repeat(1000)}RUN${"b".repeat(1000)}`;
    const { code, indent, marks } = codeExcerpt(line, 1000, 1003);
    assert.ok(code.length <= 120);
    assert.equal(code.slice(indent.length, indent.length + marks.length), "RUN");
    const last = codeExcerpt(line, 2000, 2003);
    assert.equal(last.code.slice(last.indent.length), "bbb");
  });

  it("lets no control character through", () => {
    assert.equal(codeExcerpt("x\u001b[31m", 0, 1).code, "x?[31m");
  });
});

describe("printable", () => {
  it("keeps a name on its line", () => {
    assert.equal(printable("new\nline\u001b\u202e.py"), "new\\nline\\u001b\\u202e.py");
    assert.equal(printable("größe 😀.py"), "größe 😀.py");
  });
});
