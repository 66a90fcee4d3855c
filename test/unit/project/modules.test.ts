import assert from "node:assert/strict";
import type { ModuleRequest } from "../../../server/src/engine/analysis";
import { createModuleFinder, type ModuleFiles } from "../../../server/src/project";

const FILES = [
  "/home/stray.py",
  "/home/me/pyproject.toml",
  "/home/me/setup_helpers.py",
  "/home/me/typing.py",
  "/home/me/sys.py",
  "/home/me/src/app/__init__.py",
  "/home/me/src/app/main.py",
  "/home/me/src/app/json.py",
  "/home/me/src/app/inner/__init__.py",
  "/home/me/src/app/inner/deep.py",
  "/home/me/src/app/fast.pyi",
  "/home/me/src/app/both.py",
  "/home/me/src/app/both.pyi",
  "/home/me/src/app/twice.py",
  "/home/me/src/app/twice/__init__.py",
  "/home/me/src/space/part.py",
  "/home/me/tests/helpers.py",
  "/home/me/tests/test_app.py",
  "/home/me/tests/json.py",
  "/home/me/tests/calendar/notes.py",
];

/** Files as a host has them; outside of `/home/me` nothing may be asked for but where the project begins. */
function hostFiles(paths: readonly string[] = FILES): ModuleFiles & { readonly read: string[] } {
  const read: string[] = [];
  return {
    read,
    names(folder) {
      const start = `${folder}/`;
      const below = paths.filter((path) => path.startsWith(start));
      return below.length === 0
        ? undefined
        : new Set(below.map((path) => path.slice(start.length).split("/")[0]));
    },
    text(path) {
      read.push(path);
      return paths.includes(path) ? `# ${path}\n` : undefined;
    },
  };
}

const MAIN = "/home/me/src/app/main.py";
const DEEP = "/home/me/src/app/inner/deep.py";
const TEST = "/home/me/tests/test_app.py";

function find(from: string, name: string, request: Partial<ModuleRequest> = {}, files = hostFiles()) {
  const level = /^\.*/.exec(name)![0].length;
  const finder = createModuleFinder(files, () => undefined);
  return finder.find({ from, level, name: name.slice(level), isLibrary: false, ...request });
}

function whereIs(from: string, name: string, request: Partial<ModuleRequest> = {}): string | undefined {
  return find(from, name, request)?.uri;
}

describe("finding modules", () => {
  it("goes on above a setup.py that is a module of a package", () => {
    const paths = ["/p/a/__init__.py", "/p/a/b/__init__.py", "/p/a/b/setup.py", "/p/a/c.py"];
    const files = hostFiles(paths);
    assert.equal(find("/p/a/b/setup.py", "a.c", {}, files)?.uri, "/p/a/c.py");
    const alone = hostFiles(paths.filter((path) => path !== "/p/a/__init__.py"));
    assert.equal(find("/p/a/b/setup.py", "c", {}, alone), undefined);
  });

  it("goes from the file for relative imports", () => {
    assert.equal(whereIs(MAIN, "."), "/home/me/src/app/__init__.py");
    assert.equal(whereIs(MAIN, ".json"), "/home/me/src/app/json.py");
    assert.equal(whereIs(MAIN, ".inner.deep"), DEEP);
    assert.equal(whereIs(DEEP, "..json"), "/home/me/src/app/json.py");
    assert.equal(whereIs(DEEP, "."), "/home/me/src/app/inner/__init__.py");
    assert.equal(whereIs("/home/me/src/app/inner/__init__.py", ".deep"), DEEP);
  });

  it("begins above the outermost package for absolute ones", () => {
    assert.equal(whereIs(DEEP, "app.json"), "/home/me/src/app/json.py");
    assert.equal(whereIs(DEEP, "json"), undefined);
  });

  it("looks in the source folders of the project", () => {
    assert.equal(whereIs(TEST, "app.main"), MAIN);
    assert.equal(whereIs(TEST, "setup_helpers"), "/home/me/setup_helpers.py");
    assert.equal(whereIs(MAIN, "tests.helpers"), "/home/me/tests/helpers.py");
  });

  it("finds what lies beside a script", () => {
    assert.equal(whereIs(TEST, "helpers"), "/home/me/tests/helpers.py");
  });

  it("takes a package before a module, and a file before its stub", () => {
    assert.equal(whereIs(MAIN, ".twice"), "/home/me/src/app/twice/__init__.py");
    assert.equal(whereIs(MAIN, ".fast"), "/home/me/src/app/fast.pyi");
    assert.deepEqual(find(MAIN, ".both"), {
      uri: "/home/me/src/app/both.py",
      text: "# /home/me/src/app/both.py\n",
      stub: { uri: "/home/me/src/app/both.pyi", text: "# /home/me/src/app/both.pyi\n" },
    });
  });

  it("takes a folder for a package where there is no other", () => {
    assert.deepEqual(find(MAIN, "space"), { uri: "/home/me/src/space", text: "" });
    assert.equal(whereIs(MAIN, "space.part"), "/home/me/src/space/part.py");
  });

  it("lets only what Python finds first stand before the library", () => {
    assert.equal(whereIs(TEST, "json", { isLibrary: true }), "/home/me/tests/json.py");
    assert.equal(whereIs(MAIN, "json", { isLibrary: true }), undefined);
    assert.equal(whereIs(MAIN, "typing", { isLibrary: true }), undefined);
    assert.equal(whereIs("/home/me/setup_helpers.py", "typing", { isLibrary: true }), "/home/me/typing.py");
  });

  it("lets no folder without a module stand before the library, and nothing before what is loaded first", () => {
    assert.equal(whereIs(TEST, "calendar", { isLibrary: true }), undefined);
    assert.equal(whereIs("/home/me/setup_helpers.py", "sys", { isLibrary: true }), undefined);
  });

  it("reads nothing outside of the project", () => {
    const files = hostFiles();
    assert.equal(find(TEST, "stray", {}, files), undefined);
    assert.equal(find(MAIN, "....stray", {}, files), undefined);
    assert.deepEqual(files.read, []);
  });

  it("reads nothing outside of the limit", () => {
    const finder = createModuleFinder(hostFiles(), () => "/home/me/tests");
    const request = { from: TEST, level: 0, isLibrary: false };
    assert.equal(finder.find({ ...request, name: "helpers" })?.uri, "/home/me/tests/helpers.py");
    assert.equal(finder.find({ ...request, name: "app" }), undefined);
    assert.equal(finder.find({ ...request, name: "setup_helpers" }), undefined);
  });

  it("sees of the folder around a project that is a package only the project", () => {
    const files = hostFiles(["/w/app/.git", "/w/app/__init__.py", "/w/app/a.py", "/w/other.py"]);
    assert.equal(find("/w/app/a.py", "app.a", {}, files)?.uri, "/w/app/a.py");
    assert.equal(find("/w/app/a.py", "other", {}, files), undefined);
  });

  it("knows nothing of files that lie nowhere", () => {
    assert.equal(whereIs("untitled:Untitled-1", "helpers"), undefined);
  });
});
