import assert from "node:assert/strict";
import { StatementSplitter } from "../../../../server/src/engine/syntax/statement-splitter";
import { CONSTRUCTS } from "./constructs";
import { parserForTests } from "./parser-for-tests";

/** The stretches that a text is split into. */
function split(text: string): string[] {
  const splitter = new StatementSplitter(text, 0);
  const stretches: string[] = [];
  for (let from = 0; from < text.length;) {
    const to = splitter.next();
    stretches.push(text.slice(from, to));
    from = to;
  }
  return stretches;
}

describe("StatementSplitter", () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    "statements on lines of their own": ["a = 1\n", "b = 2\n"],
    "what stands before the first one": ["# note\n\na = 1\n", "b = 2"],
    "what stands behind one": ["a = 1\n\n# note\n", "b = 2\n# end\n"],
    "several on one line": ["a = 1; b = 2\n", "c = 3\n"],
    "clauses and blocks": [
      "if a:\n  b\nelif c:\n  d\nelse:\n  e\n",
      "try:\n  a\nexcept b:\n  c\nfinally:\n  d\n",
    ],
    "decorators and what they decorate": [
      "@a\n@b(c)\n\n# note\nasync def f():\n  pass\n",
      "@d\nclass C: pass\n",
    ],
    "brackets over several lines": ["a = (\nb,\n)\n", "c = [\n{d:\ne}\n]\n"],
    "strings over several lines": ['a = """\nb = 1\n"""\n', "c = '''\\\\'''\n", "d = '\\\ne'\n", "f = 1\n"],
    "quotes and brackets where they mean nothing": ["a = '(' # [ \"\n", 'b = "\\"("\n', "c = 1\n"],
    "escaped line ends": ["a = 1 + \\\nb\n", "c \\\r\n  = 1\r\n", "d\n"],
    "every way to end a line": ["a = 1\r\n", "b = 2\r", "c = 3\n"],
    "an open bracket before a keyword that no expression holds": ["a = f(b,\n", "def g(): pass\n", "c = 1\n"],
    "a string that does not end": ["a = 'b\n", "c = 1\n"],
    "operators that no statement begins with": ["a\n-= 1\n", "b\n.c\n"],
    "signs that one may begin with": ["a\n", "-b\n", "*c, d = e\n", "...\n", ".5\n"],
  };
  for (const [what, stretches] of Object.entries(cases)) {
    it(`knows ${what}`, () => assert.deepEqual(split(stretches.join("")), stretches));
  }

  it("cuts no statement of correct code in two", async () => {
    const parser = await parserForTests();
    for (const [name, code] of Object.entries(CONSTRUCTS)) {
      if (name === "mistakes") continue;
      for (const stretch of split(code)) assert.ok(parser.read(stretch), `${name}: ${stretch}`);
    }
  });
});
