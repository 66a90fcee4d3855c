import assert from "node:assert/strict";
import { isWithin, matchesGlob, parentOf, relativePath } from "../../../server/src/project";

describe("parentOf", () => {
  it("steps up to the root and no further", () => {
    const steps = (path: string): string[] => {
      const found: string[] = [];
      for (let at = parentOf(path); at !== undefined; at = parentOf(at)) found.push(at);
      return found;
    };
    assert.deepEqual(steps("/a/b/c.py"), ["/a/b", "/a", "/"]);
    assert.deepEqual(steps("C:/a/c.py"), ["C:/a", "C:/"]);
    assert.deepEqual(steps("file:///a/c.py"), ["file:///a", "file:///"]);
    assert.deepEqual(steps("vscode-vfs://github/o/c.py"), ["vscode-vfs://github/o", "vscode-vfs://github/"]);
    assert.deepEqual(steps("//server/share/a/c.py"), ["//server/share/a", "//server/share/"]);
  });
});

describe("relativePath", () => {
  it("writes a path as seen from a folder", () => {
    assert.equal(relativePath("/p/src/a.py", "/p"), "src/a.py");
    assert.equal(relativePath("/p/a.py", "/p/src/b"), "../../a.py");
    assert.equal(relativePath("/p", "/p"), ".");
    assert.equal(relativePath("/a.py", "/"), "a.py");
    assert.equal(relativePath("D:/a.py", "C:/p"), "D:/a.py");
    assert.equal(relativePath("file:///p/a%20b.py", "file:///p"), "a b.py");
  });
});

describe("isWithin", () => {
  it("compares whole names", () => {
    assert.equal(isWithin("/p/a.py", "/p"), true);
    assert.equal(isWithin("/pa/a.py", "/p"), false);
    assert.equal(isWithin("/p", "/"), true);
  });
});

describe("matchesGlob", () => {
  it("matches a name at any depth, and everything in a folder of that name", () => {
    assert.equal(matchesGlob("build", "a/build/x.py"), true);
    assert.equal(matchesGlob("*.pyi", "a/b.pyi"), true);
    assert.equal(matchesGlob("buil", "build/x.py"), false);
  });

  it("counts from the folder where the pattern has a slash", () => {
    assert.equal(matchesGlob("src/*.py", "src/a.py"), true);
    assert.equal(matchesGlob("src/*.py", "src/b/a.py"), false);
    assert.equal(matchesGlob("src/**/*.py", "src/b/c/a.py"), true);
    assert.equal(matchesGlob("**/gen/*", "a/b/gen/x.py"), true);
    assert.equal(matchesGlob("docs/", "docs/conf.py"), true);
    assert.equal(matchesGlob("/setup.py", "setup.py"), true);
    assert.equal(matchesGlob("/setup.py", "a/setup.py"), false);
    assert.equal(matchesGlob("./a/b.py", "a/b.py"), true);
  });

  it("matches names with a dot, and nothing outside of its folder", () => {
    assert.equal(matchesGlob("*", ".hidden.py"), true);
    assert.equal(matchesGlob("*.py", "../a.py"), false);
  });
});
