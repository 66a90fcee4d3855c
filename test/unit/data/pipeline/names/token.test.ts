import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseToken } from "../../../../../data/pipeline/names/token";

describe("tokens of names", () => {
  it("reads functions with where they were defined and what they take", () => {
    const token = parseToken("f-@_abc(cls, *, subclass=)");
    assert.equal(token.kind, "function");
    assert.equal(token.exported, false);
    assert.equal(token.definedIn, "_abc");
    assert.equal(token.parameters, "cls, *, subclass=");
    assert.equal(parseToken("f?").parameters, undefined);
    assert.equal(parseToken("f()").parameters, "");
  });

  it("reads classes, values and modules", () => {
    assert.equal(parseToken("e=builtins.OSError").path, "builtins.OSError");
    assert.equal(parseToken("c=?.xxlimited.Null").path, "?.xxlimited.Null");
    assert.equal(parseToken("v-:int").valueType, "int");
    assert.equal(parseToken("m=os").kind, "module");
    assert.equal(parseToken("z!").hidden, true);
  });

  it("refuses what introspection does not write", () => {
    assert.throws(() => parseToken("x"), /not the token/);
  });
});
