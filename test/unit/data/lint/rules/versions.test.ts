import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { existenceRule } from "../../../../../data/lint/rules/existence";
import { versionsRule } from "../../../../../data/lint/rules/versions";
import type { EntrySource } from "../../../../../data/format";
import { problemsOf } from "../problems-of";

/** Gives what the rule says of one function. */
function saidOf(entry: EntrySource): string[] {
  return problemsOf(versionsRule, { generated: { m: { f: { kind: "function", ...entry } } } });
}

describe("lint rule versions", () => {
  it("is silent on a life in its order", () => {
    assert.deepEqual(
      saidOf({ seen: "3.4", added: "3.6", deprecated: "3.8", removed: "3.12", removal: "3.11" }),
      [],
    );
    assert.deepEqual(saidOf({ added: "3.9.2", micros: ["3.6.13", "3.8.8"] }), []);
    assert.deepEqual(saidOf({ added: "3.4", absent: ["3.7-3.10"] }), []);
    assert.deepEqual(saidOf({ added: "3.4", absent: ["3.4"] }), []);
    assert.deepEqual(saidOf({ seen: "3.4", added: "3.11", absent: ["3.7-3.10"] }), []);
    assert.deepEqual(saidOf({ added: "3.4", absent: ["3.4"] }), []);
    assert.deepEqual(saidOf({ deprecated: "3.12", removal: "3.18" }), []);
    assert.deepEqual(saidOf({ deprecated: "3.12", removed: "3.12" }), []);
  });

  it("is silent on what nobody knows", () => {
    assert.deepEqual(saidOf({ added: "unknown", deprecated: "3.2", removed: "3.3" }), []);
  });

  it("flags versions out of their order", () => {
    assert.deepEqual(saidOf({ added: "3.8", deprecated: "3.7" }), [
      "m.f is deprecated in 3.7, before it is added.",
    ]);
    assert.deepEqual(saidOf({ added: "3.8", removed: "3.8" }), [
      "m.f is removed in 3.8, no later than it is added.",
    ]);
    assert.deepEqual(saidOf({ removed: "3.0" }), ["m.f is removed in 3.0, no later than it is added."]);
    assert.deepEqual(saidOf({ deprecated: "3.9", removed: "3.8" }), [
      "m.f is removed in 3.8, before it is deprecated.",
    ]);
    assert.deepEqual(saidOf({ deprecated: "3.9", removal: "3.8" }), [
      "m.f is to go in 3.8, before it is deprecated.",
    ]);
    assert.deepEqual(saidOf({ added: "3.8", seen: "3.8" }), [
      "m.f is seen in 3.8, no earlier than it is added.",
    ]);
  });

  it("compares numbers, not texts", () => {
    assert.deepEqual(saidOf({ added: "3.9", deprecated: "3.10" }), []);
    assert.equal(saidOf({ added: "3.10", deprecated: "3.9" }).length, 1);
  });

  it("flags versions that the catalogue does not reach", () => {
    assert.deepEqual(saidOf({ added: "3.16" }), [
      "m.f has the version 3.16, which the catalogue does not reach.",
    ]);
  });

  it("flags micros of its own minor and absences outside its life", () => {
    assert.deepEqual(saidOf({ added: "3.7", micros: ["3.7.4"] }), [
      "m.f came with 3.7.4, no minor older than that of its arrival.",
    ]);
    assert.deepEqual(saidOf({ added: "3.7", absent: ["3.5-3.6"] }), [
      "m.f: 3.5-3.6 is not between arrival and removal.",
    ]);
    assert.deepEqual(saidOf({ added: "3.4", absent: ["3.10-3.7"] }), [
      "m.f: the range 3.10-3.7 runs backwards.",
    ]);
  });

  it("flags changes and parameters that are older than what they belong to", () => {
    const changes = [{ version: "3.6", kind: "default" as const, summary: "" }];
    assert.deepEqual(saidOf({ added: "3.7", changes }), ["m.f changes in 3.6, before it is added."]);
    assert.deepEqual(saidOf({ added: "3.7", parameters: { a: { added: "3.6" } } }), [
      "m.f(a) is added in 3.6, before what takes it.",
    ]);
    assert.deepEqual(saidOf({ parameters: { a: { added: "3.8", removed: "3.7" } } }), [
      "m.f(a) is removed in 3.7, no later than it is added.",
    ]);
  });

  it("warns when something is deprecated in the release that adds it", () => {
    assert.deepEqual(saidOf({ added: "3.7", deprecated: "3.7" }), [
      "warning: m.f is deprecated in the release that adds it.",
    ]);
  });

  it("judges what both files say together", () => {
    const generated = { m: { f: { added: "3.8" } } };
    assert.equal(
      problemsOf(versionsRule, { generated, authored: { m: { f: { deprecated: "3.7" } } } }).length,
      1,
    );
    assert.deepEqual(
      problemsOf(versionsRule, { generated, authored: { m: { f: { deprecated: "3.7", added: "3.6" } } } }),
      [],
    );
  });
});

describe("lint rule existence", () => {
  it("is silent on whatever some Python 3 has", () => {
    const generated = {
      m: { C: { kind: "class", added: "3.5", removed: "3.9" }, "C.f": { kind: "method", added: "3.8" } },
    } as const;
    assert.deepEqual(problemsOf(existenceRule, { generated }), []);
  });

  it("is silent on another name of an entry that is gone", () => {
    const generated = { m: { f: { kind: "function" }, g: { alias: "m.f" } } } as const;
    assert.deepEqual(problemsOf(existenceRule, { generated }), []);
  });

  it("flags members and parameters that are newer than the end of their owner", () => {
    const generated = {
      m: {
        C: { kind: "class", removed: "3.7" },
        "C.f": { kind: "method", added: "3.8" },
        g: { kind: "function", removed: "3.2", parameters: { a: { added: "3.2" } } },
      },
    } as const;
    assert.deepEqual(problemsOf(existenceRule, { generated }), [
      "No Python 3 would have m.C.f.",
      "No Python 3 would have m.g(a).",
    ]);
  });
});
