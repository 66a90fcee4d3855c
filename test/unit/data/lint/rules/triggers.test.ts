import assert from "node:assert/strict";
import type { AuthoredEntry } from "../../../../../data/format";
import { compilesRule } from "../../../../../data/lint/rules/compiles";
import { triggersRule } from "../../../../../data/lint/rules/triggers";
import { problemsOf } from "../problems-of";

const generated = {
  m: { f: { kind: "function", signature: "(a, b=)" }, C: { kind: "class" } },
} as const;

function saidOf(behaviour: AuthoredEntry, rule = triggersRule): string[] {
  return problemsOf(rule, { generated, authored: { m: { "behaviour:new": behaviour } } });
}

describe("lint rule triggers", () => {
  it("is silent on behaviours that say how code relies on them", () => {
    const when = [
      { call: ["m.f"], given: { b: { type: ["m.C"] } } },
      { uses: ["codec:hex"] },
      { mention: ["m.C"] },
    ];
    assert.deepEqual(saidOf({ kind: "behaviour", added: "3.7", when, older: "differs" }), []);
  });

  it("flags triggers of what is no behaviour", () => {
    const authored = { m: { f: { when: [{ mention: ["m.C"] }] } } };
    assert.deepEqual(problemsOf(triggersRule, { generated, authored }), [
      "m.f is no behaviour and relies on nothing.",
    ]);
  });

  it("flags a change without a release", () => {
    assert.deepEqual(saidOf({ kind: "behaviour", older: "alike" }), [
      "behaviour:m.new tells what older Pythons do, but not since when it is there.",
    ]);
  });

  it("flags triggers with several subjects or none, and what tells of calls only", () => {
    const when = [{ mention: ["m.f"], call: ["m.f"] }, { positional: 2 }];
    assert.deepEqual(saidOf({ kind: "behaviour", added: "3.7", when }), [
      "behaviour:m.new has a trigger with 2 subjects in place of one.",
      "behaviour:m.new has a trigger with 0 subjects in place of one.",
      "behaviour:m.new has a trigger with positional, which tells of calls only.",
    ]);
  });

  it("flags languages and classes that nobody knows", () => {
    const when = [{ uses: ["klingon:x"] }, { call: ["m.f"], given: { a: { type: ["m.D"] } } }];
    assert.deepEqual(saidOf({ kind: "behaviour", added: "3.7", when }), [
      "behaviour:m.new speaks of klingon:x, whose language nothing reads.",
      "behaviour:m.new speaks of m.D, which is no entry.",
    ]);
    assert.deepEqual(problemsOf(triggersRule, { generated, languages: { "m.f(a)": "klingon" } }), [
      "m.f(a) is said to be written in klingon, which nothing reads.",
    ]);
  });

  it("leaves unknown callables, parameters and contested features to the build", () => {
    const said = (when: AuthoredEntry["when"]) => saidOf({ kind: "behaviour", when }, compilesRule);
    assert.deepEqual(said([{ call: ["m.g"] }]), ["behaviour:m.new speaks of m.g, which is no entry."]);
    assert.deepEqual(said([{ call: ["m.f"], without: ["c"] }]), [
      "behaviour:m.new speaks of m.f(c), which is no parameter.",
    ]);
    const authored = {
      m: {
        "behaviour:one": { kind: "behaviour", when: [{ uses: ["codec:hex"] }] },
        "behaviour:two": { kind: "behaviour", when: [{ uses: ["codec:hex"] }] },
      },
    } as const;
    assert.deepEqual(problemsOf(compilesRule, { generated, authored }), [
      "codec:hex is asked for by both behaviour:m.one and behaviour:m.two.",
    ]);
  });
});
