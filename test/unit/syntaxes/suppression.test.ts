import assert from "node:assert/strict";
import { makeTokenizer } from "./tokenize";

describe("the grammar of suppression comments", () => {
  let tokens: (line: string) => string[];

  before(async () => {
    tokens = await makeTokenizer();
  });

  it("colours the comment's parts", () => {
    assert.deepEqual(tokens("math.prod([1])  # sincewhen: ignore[added-later, math.prod]"), [
      "sincewhen storage.type",
      ": punctuation.separator",
      "ignore keyword.control",
      "[ punctuation.definition.list.begin",
      "added-later constant.other",
      ", punctuation.separator.list",
      "math.prod constant.other",
      "] punctuation.definition.list.end",
    ]);
  });

  it("knows the comment for a whole file, and writing without blanks", () => {
    assert.deepEqual(tokens("#sincewhen:ignore-file"), [
      "sincewhen storage.type",
      ": punctuation.separator",
      "ignore-file keyword.control",
    ]);
  });

  it("leaves other comments and strings alone", () => {
    assert.deepEqual(tokens("# sincewhen: ignored"), []);
    assert.deepEqual(tokens("# since when: ignore"), []);
    assert.deepEqual(tokens("x = '# sincewhen: ignore'"), []);
  });
});
