import assert from "node:assert/strict";
import { fileOf, liesIn } from "../../../server/src/lsp/uris";

describe("fileOf", () => {
  const CASES: Readonly<Record<string, string | undefined>> = {
    "file:///project/app.py": "file:///project/app.py",
    "file:///my project/app.py": "file:///my%20project/app.py",
    "file:///c:/project/app.py": "file:///c%3A/project/app.py",
    "file:///c%3A/project/app.py": "file:///c%3A/project/app.py",
    "file:///project/": "file:///project",
    "memory:///": "memory:///",
    "vscode-vfs://github/": "vscode-vfs://github/",
    "vscode-vfs://github/owner/repo/a.py": "vscode-vfs://github/owner/repo/a.py",
    "git:/project/app.py?ref=HEAD": "file:///project/app.py",
    "vscode-notebook-cell:/project/work.ipynb#W0sZmlsZQ%3D%3D": "file:///project/work.ipynb",
    "vscode-notebook-cell://github/o/r/work.ipynb#W1sdnNjb2RlLXZmcw%3D%3D":
      "vscode-vfs://github/o/r/work.ipynb",
    "vscode-notebook-cell:/project/work.ipynb#ch0000001": "file:///project/work.ipynb",
    "untitled:Untitled-1": undefined,
    "untitled:/project/new.py": undefined,
    "not a uri": undefined,
  };
  for (const [uri, file] of Object.entries(CASES)) {
    it(`takes ${uri} for ${file ?? "nothing on a disk"}`, () => assert.equal(fileOf(uri), file));
  }

  it("keeps a stray percent sign", () => {
    assert.equal(fileOf("file:///100%/a.py"), "file:///100%25/a.py");
  });
});

describe("liesIn", () => {
  it("does not take a name for a folder that it only begins like", () => {
    assert.equal(liesIn("file:///project/a.py", "file:///project"), true);
    assert.equal(liesIn("file:///project-b/a.py", "file:///project"), false);
    assert.equal(liesIn("file:///project", "file:///project"), true);
  });
});
