import assert from "node:assert/strict";
import { makeTokenizer } from "./tokenize";

describe("the grammar of version tests", () => {
  let tokens: (line: string) => string[];

  before(async () => {
    tokens = await makeTokenizer();
  });

  it("colours the version that a test asks for", () => {
    assert.deepEqual(tokens("if sys.version_info >= (3, 8):"), [
      "sys variable.language.version",
      ". punctuation.separator.period",
      "version_info support.constant.version",
      ">= keyword.operator.comparison.version",
      "( punctuation.definition.version",
      "3 constant.numeric.version",
      ", punctuation.separator.version",
      "8 constant.numeric.version",
      ") punctuation.definition.version",
    ]);
  });

  it("knows parts of the version", () => {
    assert.deepEqual(tokens("PY3 = sys.version_info[0] == 3").slice(3), [
      "[ punctuation.definition.slice.begin",
      "0 constant.numeric.version",
      "] punctuation.definition.slice.end",
      "== keyword.operator.comparison.version",
      "3 constant.numeric.version",
    ]);
    assert.ok(tokens("sys.version_info[:2] < (3, 7)").includes(": punctuation.separator.slice"));
  });

  it("leaves other names, strings and comments alone", () => {
    assert.deepEqual(tokens("mysys.version_info >= (3, 8)"), []);
    assert.deepEqual(tokens("self.sys.version_info"), []);
    assert.deepEqual(tokens("x = 'sys.version_info >= (3, 8)'"), []);
    assert.deepEqual(tokens("# sys.version_info >= (3, 8)"), []);
  });
});
