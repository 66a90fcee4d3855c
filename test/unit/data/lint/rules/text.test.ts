import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Rule } from "../../../../../data/lint/rule";
import { createContext } from "../../../../../data/lint/rule";
import { duplicateKeysRule } from "../../../../../data/lint/rules/duplicate-keys";
import { formattingRule } from "../../../../../data/lint/rules/formatting";
import { fileOf, sourcesOf } from "../../sources-of";

/** Gives line and message of what a rule says of one file's text. */
function problemsIn(rule: Rule, text: string) {
  const { entries } = JSON.parse(text) as { entries: object };
  const files = [fileOf("authored", "m", entries, text)];
  return [...rule.check(createContext({ ...sourcesOf({}), files }))].map(({ line, message }) => [
    line,
    message,
  ]);
}

const canonical =
  '{\n  "module": "m",\n  "entries": {\n    "f": {"kind": "function", "added": "3.7"}\n  }\n}\n';

describe("lint rule duplicate-keys", () => {
  it("is silent when every object has a member once", () => {
    assert.deepEqual(problemsIn(duplicateKeysRule, canonical), []);
    const strings = canonical.replace('"3.7"', '"3.7", "summary": "A { \\" \\"f\\": } [."');
    assert.deepEqual(problemsIn(duplicateKeysRule, strings), []);
  });

  it("flags a second entry of the same name, and a second fact of one entry", () => {
    const twice = canonical.replace("}\n  }", '},\n    "f": {"kind": "class", "kind": "class"}\n  }');
    assert.deepEqual(problemsIn(duplicateKeysRule, twice), [
      [5, '"f" stands twice in one object.'],
      [5, '"kind" stands twice in one object.'],
    ]);
  });
});

describe("lint rule formatting", () => {
  it("is silent on canonical form", () => {
    assert.deepEqual(problemsIn(formattingRule, canonical), []);
  });

  it("flags members out of order, an entry over two lines, and a missing last line end", () => {
    const message = "Not in canonical form from here on: run the lint with --fix.";
    const swapped = canonical.replace(
      '"kind": "function", "added": "3.7"',
      '"added": "3.7", "kind": "function"',
    );
    assert.deepEqual(problemsIn(formattingRule, swapped), [[4, message]]);
    assert.deepEqual(problemsIn(formattingRule, canonical.replace(', "added"', ',\n "added"')), [
      [4, message],
    ]);
    assert.deepEqual(problemsIn(formattingRule, canonical.trimEnd()), [[7, message]]);
  });
});
