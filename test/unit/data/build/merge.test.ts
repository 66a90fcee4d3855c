import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { layOver } from "../../../../data/build/merge";
import type { AuthoredEntry, EntrySource, ModuleSource } from "../../../../data/format";

/** Lays one authored entry over a generated one. */
function merge(
  generated: EntrySource | undefined,
  authored: AuthoredEntry | undefined,
): EntrySource | undefined {
  const source = (entry: object | undefined) =>
    ({ module: "m", entries: entry ? { f: entry } : {} }) as ModuleSource;
  return layOver(source(generated), source(authored)).entries["f"];
}

describe("layOver", () => {
  it("keeps what only one of the two says", () => {
    assert.deepEqual(merge({ kind: "function", added: "3.5" }, undefined), {
      kind: "function",
      added: "3.5",
    });
    assert.deepEqual(merge(undefined, { kind: "function" }), { kind: "function", evidence: ["hand"] });
    assert.deepEqual(layOver({ module: "m", entries: {} }, undefined), { module: "m", entries: {} });
  });

  it("lets the authored value win, key by key", () => {
    const merged = merge(
      { kind: "function", added: "3.5", pep: 1, evidence: ["docs"] },
      { added: "3.6", reason: "Tried." },
    );
    assert.deepEqual(merged, {
      kind: "function",
      added: "3.6",
      pep: 1,
      reason: "Tried.",
      evidence: ["docs", "hand"],
    });
  });

  it("does not count words as evidence", () => {
    assert.deepEqual(
      merge({ kind: "function", evidence: ["docs"] }, { summary: "Does.", category: "numeric" })?.evidence,
      ["docs"],
    );
  });

  it("does not count a repeated fact as evidence", () => {
    const generated: EntrySource = {
      added: "3.8",
      evidence: ["docs"],
      changes: [{ version: "3.9", kind: "default", summary: "" }],
      parameters: { a: { added: "3.9", evidence: ["runtime"] } },
    };
    const repeated: AuthoredEntry = {
      added: "3.8",
      changes: [{ version: "3.9", kind: "default", summary: "Grew." }],
      parameters: { a: { added: "3.9", summary: "First." }, b: { summary: "Second." } },
    };
    const merged = merge(generated, repeated)!;
    assert.deepEqual(merged.evidence, ["docs"]);
    assert.deepEqual(merged.parameters?.["a"]?.evidence, ["runtime"]);
    assert.equal(merged.parameters?.["b"]?.evidence, undefined);
    assert.deepEqual(merge(generated, { parameters: { a: { removed: "3.12" } } })?.evidence, [
      "docs",
      "hand",
    ]);
  });

  it("erases with null and leaves out with omit", () => {
    assert.equal(
      merge({ deprecated: "3.8" }, { deprecated: null, reason: "Withdrawn." })?.deprecated,
      undefined,
    );
    assert.equal(
      merge({ changes: [{ version: "3.8", kind: "default", summary: "" }] }, { changes: null })?.changes,
      undefined,
    );
    assert.equal(merge({ kind: "function" }, { omit: true, reason: "No such thing." }), undefined);
  });

  it("lays parameters over by name and key", () => {
    const generated: EntrySource = { parameters: { a: { added: "3.5", seen: "3.4" }, b: { added: "3.6" } } };
    const authored: AuthoredEntry = {
      parameters: { a: { summary: "First." }, b: { omit: true }, c: { added: "3.7" } },
    };
    assert.deepEqual(merge(generated, authored)?.parameters, {
      a: { added: "3.5", seen: "3.4", summary: "First." },
      c: { added: "3.7", evidence: ["hand"] },
    });
  });

  it("lays changes over by version, kind and name, in the order of the versions", () => {
    const generated: EntrySource = {
      changes: [
        { version: "3.5", kind: "accepts", name: "a", summary: "" },
        { version: "3.9", kind: "default", name: "b", summary: "Old words." },
        { version: "3.10", kind: "result", summary: "Wrong." },
      ],
    };
    const authored: AuthoredEntry = {
      changes: [
        { version: "3.9", kind: "default", name: "b", summary: "New words." },
        { version: "3.10", kind: "result", summary: "", omit: true },
        { version: "3.6", kind: "behaviour", summary: "Waits." },
      ],
    };
    assert.deepEqual(merge(generated, authored)?.changes, [
      { version: "3.5", kind: "accepts", name: "a", summary: "" },
      { version: "3.6", kind: "behaviour", summary: "Waits." },
      { version: "3.9", kind: "default", name: "b", summary: "New words." },
    ]);
  });

  it("forgets that something was seen earlier when its arrival is corrected to then", () => {
    assert.equal(merge({ added: "3.8", seen: "3.6" }, { added: "3.6", reason: "Seen." })?.seen, undefined);
    assert.equal(merge({ added: "3.8", seen: "3.6" }, { added: "3.7", reason: "Said." })?.seen, "3.6");
  });

  it("lets an authored alias stand alone", () => {
    assert.deepEqual(merge({ kind: "class", added: "3.3" }, { alias: "n.g", removed: "3.10" }), {
      alias: "n.g",
      removed: "3.10",
      evidence: ["hand"],
    });
  });

  it("makes what people write about public, with the types that are known of it", () => {
    assert.deepEqual(
      merge(
        { alias: "m.g", internal: true, returns: "bool" },
        { kind: "method", added: "3.7", evidence: ["docs"] },
      ),
      { kind: "method", added: "3.7", returns: "bool", evidence: ["docs"] },
    );
  });

  it("puts entries in the order of their keys", () => {
    const merged = layOver(
      { module: "m", entries: { TaskGroup: {}, "Task.x": {}, "": {} } },
      { module: "m", entries: { Task: {}, "behaviour:b": {} } },
    );
    assert.deepEqual(Object.keys(merged.entries), ["", "Task", "Task.x", "TaskGroup", "behaviour:b"]);
  });
});
