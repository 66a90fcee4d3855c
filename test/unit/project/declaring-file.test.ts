import assert from "node:assert/strict";
import { isDeclaringFile, projectFolderOf, WATCHED_FILES } from "../../../server/src/project";
import { DECLARING_FILES } from "../../../server/src/protocol";

describe("the files that declare Pythons", () => {
  it("are known to the client by the same patterns", () => {
    assert.deepEqual([...DECLARING_FILES].sort(), [...WATCHED_FILES].sort());
  });

  it("speak for the folder that they lie in, or are made for", () => {
    for (const [file, folder] of [
      ["/a/b/pyproject.toml", "/a/b"],
      ["/pyproject.toml", "/"],
      ["/a/.github/workflows/ci.yml", "/a"],
      ["/a/x.egg-info/PKG-INFO", "/a"],
      ["/a/recipe/meta.yaml", "/a"],
      ["vscode-vfs://github/owner/repo/tox.ini", "vscode-vfs://github/owner/repo"],
      ["file:///a%20b/setup.py", "file:///a%20b"],
    ] as const) {
      assert.equal(projectFolderOf(file), folder);
    }
    for (const file of ["/a/pyproject.toml.bak", "/a/my-tox.ini", "/a/ci.yml", "/a/x.py"]) {
      assert.ok(!isDeclaringFile(file), file);
    }
  });
});
