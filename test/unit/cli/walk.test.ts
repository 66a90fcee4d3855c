import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { collectFiles, type CollectedFiles } from "../../../server/src/cli/walk";
import { useTemporaryFolder } from "./temporary-folder";

describe("collectFiles", () => {
  const folder = useTemporaryFolder();

  const collect = (paths: readonly string[], exclude: readonly string[] = []): Promise<CollectedFiles> =>
    collectFiles(paths, { workingFolder: folder.path, exclude, isExcluded: () => Promise.resolve(false) });

  /** Gives the files that a walk finds, as seen from the folder. */
  async function found(paths: readonly string[] = ["."], exclude: readonly string[] = []): Promise<string[]> {
    return (await collect(paths, exclude)).files.map((file) => path.relative(folder.path, file));
  }

  it("finds Python files and notebooks, in order", async () => {
    folder.write({
      "b.py": "",
      "a/z.pyi": "",
      "a/b/c.pyw": "",
      "n.ipynb": "",
      "x.pyx": "",
      "README.md": "",
      script: "",
    });
    assert.deepEqual(await found(), ["a/b/c.pyw", "a/z.pyi", "b.py", "n.ipynb"]);
  });

  it("passes over folders that hold no source of the project", async () => {
    folder.write({
      "venv/a.py": "",
      "node_modules/a.py": "",
      "x/__pycache__/a.py": "",
      ".tox/a.py": "",
      "build/lib/a.py": "",
      "env/pyvenv.cfg": "",
      "env/lib/a.py": "",
      "kept/a.py": "",
    });
    assert.deepEqual(await found(), ["kept/a.py"]);
    assert.deepEqual(await found(["build"]), ["build/lib/a.py"]);
  });

  it("passes over folders of files that tests read, unless they are packages or named", async () => {
    folder.write({
      "tests/data/a.py": "",
      "tests/deep/er/data/sub/a.py": "",
      "tests/packaged/data/__init__.py": "",
      "tool/test-data/a.py": "",
      "tool/data/a.py": "",
    });
    const kept = ["tests/packaged/data/__init__.py", "tool/data/a.py"];
    assert.deepEqual(await found(), kept);
    assert.deepEqual(await found(["tests/data"]), ["tests/data/a.py"]);
  });

  it("honours the .gitignore of every level as git does", async () => {
    folder.write({
      ".gitignore": "*_gen.py\n/top.py\nout/\n!keep_gen.py\n# c.py\n",
      "a_gen.py": "",
      "keep_gen.py": "",
      "top.py": "",
      "c.py": "",
      "out/a.py": "",
      "sub/.gitignore": "local.py\n!again_gen.py\n",
      "sub/local.py": "",
      "sub/again_gen.py": "",
      "sub/top.py": "",
      "local.py": "",
    });
    const files = await found();
    assert.deepEqual(files, ["c.py", "keep_gen.py", "local.py", "sub/again_gen.py", "sub/top.py"]);
    execFileSync("git", ["init", "--quiet", "."], { cwd: folder.path });
    const listed = execFileSync("git", ["ls-files", "--others", "--exclude-standard", "*.py"], {
      cwd: folder.path,
    });
    assert.deepEqual(listed.toString().trim().split("\n").sort(), files);
  });

  it("looks at the rules above the folder that is walked", async () => {
    folder.write({ ".gitignore": "skip.py\nignored/\n", "a/skip.py": "", "a/b.py": "", "ignored/x.py": "" });
    assert.deepEqual(await found(["a"]), ["a/b.py"]);
    assert.deepEqual(await found(["ignored"]), ["ignored/x.py"]);
  });

  it("takes a named file whatever excludes it", async () => {
    folder.write({ ".gitignore": "a.py\n", "a.py": "", "b.txt": "" });
    assert.deepEqual(await found(["a.py", "b.txt", "./a.py"], ["a.py"]), ["a.py", "b.txt"]);
  });

  it("leaves out what a pattern of the command line names", async () => {
    folder.write({ "a/x.py": "", "a/y.py": "", "docs/conf.py": "" });
    assert.deepEqual(await found(["."], ["docs", "a/y.*"]), ["a/x.py"]);
  });

  it("follows no link to a folder, and a link to a file only where the file is not found by its name", async () => {
    folder.write({ "in/a.py": "", "in/sub/b.py": "", "elsewhere/c.py": "" });
    symlinkSync(".", path.join(folder.path, "in/loop"));
    symlinkSync("a.py", path.join(folder.path, "in/same.py"));
    symlinkSync("../elsewhere/c.py", path.join(folder.path, "in/other.py"));
    assert.deepEqual(await found(["in"]), ["in/a.py", "in/other.py", "in/sub/b.py"]);
  });

  it("opens nothing that is no file, and says so", async () => {
    mkdirSync(path.join(folder.path, "folder.py"));
    symlinkSync("circle.py", path.join(folder.path, "circle.py"));
    symlinkSync("/nonexistent/x.py", path.join(folder.path, "broken.py"));
    symlinkSync("/dev/zero", path.join(folder.path, "zero.py"));
    execFileSync("mkfifo", [path.join(folder.path, "pipe.py")]);
    const { files, skipped } = await collect(["."]);
    assert.deepEqual(files, []);
    assert.deepEqual(
      skipped.map(({ path: file, reason }) => `${path.basename(file)}: ${reason}`),
      [
        "broken.py: there is no such file",
        "circle.py: it is a link that leads in a circle",
        "pipe.py: it is no regular file",
        "zero.py: it is no regular file",
      ],
    );
  });

  it("names what is missing", async () => {
    assert.deepEqual((await collect(["nowhere.py"])).missing, ["nowhere.py"]);
  });
});
