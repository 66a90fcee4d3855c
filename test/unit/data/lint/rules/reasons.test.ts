import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { reasonsRule } from "../../../../../data/lint/rules/reasons";
import type { AuthoredEntry, EntrySource } from "../../../../../data/format";
import { problemsOf } from "../problems-of";

/** Gives what the rule says of one authored entry over a generated one. */
function saidOf(generated: EntrySource, authored: AuthoredEntry): string[] {
  return problemsOf(reasonsRule, { generated: { m: { f: generated } }, authored: { m: { f: authored } } });
}

describe("lint rule reasons", () => {
  it("is silent when both files agree, on facts that only one states, and on words", () => {
    assert.deepEqual(saidOf({ added: "3.5", bases: ["a"] }, { added: "3.5", bases: ["a"], pep: 492 }), []);
    assert.deepEqual(
      saidOf({ summary: "Old.", url: "a.html" }, { summary: "New.", url: "b.html", category: "gui" }),
      [],
    );
    const change = { version: "3.7", kind: "default", summary: "" } as const;
    assert.deepEqual(saidOf({ changes: [change] }, { changes: [{ ...change, summary: "Grew." }] }), []);
  });

  it("is silent when the reason is given", () => {
    assert.deepEqual(
      saidOf({ added: "3.5" }, { added: "3.6", reason: "Tried in 3.5: it is not there." }),
      [],
    );
    const parameters = { a: { added: "3.7", reason: "Seen." } };
    assert.deepEqual(saidOf({ parameters: { a: { added: "3.8" } } }, { parameters }), []);
  });

  it("flags a fact that says otherwise, in the entry or in a parameter", () => {
    const says = (fact: string) => [
      `m.f: says otherwise than the generated file on ${fact}: give the reason.`,
    ];
    assert.deepEqual(saidOf({ added: "3.5" }, { added: "3.6" }), says("added"));
    assert.deepEqual(
      saidOf({ parameters: { a: { added: "3.8" } } }, { parameters: { a: { added: "3.7" } } }),
      says("added of a"),
    );
  });

  it("flags what is erased or left out", () => {
    assert.equal(saidOf({ deprecated: "3.8" }, { deprecated: null }).length, 1);
    assert.equal(saidOf({ kind: "function" }, { omit: true }).length, 1);
    assert.equal(saidOf({ parameters: { a: {} } }, { parameters: { a: { omit: true } } }).length, 1);
    assert.equal(saidOf({ parameters: { a: {} } }, { parameters: null }).length, 1);
    const change = { version: "3.7", kind: "default", summary: "" } as const;
    assert.equal(saidOf({ changes: [change] }, { changes: [{ ...change, omit: true }] }).length, 1);
  });

  it("flags corrections in a generated file", () => {
    const said = (entry: EntrySource) => problemsOf(reasonsRule, { generated: { m: { f: entry } } });
    assert.deepEqual(said({ reason: "Because." }), ["m.f: a generated file corrects nothing."]);
    assert.equal(said({ parameters: { a: { omit: true } } }).length, 1);
    assert.deepEqual(said({ parameters: { a: { added: "3.7" } } }), []);
  });
});
