import assert from "node:assert/strict";
import { scopeOfName } from "../../../../server/src/engine/binding/scopes";
import { collect, named } from "./subjects";

describe("scopeOfName", () => {
  it("looks from the inside out and passes the classes in between", async () => {
    const subject = await collect(
      "a = 1",
      "def f():",
      "    b = 2",
      "    class C:",
      "        a = 3",
      "        def m(self):",
      "            return a, b, c",
    );
    const method = named(subject, "m");
    assert.equal(scopeOfName(method, "self"), method);
    assert.equal(scopeOfName(method, "a"), subject.table.module, "the class is not seen from its method");
    assert.equal(scopeOfName(named(subject, "C"), "a"), named(subject, "C"));
    assert.equal(scopeOfName(method, "b"), named(subject, "f"));
    assert.equal(scopeOfName(method, "c"), undefined, "nobody binds it: a builtin");
  });

  it("follows an enclosing function's global declaration", async () => {
    const subject = await collect("def f():", "    global a", "    a = 1", "    def g(): return a");
    assert.equal(scopeOfName(named(subject, "g"), "a"), subject.table.module);
  });

  it("does not take a nonlocal name from the scope itself", async () => {
    const subject = await collect(
      "def f():",
      "    a = 1",
      "    def g():",
      "        nonlocal a",
      "        a = 2",
    );
    assert.equal(scopeOfName(named(subject, "g"), "a"), named(subject, "f"));
  });
});
