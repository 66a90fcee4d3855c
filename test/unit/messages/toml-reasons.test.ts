import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { tomlReason } from "../../../server/src/messages/german/toml-reasons";
import { isTomlProblem, readToml } from "../../../server/src/project/toml";

const PARSER = path.dirname(require.resolve("smol-toml"));

describe("tomlReason", () => {
  it("has German words for everything that the parser says", () => {
    const said = readdirSync(PARSER)
      .filter((name) => name.endsWith(".js"))
      .flatMap((name) => [
        ...readFileSync(path.join(PARSER, name), "utf8").matchAll(/TomlError\.x\(([^;]*);/g),
      ])
      .flatMap(([, call]) => [...call.matchAll(/(['`])([a-z][^'`$]{6,})\1/g)].map(([, , text]) => text));
    assert.ok(said.length > 20, "the parser's words are found where they stand");
    assert.deepEqual(
      said.filter((text) => tomlReason(text) === text),
      [],
    );
  });

  it("speaks of what was read", () => {
    for (const text of [
      "a = 01",
      "a = ",
      "a = [1,",
      'a = "x',
      "a = 1\na = 2",
      "[a",
      "a = 1 2",
      "a = 2020-13-01",
    ]) {
      const reading = readToml(text);
      assert.ok(isTomlProblem(reading) && reading.problem.kind === "invalid-toml", text);
      const { reason } = reading.problem;
      assert.ok(reason !== undefined && tomlReason(reason) !== reason, `${text}: ${reason}`);
    }
  });
});
