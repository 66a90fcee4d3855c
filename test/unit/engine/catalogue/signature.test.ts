import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseSignature } from "../../../../server/src/engine/catalogue/signature";

describe("parseSignature", () => {
  it("reads nothing from an empty one", () => {
    assert.deepEqual(parseSignature("()"), { parameters: [], anyPositional: false, anyKeyword: false });
  });

  it("tells positions, keywords and what may be left out", () => {
    assert.deepEqual(parseSignature("(main, limit=, *, debug=)")?.parameters, [
      { name: "main", position: 0, positionalOnly: false, optional: false },
      { name: "limit", position: 1, positionalOnly: false, optional: true },
      { name: "debug", position: undefined, positionalOnly: false, optional: true },
    ]);
  });

  it("marks what stands before a slash", () => {
    const parameters = parseSignature("(x, /, y)")!.parameters;
    assert.deepEqual(
      parameters.map((one) => one.positionalOnly),
      [true, false],
    );
  });

  it("tells about *args and **kw without listing them", () => {
    const signature = parseSignature("(first, *rest, key=, **kw)")!;
    assert.deepEqual([signature.anyPositional, signature.anyKeyword], [true, true]);
    assert.deepEqual(
      signature.parameters.map((one) => [one.name, one.position]),
      [
        ["first", 0],
        ["key", undefined],
      ],
    );
  });

  it("refuses whatever is no signature", () => {
    for (const text of [
      "",
      "a",
      "(a",
      "a)",
      "(a b)",
      "(a,,b)",
      "(a=1)",
      "(a: int)",
      "(**kw, a)",
      "(*, *)",
      "(a, a)",
      "(/, a, /)",
    ]) {
      assert.equal(parseSignature(text), undefined, text);
    }
    for (const text of ["(*=)", "(a, *, /)", "(1a)", "(*a=)", "(**)", "(,)"])
      assert.equal(parseSignature(text), undefined, text);
  });
});
