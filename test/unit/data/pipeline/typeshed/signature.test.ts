import assert from "node:assert/strict";
import {
  compareSignatures,
  parameterHistory,
  type ParameterLife,
} from "../../../../../data/pipeline/typeshed/parameter-history";
import {
  formatSignature,
  mergeSignatures,
  type Signature,
} from "../../../../../data/pipeline/typeshed/signature";
import { createStubParser } from "../../../../../data/pipeline/typeshed/parse-stub";
import { EVERYWHERE } from "../../../../../data/pipeline/typeshed/realm";
import { viewOf } from "./stub-fixture";

async function signatureOf(...definitions: readonly string[]): Promise<Signature> {
  const parser = await createStubParser();
  const found = parser.parse(definitions.map((each) => `def f(${each}): ...\n`).join(""), EVERYWHERE);
  return mergeSignatures(found.map((each) => (each.kind === "function" ? each.parameters : [])));
}

async function changesFrom(before: string, after: string): Promise<Record<string, ParameterLife>> {
  const history = new Map<string, ParameterLife>();
  compareSignatures(await signatureOf(before), await signatureOf(after), "3.9", history);
  return Object.fromEntries(history);
}

describe("a merged signature", () => {
  it("keeps the order and the ways to give each parameter", async () => {
    assert.equal(
      formatSignature(await signatureOf("a, b=1, /, c=2, *args, d, e=3, **kw")),
      "(a, b=, /, c=, *args, d, e=, **kw)",
    );
    assert.equal(formatSignature(await signatureOf("*, key=None")), "(*, key=)");
    assert.equal(formatSignature(await signatureOf("")), "()");
  });

  it("takes from overloads what any of them takes, optional where any can do without", async () => {
    assert.equal(formatSignature(await signatureOf("key, /", "key, default, /")), "(key, default=, /)");
    assert.equal(
      formatSignature(await signatureOf("a, *, key=None", "a, b, *rest, key")),
      "(a, b=, *rest, key=)",
    );
  });

  it("names a parameter once, even where overloads put it at different places", async () => {
    assert.equal(
      formatSignature(await signatureOf("a, timeout, factory, uri=1", "a, timeout=1, uri=1, *, factory")),
      "(a, timeout=, factory=, uri=)",
    );
  });
});

describe("comparing signatures", () => {
  it("notes parameters that come and go", async () => {
    assert.deepEqual(await changesFrom("a", "a, *, b=1"), { b: { added: "3.9" } });
    assert.deepEqual(await changesFrom("a, *, loop=None", "a"), { loop: { removed: "3.9" } });
    assert.deepEqual(await changesFrom("a, c", "a, b, c"), { b: { added: "3.9" } });
  });

  it("notes a renamed parameter as one that goes and one that comes", async () => {
    assert.deepEqual(await changesFrom("object", "obj"), {
      obj: { added: "3.9" },
      object: { removed: "3.9" },
    });
  });

  it("tells a new way of giving a parameter from a new parameter", async () => {
    assert.deepEqual(await changesFrom("a, /", "a"), { a: { keyword: "3.9" } });
    assert.deepEqual(await changesFrom("a", "a, /"), { a: { positionalOnly: "3.9" } });
    assert.deepEqual(await changesFrom("a, b", "a, *, b"), { b: { keywordOnly: "3.9" } });
  });

  it("counts places of positional-only parameters, not their names", async () => {
    assert.deepEqual(await changesFrom("a, /", "x, /"), {});
    assert.deepEqual(await changesFrom("a, /", "a, b=1, /"), { b: { added: "3.9" } });
  });

  it("says nothing new of a call that took any keyword before", async () => {
    assert.deepEqual(await changesFrom("a, **kw", "a, *, b=1, **kw"), {});
  });
});

describe("the history of a class's parameters", () => {
  it("is that of its constructor", async () => {
    const view = await viewOf({
      m: "class A:\n    if sys.version_info >= (3, 10):\n        def __init__(self, a, *, b=1): ...\n    else:\n        def __init__(self, a): ...\n",
    });
    assert.deepEqual(Object.fromEntries(parameterHistory([view], "m.A", [])), { b: { added: "3.10" } });
  });
});
