import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { runCli } from "./run-cli";

const PROJECTS = path.resolve(__dirname, "../../fixtures/projects");

describe("the report on what each minimum would mean", function () {
  // Every example starts a process.
  this.timeout(60_000);

  for (const { name } of readdirSync(PROJECTS, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    it(`holds for the project ${name}`, () => {
      const folder = path.join(PROJECTS, name);
      const { out, err, status } = runCli(folder, ["min", "--explore", "--format", "markdown", "."]);
      assert.deepEqual([status, err], [0, ""]);
      assert.equal(out, readFileSync(path.join(folder, "report.md"), "utf8"));
    });
  }
});
