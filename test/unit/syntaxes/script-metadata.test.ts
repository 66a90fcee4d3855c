import assert from "node:assert/strict";
import { makeTokenizer } from "./tokenize";

describe("the grammar of script metadata", () => {
  let tokens: (line: string) => string[];

  before(async () => {
    tokens = await makeTokenizer();
  });

  it("colours where a block opens and closes", () => {
    assert.deepEqual(tokens("# /// script"), [
      "/// punctuation.definition.metadata",
      "script storage.type.metadata",
    ]);
    assert.deepEqual(tokens("# ///"), ["/// punctuation.definition.metadata"]);
  });

  it("colours the Pythons that a script asks for", () => {
    assert.deepEqual(tokens('# requires-python = ">=3.8,<3.13"'), [
      "requires-python support.type.property-name.metadata",
      "= punctuation.separator.metadata",
      '" string.quoted.metadata',
      ">= keyword.operator.comparison.version",
      "3.8 constant.numeric.version",
      ", punctuation.separator.metadata",
      "< keyword.operator.comparison.version",
      "3.13 constant.numeric.version",
      '" string.quoted.metadata',
    ]);
  });

  it("leaves other comments alone", () => {
    assert.deepEqual(tokens("# see ///script"), []);
    assert.deepEqual(tokens("# requires-python is read from pyproject.toml"), []);
  });
});
