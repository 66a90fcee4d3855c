import assert from "node:assert/strict";
import { locateToml } from "../../../server/src/project/toml-locations";

/** Gives the line of a key and the text of its value. */
function locate(text: string, ...path: string[]): [number, string] | undefined {
  const location = locateToml(text).find(path);
  return location && [location.line, text.slice(location.valueStart, location.valueEnd)];
}

describe("locateToml", () => {
  it("finds a key under a table header", () => {
    const text = '[project]\nname = "x"\nrequires-python = ">=3.8" # why\n';
    assert.deepEqual(locate(text, "project", "requires-python"), [3, '">=3.8"']);
  });

  it("finds dotted and quoted keys", () => {
    const text = 'project.name = "x"\n"project" . "requires-python" = \'>=3.8\'\n';
    assert.deepEqual(locate(text, "project", "requires-python"), [2, "'>=3.8'"]);
  });

  it("finds a key in an inline table, nested ones and line ends included", () => {
    const text = 'project = { name = "a,b}", deep = { requires-python = ">=3.8" },\n  last = 3 }\n';
    assert.deepEqual(locate(text, "project", "deep", "requires-python"), [1, '">=3.8"']);
    assert.deepEqual(locate(text, "project", "last"), [2, "3"]);
  });

  it("takes what a string or a comment says for no key", () => {
    const text = [
      "[tool.doc]",
      'text = """',
      "[project]",
      'requires-python = ">=3.5" \\""" ""',
      '"""""',
      "raw = '''",
      "[project]'''",
      "# [project]",
      "[project] # requires-python = 1",
      'requires-python = ">=3.9"',
    ].join("\n");
    assert.deepEqual(locate(text, "project", "requires-python"), [10, '">=3.9"']);
    assert.equal(locateToml(text).find(["tool", "doc", "requires-python"]), undefined);
  });

  it("counts the elements of arrays and of arrays of tables", () => {
    const text = '[[tool.x]]\na = 1\n[[tool.x]]\na = [ 2, # two\n  "3" ]\n[tool.x.sub]\nb = 4\n';
    assert.deepEqual(locate(text, "tool", "x", "0", "a"), [2, "1"]);
    assert.deepEqual(locate(text, "tool", "x", "1", "a", "1"), [5, '"3"']);
    assert.deepEqual(locate(text, "tool", "x", "1", "sub", "b"), [7, "4"]);
  });

  it("tells where a table begins", () => {
    assert.equal(locateToml("\n\n[tool.sincewhen]\n").find(["tool", "sincewhen"])?.line, 3);
  });

  it("counts a Windows line end once", () => {
    assert.deepEqual(locate('[project]\r\nname = "x"\r\nv = 1\r\n', "project", "v"), [3, "1"]);
  });

  it("tells keys apart that the same letters make up differently", () => {
    const text = '"a.b" = 1\na.c = 2\n"\\u0061".d = 3\n';
    assert.deepEqual(locate(text, "a.b"), [1, "1"]);
    assert.equal(locate(text, "a", "b"), undefined);
    assert.deepEqual(locate(text, "a", "d"), [3, "3"]);
  });

  it("ends on malformed and on hostile texts, and still finds what stands before", () => {
    const tail = [
      "[project",
      "= 1",
      'x = "',
      "x = '''",
      `x = ${"[".repeat(100_000)}`,
      "x = {",
      "[a]\n]]\n}}\n",
      "\0",
    ];
    for (const text of tail) assert.deepEqual(locate(`first = 1\n${text}`, "first"), [1, "1"]);
  });

  it("handles values of millions of characters", () => {
    const text = `a = "${"x".repeat(3_000_000)}"\nb = 2\n`;
    assert.deepEqual(locate(text, "b"), [2, "2"]);
  });
});
