import assert from "node:assert/strict";
import { collectVersionFacts, type VersionFact } from "../../../../../data/pipeline/typeshed/version-facts";
import { readLifetimes } from "../../../../../data/pipeline/typeshed/load-release";
import { listMinors } from "../../../../../server/src/engine/version";
import { viewOf } from "./stub-fixture";

async function rowsOf(texts: Readonly<Record<string, string>>): Promise<Record<string, VersionFact>> {
  const rows = collectVersionFacts([await viewOf(texts)]);
  return Object.fromEntries([...rows].filter(([id]) => /^(m|n)(\.|$)/.test(id)));
}

describe("rows of typeshed-versions.json", () => {
  it("tell the kind of each thing", async () => {
    const rows = await rowsOf({
      m: "x: int\ndef f(a, b=1): ...\nclass E(Exception): ...\nclass A:\n    y: int\n    @property\n    def p(self) -> int: ...\n    def g(self): ...\n",
    });
    const kinds = Object.fromEntries(Object.entries(rows).map(([id, { kind }]) => [id, kind]));
    assert.deepEqual(kinds, {
      m: "module",
      "m.x": "constant",
      "m.f": "function",
      "m.E": "exception",
      "m.A": "class",
      "m.A.y": "attribute",
      "m.A.p": "attribute",
      "m.A.g": "method",
    });
    assert.equal(rows["m.f"]?.signature, "(a, b=)");
    assert.equal(rows["m.A.g"]?.signature, "()");
  });

  it("list the members of a base that nobody can name under the class that inherits them", async () => {
    const rows = await rowsOf({
      m: "class _Base:\n    def add(self): ...\nclass A(_Base): ...\nclass B(A): ...\n",
    });
    assert.deepEqual(Object.keys(rows), ["m", "m.A", "m.A.add", "m.B"]);
  });

  it("describe a re-exported thing once, and give the other path its own life", async () => {
    const rows = await rowsOf({
      m: "def f(a): ...\n",
      n: "if sys.version_info >= (3, 12):\n    from m import f as f\n",
    });
    assert.deepEqual(rows["n.f"], { kind: "function", added: "3.12", alias: "m.f" });
    assert.deepEqual(rows["m.f"], { kind: "function", signature: "(a)" });
  });

  it("name platforms where the thing is missing from some", async () => {
    const rows = await rowsOf({
      m: 'if sys.platform == "win32":\n    def a(): ...\nelse:\n    def b(): ...\ndef c(): ...\n',
    });
    assert.deepEqual(
      ["m.a", "m.b", "m.c"].map((id) => rows[id]?.platforms),
      [["windows"], ["unix"], undefined],
    );
  });

  it("read versions and replacement, and nothing else, from a deprecation", async () => {
    const rows = await rowsOf({
      m: `
@deprecated("Deprecated since Python 3.12; will be removed in Python 3.14. Use \`new()\` instead.")
def old(): ...
def new(): ...
if sys.version_info >= (3, 13):
    @deprecated("Do something else.")
    def later(): ...
else:
    def later(): ...
`,
    });
    assert.deepEqual(rows["m.old"], {
      kind: "function",
      deprecated: "3.12",
      removal: "3.14",
      replacement: "m.new",
      signature: "()",
    });
    assert.equal(rows["m.later"]?.deprecated, "3.13");
  });

  it("leave out special methods that were always there, and keep those that came later", async () => {
    const rows = await rowsOf({
      m: "class A:\n    def __len__(self): ...\n    if sys.version_info >= (3, 9):\n        def __or__(self, other): ...\n",
    });
    assert.deepEqual(Object.keys(rows), ["m", "m.A", "m.A.__or__"]);
  });
});

describe("readLifetimes", () => {
  it("reads the last minor as one that still has the module", () => {
    const lifetimes = readLifetimes(
      "# comment\nasynchat: 3.0-3.11  # note\ntomllib: 3.11-\nBastion: 2.7-2.7\n",
    );
    assert.deepEqual(
      [listMinors(lifetimes.get("asynchat") ?? 0).at(-1), listMinors(lifetimes.get("tomllib") ?? 0)[0]],
      [11, 11],
    );
    assert.equal(lifetimes.has("Bastion"), false);
  });
});
