import assert from "node:assert/strict";
import { pageLink } from "../../../server/src/lsp/page-links";

const FOLDERS = ["file:///work/app", "file:///work/library"];

describe("links of pages", () => {
  it("lead from the first folder of the workspace", () => {
    assert.equal(pageLink("file:///work/app/src/main%20file.py", FOLDERS, 12), "/src/main%20file.py#L12");
    assert.equal(pageLink("file:///work/app/main.py", ["file:///work/app/"]), "/main.py");
  });

  it("lead out of it to another folder", () => {
    assert.equal(pageLink("file:///work/library/code.py", FOLDERS, 3), "/../library/code.py#L3");
  });

  it("stay addresses where the workspace is elsewhere, or there is none", () => {
    assert.equal(pageLink("memfs://host/code.py", FOLDERS, 3), "memfs://host/code.py#L3");
    assert.equal(pageLink("file:///code.py", []), "file:///code.py");
  });
});
