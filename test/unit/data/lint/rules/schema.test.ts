import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { schemaRule } from "../../../../../data/lint/rules/schema";
import { problemsOf } from "../problems-of";

describe("lint rule schema", () => {
  it("is silent on what the format allows", () => {
    const entry = {
      kind: "function",
      added: "3.7.2",
      parameters: { a: { added: "unknown" } },
      evidence: ["docs"],
    } as const;
    assert.deepEqual(
      problemsOf(schemaRule, { generated: { "os.path": { "": { kind: "module" }, f: entry } } }),
      [],
    );
    assert.deepEqual(
      problemsOf(schemaRule, { authored: { m: { f: { added: null, changes: null, reason: "Why." } } } }),
      [],
    );
  });

  it("flags a member that the format does not know", () => {
    const [problem, ...rest] = problemsOf(schemaRule, { authored: { m: { f: { since: "3.7" } as object } } });
    assert.match(problem, /^entries\/f must NOT have additional properties \(since\)\.$/);
    assert.deepEqual(rest, []);
  });

  it("flags a version, a category and a kind that are none", () => {
    for (const entry of [
      { added: "3.07" },
      { added: "2.7" },
      { removed: "unknown" },
      { removal: "3.17.1" },
    ]) {
      assert.equal(
        problemsOf(schemaRule, { authored: { m: { f: entry } } }).length,
        1,
        JSON.stringify(entry),
      );
    }
    assert.notDeepEqual(problemsOf(schemaRule, { authored: { m: { f: { category: "things" } } } }), []);
    assert.notDeepEqual(problemsOf(schemaRule, { authored: { m: { f: { kind: "parameter" } } } }), []);
  });

  it("flags what may not stand beside an alias", () => {
    assert.deepEqual(
      problemsOf(schemaRule, { authored: { m: { f: { alias: "n.g", removed: "3.10" } } } }),
      [],
    );
    assert.notDeepEqual(
      problemsOf(schemaRule, { authored: { m: { f: { alias: "n.g", signature: "()" } } } }),
      [],
    );
  });
});
