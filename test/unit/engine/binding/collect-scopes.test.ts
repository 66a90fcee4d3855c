import assert from "node:assert/strict";
import { moduleOf, scopeOfName } from "../../../../server/src/engine/binding/scopes";
import { NodeKind } from "../../../../server/src/engine/syntax/node-kind";
import { boundBy, collect, named, namesOf, only } from "./subjects";

describe("bindings of a module", () => {
  const forms: readonly (readonly [what: string, code: string, names: readonly string[]])[] = [
    ["an assignment", "a = 1", ["a"]],
    ["a chain of assignments", "a = b = c = 1", ["a", "b", "c"]],
    ["an unpacking", "a, (b, [c, *d]) = x", ["a", "b", "c", "d"]],
    ["a starred target", "*a, b = x", ["a", "b"]],
    ["a target in parentheses", "(a) = 1", ["a"]],
    ["a list of targets", "[a, b] = x", ["a", "b"]],
    ["an augmented assignment", "a += 1", ["a"]],
    ["an annotated assignment", "a: int = 1", ["a"]],
    ["an annotation without a value", "a: int", ["a"]],
    ["an attribute or an item", "a.b = c[d] = 1", []],
    ["a loop", "for a, b in x: pass", ["a", "b"]],
    ["a loop whose target is an attribute", "for a.b in x: pass", []],
    ["an import", "import a", ["a"]],
    ["an import of a submodule", "import a.b.c", ["a"]],
    ["an import by another name", "import a.b as c", ["c"]],
    ["several imports", "import a, b.c, d as e", ["a", "b", "e"]],
    ["an import of names", "from a import b, c as d", ["b", "d"]],
    ["an import in parentheses", "from a import (\n    b,\n    c as d,\n)", ["b", "d"]],
    ["a relative import", "from . import a\nfrom ..b import c", ["a", "c"]],
    ["a future import", "from __future__ import annotations", ["annotations"]],
    ["a function", "def f(): pass", ["f"]],
    ["an async function", "async def f(): pass", ["f"]],
    ["a decorated function", "@x\ndef f(): pass", ["f"]],
    ["a class", "class C: pass", ["C"]],
    ["a with statement", "with x as a, y as (b, c): pass", ["a", "b", "c"]],
    ["a with statement in parentheses", "with (x as a, y as b): pass", ["a", "b"]],
    ["an except clause", "try: pass\nexcept E as a: pass", ["a"]],
    ["an except-star clause", "try: pass\nexcept* E as a: pass", ["a"]],
    ["a walrus", "if (a := x): pass", ["a"]],
    ["a walrus in a comprehension", "[a for b in x if (c := b)]", ["c"]],
    ["a walrus in nested comprehensions", "[[c := b for b in y] for d in x]", ["c"]],
    ["a deletion", "del a, b", ["a", "b"]],
    ["a deletion of an attribute", "del a.b", []],
    ["a type alias", "type A = int", ["A"]],
    ["a type alias with parameters", "type A[T] = list[T]", ["A"]],
    ["a capture pattern", "match x:\n    case a: pass", ["a"]],
    ["a sequence pattern", "match x:\n    case [a, *b]: pass", ["a", "b"]],
    ["a mapping pattern", 'match x:\n    case {"k": a, **b}: pass', ["a", "b"]],
    ["a class pattern", "match x:\n    case C(a, k=b): pass", ["a", "b"]],
    ["an as pattern", "match x:\n    case [1, 2] as a: pass", ["a"]],
    ["an alternative of patterns", "match x:\n    case [a] | (a, _): pass", ["a"]],
    ["a wildcard pattern", "match x:\n    case _: pass", []],
    ["a dotted pattern", "match x:\n    case m.A: pass", []],
    ["both branches of a condition", "if x:\n    a = 1\nelse:\n    b = 2", ["a", "b"]],
    [
      "a name in a nested statement",
      "while x:\n    try:\n        with y: a = 1\n    finally: b = 2",
      ["a", "b"],
    ],
    ["an expression", "print(a, b.c, d[0])", []],
    ["a keyword argument", "f(a=1)", []],
  ];

  for (const [what, code, names] of forms) {
    it(`of ${what}: ${names.join(", ") || "nothing"}`, async () => {
      assert.deepEqual(await boundBy(code), [...names]);
    });
  }

  it("list every place that binds a name, in order", async () => {
    const { tree, table } = await collect("a = 1", "import a", "def a(): pass");
    const nodes = table.module.bindings.get("a") ?? [];
    assert.deepEqual(
      nodes.map((node) => tree.start(node)),
      [0, 13, 15],
    );
  });

  it("do not hold what a star import brings, which is listed apart", async () => {
    const { tree, table } = await collect("from math import *", "from os import path");
    assert.deepEqual(namesOf(table.module), ["path"]);
    assert.deepEqual(
      table.starImports.map((node) => tree.textOf(node)),
      ["from math import *"],
    );
  });

  it("tell which future features are on", async () => {
    const { tree, table } = await collect("from __future__ import annotations, division");
    assert.equal(table.futureImports.length, 1);
    assert.equal(tree.kind(table.futureImports[0]), NodeKind.FutureImportStatement);
  });
});

describe("scopes", () => {
  it("are opened by functions, classes, lambdas and comprehensions", async () => {
    const { table } = await collect(
      "def f(): pass",
      "class C: pass",
      "lambda: 0",
      "[a for a in x]; {a for a in x}; {a: 0 for a in x}; (a for a in x)",
    );
    const kinds = [...table.byNode.values()].map(({ kind }) => kind).sort();
    const comprehensions = Array.from({ length: 4 }, () => "comprehension");
    assert.deepEqual(kinds, ["class", ...comprehensions, "function", "lambda", "module"]);
  });

  it("hold the parameters of a function in every form", async () => {
    const subject = await collect("def f(a, b=1, /, c: int = 2, *args: str, d, e: int, **rest): pass");
    assert.deepEqual(namesOf(only(subject, "function")), ["a", "args", "b", "c", "d", "e", "rest"]);
    assert.deepEqual(namesOf(subject.table.module), ["f"]);
  });

  it("hold the parameters of a lambda", async () => {
    const subject = await collect("lambda a, b=1, *c, **d: a");
    assert.deepEqual(namesOf(only(subject, "lambda")), ["a", "b", "c", "d"]);
  });

  it("hold the targets of a comprehension", async () => {
    const subject = await collect("[a for a, (b, *c) in x for d in b]");
    assert.deepEqual(namesOf(only(subject, "comprehension")), ["a", "b", "c", "d"]);
    assert.deepEqual(namesOf(subject.table.module), []);
  });

  it("are nested as the code is, whatever follows behind them", async () => {
    const subject = await collect(
      "class C:",
      "    def m(self):",
      "        def inner(): a = 1",
      "        b = 2",
      "    c = 3",
      "d = 4",
    );
    assert.deepEqual(namesOf(named(subject, "inner")), ["a"]);
    assert.deepEqual(namesOf(named(subject, "m")), ["b", "inner", "self"]);
    assert.deepEqual(namesOf(named(subject, "C")), ["c", "m"]);
    assert.deepEqual(namesOf(subject.table.module), ["C", "d"]);
    assert.equal(named(subject, "inner").parent, named(subject, "m"));
    assert.equal(moduleOf(named(subject, "inner")), subject.table.module);
  });

  it("bind a global name in the module and a nonlocal one not at all", async () => {
    const subject = await collect(
      "def outer():",
      "    n = 1",
      "    def inner():",
      "        global g",
      "        nonlocal n",
      "        g = 2",
      "        n = 3",
    );
    const inner = named(subject, "inner");
    assert.deepEqual(namesOf(subject.table.module), ["g", "outer"]);
    assert.deepEqual([...inner.globals], ["g"]);
    assert.deepEqual([...inner.nonlocals], ["n"]);
    assert.equal(scopeOfName(inner, "g"), subject.table.module);
    assert.equal(scopeOfName(inner, "n"), named(subject, "outer"));
  });

  it("know the return statements of a function, not those of functions inside it", async () => {
    const subject = await collect("def f():", "    def g(): return 1", "    if x: return 2", "    return 3");
    const { tree } = subject;
    assert.deepEqual(
      named(subject, "f").returns.map((node) => tree.textOf(node)),
      ["return 2", "return 3"],
    );
  });

  it("know whether a call makes a generator", async () => {
    const subject = await collect(
      "def f(): yield 1",
      "def g(): yield from f()",
      "def h(): return [x for x in f()]",
      "def i():",
      "    def j(): yield",
    );
    const yields = ["f", "g", "h", "i", "j"].filter((name) => named(subject, name).yields);
    assert.deepEqual(yields, ["f", "g", "j"]);
  });
});

describe("attributes of an object", () => {
  it("are those that methods assign to their first parameter, whatever its name", async () => {
    const subject = await collect(
      "class C:",
      "    def __init__(this, other):",
      "        this.a = 1",
      "        this.b: int = 2",
      "        other.d = 5",
      "    def m(self):",
      "        self.a = 6",
      "        for self.e in x: pass",
      "    @staticmethod",
      "    def s(): pass",
    );
    const attributes = named(subject, "C").selfAttributes;
    assert.deepEqual([...attributes.keys()].sort(), ["a", "b", "e"]);
    assert.equal(attributes.get("a")?.length, 2);
  });

  it("are none of a plain function's", async () => {
    const { table } = await collect("def f(self):", "    self.a = 1");
    for (const scope of table.byNode.values()) assert.equal(scope.selfAttributes.size, 0);
  });
});
