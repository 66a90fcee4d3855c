import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { signaturesRule } from "../../../../../data/lint/rules/signatures";
import { typesRule } from "../../../../../data/lint/rules/types";
import type { EntrySource } from "../../../../../data/format";
import { problemsOf } from "../problems-of";

describe("lint rule signatures", () => {
  const saidOf = (entry: EntrySource) => problemsOf(signaturesRule, { generated: { m: { f: entry } } });

  it("is silent when the signature lists every parameter with a history", () => {
    assert.deepEqual(saidOf({ signature: "(a, *, b=)", parameters: { b: { added: "3.7" } } }), []);
  });

  it("is silent without a signature, and when the parameter may hide behind **kw", () => {
    assert.deepEqual(saidOf({ parameters: { b: { added: "3.7" } } }), []);
    assert.deepEqual(saidOf({ signature: "(**kw)", parameters: { b: { added: "3.7" } } }), []);
  });

  it("flags a parameter that the signature does not list, and what is no signature", () => {
    assert.deepEqual(saidOf({ signature: "(a)", parameters: { b: {} } }), [
      'm.f: the signature does not list "b".',
    ]);
    assert.deepEqual(saidOf({ signature: "(a=1)" }), ['m.f: "(a=1)" is no signature.']);
  });
});

describe("lint rule types", () => {
  const saidOf = (entry: EntrySource) =>
    problemsOf(typesRule, {
      generated: {
        builtins: { str: { kind: "class" }, list: { kind: "class" } },
        m: { C: { kind: "class" }, f: entry },
      },
    });

  it("is silent on entries, builtins and the words of the notation", () => {
    for (const returns of [
      "str",
      "list[m.C]|None",
      "self",
      "$0",
      "tuple[...]".replace("tuple", "list"),
      "list[$1]|m.C",
    ]) {
      assert.deepEqual(saidOf({ returns }), [], returns);
    }
    assert.deepEqual(saidOf({ kind: "class", bases: ["m.C", "list[str]"] }), []);
  });

  it("is silent on references to the receiver, to arguments and to what they lead to", () => {
    const references = ["?", "$1", "@0", "@name", "@0.0", "@0.1.0", "@0.call", "@key.await", "@0.new"];
    for (const returns of [...references, "@0.__enter__", "list[@0.0]", "list[?]|None"]) {
      assert.deepEqual(saidOf({ returns }), [], returns);
    }
  });

  it("flags a reference that leads nowhere", () => {
    assert.deepEqual(saidOf({ returns: "$key" }), ['m.f: "$key" refers to nothing.']);
    assert.deepEqual(saidOf({ returns: "@0.called" }), ['m.f: "@0.called" refers to nothing.']);
  });

  it("reads the types of all rules on results", () => {
    const unknown = 'm.f: the type "m.D" is no entry.';
    const absent = { parameter: "p", absent: "m.D", rules: [[["a", null], "str"]] } as const;
    const entries: readonly EntrySource[] = [
      { otherwise: "m.D" },
      { returnsByLiteral: absent },
      { returnsByLiteral: { parameter: "p", rules: [[[true, 1], "m.D"]] } },
      { returnsByType: { position: 0, rules: [["m.D", "str"]] } },
      { returnsByType: { position: 0, rules: [["str", "m.D"]] } },
      { returnsByCount: { rules: [[0, null, "m.D"]] } },
      { kind: "class", defaults: ["m.D"] },
      { kind: "class", virtualBases: ["m.D"] },
    ];
    for (const entry of entries) assert.deepEqual(saidOf(entry), [unknown], JSON.stringify(entry));
  });

  it("flags what does not parse", () => {
    assert.deepEqual(saidOf({ type: "list[" }), ['m.f: "list[" is no type.']);
  });

  it("flags what is no entry of a module that the catalogue has", () => {
    assert.deepEqual(saidOf({ returns: "list[m.D]" }), ['m.f: the type "m.D" is no entry.']);
    assert.deepEqual(saidOf({ returns: "strr" }), ['m.f: the type "strr" is no entry.']);
    assert.deepEqual(saidOf({ kind: "class", bases: ["m.D"] }), ['m.f: the type "m.D" is no entry.']);
  });

  it("only warns of a module that the catalogue does not have", () => {
    assert.deepEqual(saidOf({ returns: "n.C" }), [
      'warning: m.f: the type "n.C" is of a module that the catalogue does not have.',
    ]);
  });
});
