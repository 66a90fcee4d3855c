import assert from "node:assert/strict";
import manifest from "../../../package.json";
import { DEFAULT_SETTINGS, SETTINGS_SECTION } from "../../../server/src/protocol";

interface Property {
  readonly default: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

const properties = Object.entries(manifest.contributes.configuration.properties) as [string, Property][];

describe("package.json", () => {
  it("offers every setting that the server reads, with the server's default", () => {
    const offered = new Map(properties.map(([key, property]) => [key, property.default]));
    for (const [key, value] of Object.entries(DEFAULT_SETTINGS)) {
      assert.deepEqual(offered.get(`${SETTINGS_SECTION}.${key}`), value, key);
    }
  });

  it("offers besides only what the client reads", () => {
    const forServer = Object.keys(DEFAULT_SETTINGS).map((key) => `${SETTINGS_SECTION}.${key}`);
    const others = properties.map(([key]) => key).filter((key) => !forServer.includes(key));
    assert.deepEqual(others, [
      "sinceWhen.workspaceDiagnostics",
      "sinceWhen.deferTo",
      "sinceWhen.useSelectedInterpreter",
      "sinceWhen.trace.server",
    ]);
  });

  it("describes each setting, gives it a scope, and keeps them in order", () => {
    for (const [key, { scope, markdownDescription, enum: values, enumDescriptions }] of properties) {
      assert.ok(markdownDescription, key);
      assert.ok(scope, key);
      assert.equal(enumDescriptions?.length, values?.length, key);
    }
    assert.deepEqual(
      properties.map(([, { order }]) => order),
      properties.map((_, index) => index + 1),
    );
  });

  it("activates on Python and where Pythons are declared, and works where nothing may run and where there is no disk", () => {
    assert.deepEqual(manifest.activationEvents, [
      "onLanguage:python",
      "workspaceContains:pyproject.toml",
      "workspaceContains:setup.cfg",
      "workspaceContains:setup.py",
    ]);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
    assert.ok(manifest.main && manifest.browser);
  });
});
