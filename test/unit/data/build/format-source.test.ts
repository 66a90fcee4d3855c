import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { formatModuleSource, formatTable } from "../../../../data/build/format-source";
import type { ModuleSource } from "../../../../data/format";
import { anyModule } from "../arbitrary-sources";

describe("formatModuleSource", () => {
  it("writes one entry a line, everything in its order", () => {
    const source: ModuleSource = {
      module: "m",
      entries: {
        run: {
          summary: "Runs — at once.",
          parameters: { b: { summary: "B.", added: "3.8" }, a: {} },
          changes: [
            { summary: "Later.", kind: "default", version: "3.10" },
            { version: "3.9", kind: "accepts", summary: "Earlier." },
          ],
          kind: "function",
          platforms: ["unix", "windows"],
        },
        "": { kind: "module" },
      },
    };
    assert.equal(
      formatModuleSource(source),
      `{
  "module": "m",
  "entries": {
    "": {"kind": "module"},
    "run": {"kind": "function", "platforms": ["unix", "windows"], "parameters": {"a": {}, "b": {"added": "3.8", "summary": "B."}}, "changes": [{"version": "3.9", "kind": "accepts", "summary": "Earlier."}, {"version": "3.10", "kind": "default", "summary": "Later."}], "summary": "Runs — at once."}
  }
}
`,
    );
  });

  it("writes an empty file", () => {
    assert.equal(
      formatModuleSource({ module: "m", entries: {} }),
      '{\n  "module": "m",\n  "entries": {}\n}\n',
    );
  });

  it("keeps null and members that it does not know", () => {
    const source = {
      module: "m",
      entries: { f: { gadget: { b: [1], a: null }, kind: null, changes: null } },
    };
    const line = '"f": {"kind": null, "changes": null, "gadget": {"b": [1], "a": null}}';
    assert.ok(formatModuleSource(source as unknown as ModuleSource).includes(line));
  });

  it("reads back as the same source, apart from order, and is stable", () => {
    fc.assert(
      fc.property(anyModule, (source) => {
        const text = formatModuleSource(source);
        const read = JSON.parse(text) as ModuleSource;
        const count = Object.keys(source.entries).length;
        assert.equal(formatModuleSource(read), text);
        assert.equal(text.trimEnd().split("\n").length, count === 0 ? 4 : count + 5);
        assert.deepEqual(withSortedChanges(read), withSortedChanges(source));
      }),
      { numRuns: 100 },
    );
  });
});

describe("formatTable", () => {
  it("writes one pair a line, sorted", () => {
    assert.equal(formatTable({ b: "y", a: "x" }), '{\n  "a": "x",\n  "b": "y"\n}\n');
    assert.equal(formatTable({}), "{}\n");
  });
});

/** The order of changes is the only order of values that writing may alter. */
function withSortedChanges(source: ModuleSource): unknown {
  const entries = Object.entries(source.entries).map(([key, entry]) => {
    const changes = entry.changes?.map((change) => JSON.stringify(Object.entries(change).sort())).sort();
    return [key, { ...entry, changes }] as const;
  });
  return { module: source.module, entries: Object.fromEntries(entries) };
}
