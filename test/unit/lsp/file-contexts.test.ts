import assert from "node:assert/strict";
import { FileContexts, type FileContext } from "../../../server/src/lsp/file-contexts";
import { DEFAULT_SETTINGS } from "../../../server/src/protocol";

const URI = "file:///app.py";

function contextWith(ignore: string[]): FileContext {
  const settings = DEFAULT_SETTINGS;
  return {
    settings,
    target: undefined,
    originUri: undefined,
    ignore,
    packages: [],
    backportStyle: "version",
    excluded: false,
    problems: [],
  };
}

describe("FileContexts", () => {
  it("finds a context once, until it is dropped", async () => {
    let finds = 0;
    const contexts = new FileContexts(async () => contextWith([String(finds++)]));
    assert.equal(await contexts.of(URI), await contexts.of(URI));
    assert.equal(finds, 1);
    contexts.drop();
    assert.deepEqual((await contexts.of(URI)).ignore, ["1"]);
  });

  it("gives the same object again when nothing turns out to have changed", async () => {
    const contexts = new FileContexts(async () => contextWith(["deprecated"]));
    const first = await contexts.of(URI);
    contexts.drop();
    assert.equal(await contexts.of(URI), first);
  });

  it("never gives what was dropped while it was being found", async () => {
    const finds: ((context: FileContext) => void)[] = [];
    const contexts = new FileContexts(() => new Promise((resolve) => finds.push(resolve)));
    const asked = contexts.of(URI);
    contexts.drop();
    finds[0](contextWith(["old"]));
    while (finds.length < 2) await Promise.resolve();
    finds[1](contextWith(["new"]));
    assert.deepEqual((await asked).ignore, ["new"]);
  });

  it("tells a failure, and tries again when asked again", async () => {
    let fails = true;
    const contexts = new FileContexts(async () => {
      if (fails) throw new Error("no");
      return contextWith([]);
    });
    await assert.rejects(contexts.of(URI), /no/);
    fails = false;
    assert.deepEqual((await contexts.of(URI)).ignore, []);
  });

  it("reconsiders one file alone", async () => {
    const found: string[] = [];
    const contexts = new FileContexts(async (uri) => {
      found.push(uri);
      return contextWith([]);
    });
    await contexts.of(URI);
    await contexts.of("file:///other.py");
    contexts.reconsider(URI);
    await contexts.of(URI);
    await contexts.of("file:///other.py");
    assert.deepEqual(found, [URI, "file:///other.py", URI]);
  });
});
