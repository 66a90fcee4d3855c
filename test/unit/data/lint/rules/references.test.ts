import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compilesRule } from "../../../../../data/lint/rules/compiles";
import { referencesRule } from "../../../../../data/lint/rules/references";
import { uniqueIdsRule } from "../../../../../data/lint/rules/unique-ids";
import { problemsOf } from "../problems-of";

const target = { n: { g: { kind: "function" } } } as const;

describe("lint rule compiles", () => {
  it("is silent when aliases lead somewhere", () => {
    assert.deepEqual(problemsOf(compilesRule, { generated: { ...target, m: { f: { alias: "n.g" } } } }), []);
  });

  it("flags aliases in a circle, through aliases.json as well", () => {
    const circle = { generated: { m: { a: { alias: "m.b" }, b: { alias: "m.a" } } } };
    assert.deepEqual(problemsOf(compilesRule, circle), ["The aliases m.a -> m.b -> m.a form a circle."]);
    const far = { generated: { m: { a: { alias: "spelt" } } }, aliases: { spelt: "m.a" } };
    assert.equal(problemsOf(compilesRule, far).length, 1);
    assert.deepEqual(problemsOf(referencesRule, circle), [], "what needs the compiled catalogue is silent");
  });
});

describe("lint rule references", () => {
  it("is silent when targets are entries, inherited members and builtins included", () => {
    const generated = {
      builtins: { print: { kind: "function" } },
      m: {
        Base: { kind: "class" },
        "Base.f": { kind: "method" },
        Derived: { kind: "class", bases: ["m.Base"] },
        g: { alias: "m.Derived.f" },
        old: { kind: "function", replacement: "print" },
      },
    } as const;
    assert.deepEqual(problemsOf(referencesRule, { generated, aliases: { spelt: "m.Base.f" } }), []);
  });

  it("is silent when the replacement is the package that the backport names", () => {
    const entry = {
      kind: "module",
      replacement: "packaging",
      backport: { package: "packaging", module: "packaging" },
    } as const;
    assert.deepEqual(problemsOf(referencesRule, { authored: { distutils: { "": entry } } }), []);
  });

  it("flags targets that are no entry", () => {
    const generated = {
      m: { a: { alias: "n.gone" }, b: { replacement: "n.gone" }, c: { replacement: "m.c" } },
    };
    assert.deepEqual(problemsOf(referencesRule, { generated, aliases: { spelt: "n.gone" } }), [
      "m.a is said to be another name of n.gone, which is no entry.",
      "m.b is said to be replaced by n.gone, which is no entry.",
      "m.c is said to be replaced by itself.",
      "spelt is said to be another name of n.gone, which is no entry.",
    ]);
  });
});

describe("lint rule unique-ids", () => {
  it("is silent when an authored file speaks of a generated entry", () => {
    assert.deepEqual(
      problemsOf(uniqueIdsRule, { generated: target, authored: { n: { g: { summary: "Goes." } } } }),
      [],
    );
  });

  it("flags an id that two modules make, and an alias that is an entry", () => {
    const generated = { os: { path: {} }, "os.path": { "": {} } };
    assert.deepEqual(problemsOf(uniqueIdsRule, { generated, aliases: { os: "m" } }), [
      'os.path is already an entry of "os".',
    ]);
    assert.deepEqual(problemsOf(uniqueIdsRule, { generated: target, aliases: { "n.g": "m" } }), [
      "n.g is an entry, and an alias in aliases.json.",
    ]);
  });
});
