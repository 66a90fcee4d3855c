import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { FINDING_CODES } from "../../server/src/engine/findings";

const ROOT = path.resolve(__dirname, "../..");
const README = readFileSync(path.join(ROOT, "README.md"), "utf8");

/** What the first column of the README's tables names in code font, where it looks like `pattern`. */
function named(pattern: RegExp): string[] {
  const cells = [...README.matchAll(/^\| `([^`]+)`/gm)].map(([, text]) => text);
  return cells.filter((text) => pattern.test(text)).sort();
}

describe("the README", () => {
  it("has a row for every code of a finding", () => {
    assert.deepEqual(
      named(/^[a-z]+-[a-z-]+$|^(?:removed|deprecated|changed|modernise)$/),
      [...FINDING_CODES].sort(),
    );
  });

  it("has a row for every setting, with its default", () => {
    const { contributes } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as Manifest;
    const settings = Object.entries(contributes.configuration.properties).map(
      ([name, { default: value }]) => {
        return [name, value === "" ? "empty" : typeof value === "string" ? value : JSON.stringify(value)];
      },
    );
    const rows = [...README.matchAll(/^\| `(sinceWhen\.[\w.]+)` *\| `?([^`|]*?)`? *\|/gm)];
    assert.deepEqual(rows.map(([, name, value]) => [name, value]).sort(), settings.sort());
  });
});

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}
