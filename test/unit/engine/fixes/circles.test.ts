import assert from "node:assert/strict";
import type { ModuleSource } from "../../../../server/src/engine/analysis";
import { fixText } from "../../../../server/src/engine/fix-all";
import { createModuleFinder, isRangeProblem, parsePythonRange } from "../../../../server/src/project";
import { engineForTests } from "../../fixtures/engine-for-tests";

const QUIET = "try:\n    work()\nexcept KeyError:\n    pass\n";

/** Finds modules among texts, by their paths below `/p`; the library's own names lead nowhere. */
function modulesOf(files: Readonly<Record<string, string>>): ModuleSource {
  const paths = ["pyproject.toml", ...Object.keys(files)].map((path) => `/p/${path}`);
  const names = (folder: string): ReadonlySet<string> | undefined => {
    const inside = paths.filter((path) => path.startsWith(`${folder}/`));
    if (inside.length === 0) return undefined;
    return new Set(inside.map((path) => path.slice(folder.length + 1).split("/", 1)[0]));
  };
  const text = (path: string): string | undefined => files[path.slice("/p/".length)];
  const finder = createModuleFinder({ names, text }, () => "/p");
  return { version: 0, find: (request) => (request.isLibrary ? undefined : finder.find(request)) };
}

/** Fixes a file of a project; tells whether it imports `contextlib` then. */
async function imports(files: Readonly<Record<string, string>>, path: string): Promise<boolean> {
  const range = parsePythonRange(">=3.8");
  assert.ok(!isRangeProblem(range));
  const target = { range, origin: { path: "command line", key: "--target" } };
  const engine = await engineForTests();
  const request = {
    path: `/p/${path}`,
    target,
    ignore: [],
    safety: "safe",
    modules: modulesOf(files),
  } as const;
  const { text } = fixText(engine, files[path], request);
  assert.equal(text.includes("contextlib.suppress"), text.includes("import contextlib"));
  return text.includes("import contextlib");
}

describe("an import that a fix adds", () => {
  before(async function () {
    this.timeout(60_000);
    await engineForTests();
  });

  it("is there where nothing is in its way", async () => {
    assert.equal(await imports({ "app.py": QUIET }, "app.py"), true);
    assert.equal(await imports({ "contextlib.py": "import os\n", "app.py": QUIET }, "app.py"), true);
  });

  it("is refused where the module imports the file in turn", async () => {
    const back = { "contextlib.py": "import app\n", "app.py": QUIET };
    assert.equal(await imports(back, "app.py"), false);
    const far = { "contextlib.py": "from a import b\n", "a.py": "class A:\n    from pack.deep import x\n" };
    const files = {
      ...far,
      "pack/__init__.py": "",
      "pack/deep.py": "from . import app\n",
      "pack/app.py": QUIET,
    };
    assert.equal(await imports(files, "pack/app.py"), false);
  });

  it("is refused in a package that is imported on the way", async () => {
    const files = { "contextlib.py": "import pack.deep\n", "pack/__init__.py": QUIET, "pack/deep.py": "" };
    assert.equal(await imports(files, "pack/__init__.py"), false);
  });

  it("is there where the way back leads through a function, which runs later", async () => {
    const files = { "contextlib.py": "def f():\n    import app\n", "app.py": QUIET };
    assert.equal(await imports(files, "app.py"), true);
  });

  it("is refused in a file that takes the place of a module of the library, unless it loads that anyway", async () => {
    assert.equal(await imports({ "types.py": QUIET }, "types.py"), false);
    assert.equal(await imports({ "collections/__init__.py": QUIET }, "collections/__init__.py"), false);
    const loaded = { "types.py": `import os\n${QUIET}`, "os.py": "import contextlib\n", "contextlib.py": "" };
    assert.equal(await imports(loaded, "types.py"), true);
    assert.equal(await imports({ ...loaded, "os.py": "" }, "types.py"), false);
    assert.equal(await imports({ "pack/__init__.py": "", "pack/types.py": QUIET }, "pack/types.py"), true);
  });
});
