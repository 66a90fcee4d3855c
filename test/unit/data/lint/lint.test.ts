import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { CHANGE_KEYS, ENTRY_KEYS, PARAMETER_KEYS } from "../../../../data/build/format-source";
import { DATA_FOLDER, readSources } from "../../../../data/build/read-sources";
import { lintSources, RULES } from "../../../../data/lint/lint";
import { createContext } from "../../../../data/lint/rule";
import { calendarRule } from "../../../../data/lint/rules/calendar";
import schema from "../../../../data/schema/module.schema.json";
import { CATEGORIES } from "../../../../server/src/engine/catalogue/categories";
import { EVIDENCE, KINDS, PLATFORMS } from "../../../../server/src/engine/catalogue/index-format";
import { sourcesOf } from "../sources-of";

describe("lintSources", () => {
  it("says which rule found what, where", () => {
    const sources = sourcesOf({ authored: { m: { "": { kind: "module" }, f: { summary: "No stop" } } } });
    assert.deepEqual(lintSources(sources), [
      {
        rule: "summaries",
        path: "data/authored/m.json",
        line: 5,
        severity: "error",
        message: "m.f: the summary does not end with a full stop.",
      },
    ]);
  });

  it("asks no rule about facts while a file breaks the schema", () => {
    const sources = sourcesOf({
      authored: { m: { f: { parameters: "many" } as object, g: { summary: "No stop" } } },
    });
    assert.deepEqual(
      lintSources(sources).map((problem) => problem.rule),
      ["schema"],
    );
  });

  it("has rules of different names", () => {
    assert.equal(new Set(RULES.map((rule) => rule.name)).size, RULES.length);
  });

  it("finds the project's calendar in order and without a gap", () => {
    assert.deepEqual([...calendarRule.check(createContext({ ...readSources(DATA_FOLDER), files: [] }))], []);
  });
});

describe("module.schema.json", () => {
  const { entry, parameter, change, category, evidence } = schema.$defs;
  const withoutNull = (values: readonly (string | null)[]) => values.filter((value) => value !== null);

  it("has the members of the format", () => {
    assert.deepEqual(Object.keys(entry.properties), ENTRY_KEYS);
    assert.deepEqual(Object.keys(parameter.properties), PARAMETER_KEYS);
    assert.deepEqual(Object.keys(change.properties), CHANGE_KEYS);
  });

  it("has the words of the engine", () => {
    assert.deepEqual(withoutNull(category.enum), CATEGORIES);
    assert.deepEqual(
      withoutNull(entry.properties.kind.enum),
      KINDS.filter((kind) => kind !== "parameter"),
    );
    assert.deepEqual(entry.properties.platforms.items.enum, PLATFORMS);
    assert.deepEqual(evidence.items.enum, EVIDENCE);
  });
});
