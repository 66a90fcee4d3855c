import assert from "node:assert/strict";
import { WorkspaceModules } from "../../../server/src/lsp/workspace-modules";

const ROOT = "file:///w";
const APP = `${ROOT}/app.py`;

/** The modules of a workspace whose files a test writes down; counts what is read. */
function setUp(texts: Record<string, string>) {
  const files = new Map(Object.entries(texts));
  const open = new Map<string, string>();
  const reads: string[] = [];
  const modules = new WorkspaceModules({
    read(uri) {
      reads.push(uri);
      return Promise.resolve(files.get(uri));
    },
    list(folder) {
      const below = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
      const names = below.map((path) => path.slice(folder.length + 1).split("/")[0]);
      return Promise.resolve(names.length > 0 ? [...new Set(names)] : undefined);
    },
    openText: (uri) => open.get(uri),
    folderOf: (uri) => (uri === ROOT || uri.startsWith(`${ROOT}/`) ? ROOT : undefined),
  });
  const find = (from: string, name: string): string | undefined =>
    modules.find({ from, level: 0, name, isLibrary: false })?.text;
  /** Asks until everything is at hand. */
  const settle = async (from: string, name: string): Promise<string | undefined> => {
    for (;;) {
      const text = find(from, name);
      if (!modules.isWaiting) return text;
      await modules.load();
    }
  };
  return { modules, files, open, reads, find, settle };
}

describe("the modules of a workspace", () => {
  it("are unknown until they were read, and then other answers are promised", async () => {
    const { modules, find, settle } = setUp({ [APP]: "", [`${ROOT}/a.py`]: "A = 1\n" });
    const { version } = modules;
    assert.equal(find(APP, "a"), undefined);
    assert.ok(modules.isWaiting);
    assert.equal(await settle(APP, "a"), "A = 1\n");
    assert.notEqual(modules.version, version);
    assert.ok(modules.changedSince(APP, version));
    assert.ok(!modules.changedSince(APP, modules.version));
  });

  it("are read once, until something says that they changed", async () => {
    const { modules, files, reads, settle } = setUp({ [APP]: "", [`${ROOT}/a.py`]: "A = 1\n" });
    await settle(APP, "a");
    await settle(APP, "a");
    assert.deepEqual(reads, [`${ROOT}/a.py`]);
    files.set(`${ROOT}/a.py`, "A = 2\n");
    assert.equal(await settle(APP, "a"), "A = 1\n");
    modules.invalidate([`${ROOT}/a.py`]);
    assert.equal(await settle(APP, "a"), "A = 2\n");
  });

  it("are what the editor shows of them while they are open", async () => {
    const { modules, open, settle } = setUp({ [APP]: "", [`${ROOT}/a.py`]: "A = 1\n" });
    await settle(APP, "a");
    open.set(`${ROOT}/a.py`, "A = 3\n");
    modules.opened(`${ROOT}/a.py`);
    assert.ok(modules.documentChanged(`${ROOT}/a.py`));
    assert.equal(await settle(APP, "a"), "A = 3\n");
    open.delete(`${ROOT}/a.py`);
    modules.closed(`${ROOT}/a.py`);
    assert.equal(await settle(APP, "a"), "A = 1\n");
  });

  it("know who depends on whom, through others too", async () => {
    const { modules, settle } = setUp({ [APP]: "", [`${ROOT}/a.py`]: "import b\n", [`${ROOT}/b.py`]: "" });
    await settle(APP, "a");
    await settle(`${ROOT}/a.py`, "b");
    assert.ok(modules.dependsOn(APP, `${ROOT}/b.py`));
    assert.ok(!modules.dependsOn(`${ROOT}/b.py`, APP));
    assert.ok(!modules.documentChanged(APP));
    const { version } = modules;
    assert.ok(modules.documentChanged(`${ROOT}/b.py`));
    assert.ok(modules.changedSince(APP, version));
    assert.ok(!modules.changedSince(`${ROOT}/b.py`, version));
  });

  it("find nothing, and read nothing, for files outside of the workspace", async () => {
    const { reads, settle } = setUp({ "file:///other/app.py": "", "file:///other/a.py": "" });
    assert.equal(await settle("file:///other/app.py", "a"), undefined);
    assert.equal(await settle("untitled:Untitled-1", "a"), undefined);
    assert.deepEqual(reads, []);
  });

  it("do without what cannot be read", async () => {
    const { files, settle } = setUp({ [APP]: "", [`${ROOT}/a.py`]: "A = 1\n" });
    files.set(`${ROOT}/b.py`, "x".repeat(2 << 20));
    assert.equal(await settle(APP, "b"), undefined);
    assert.equal(await settle(APP, "a"), "A = 1\n");
  });
});
