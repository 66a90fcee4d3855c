import assert from "node:assert/strict";
import { declarationProblem } from "../../../server/src/messages";
import {
  createTargetFinder,
  findTarget,
  type FindOptions,
  isRangeProblem,
  parsePythonRange,
  type TargetAnswer,
} from "../../../server/src/project";
import { memoryFiles } from "./memory-files";

/** Gives the range of an answer and who said so: `>=3.8 pyproject.toml:2 project.requires-python`. */
function told({ target }: TargetAnswer): string {
  if (!target) return "nothing";
  const { path, line, key } = target.origin;
  return `${target.range.text} ${path}${line === undefined ? "" : `:${line}`} ${key}`;
}

async function find(texts: Record<string, string>, path: string, options: FindOptions = {}): Promise<string> {
  return told(await findTarget(path, memoryFiles(texts), { base: "/p", ...options }));
}

function problems({ problems: all }: TargetAnswer): string[] {
  return all.map(({ path, line, problem }) => `${path}:${line ?? "-"}: ${declarationProblem(problem)}`);
}

const project = (range: string): string => `[project]\nrequires-python = "${range}"\n`;

describe("findTarget", () => {
  it("reads project.requires-python of the nearest pyproject.toml that has it", async () => {
    const texts = {
      "/p/.git/HEAD": "",
      "/p/pyproject.toml": project(">=3.11"),
      "/p/packages/a/pyproject.toml": project(">=3.8"),
      "/p/packages/b/pyproject.toml": "[tool.black]\nline-length = 100\n",
    };
    assert.equal(
      await find(texts, "/p/packages/a/src/x.py"),
      ">=3.8 packages/a/pyproject.toml:2 project.requires-python",
    );
    assert.equal(
      await find(texts, "/p/packages/b/src/x.py"),
      ">=3.11 pyproject.toml:2 project.requires-python",
    );
  });

  it("ends at the folder of the repository", async () => {
    const texts = { "/pyproject.toml": project(">=3.8"), "/p/.git/HEAD": "" };
    assert.equal(await find(texts, "/p/x.py"), "nothing");
  });

  it("ends at the boundary where there is no repository, and goes on where it lies around it", async () => {
    const texts = { "/pyproject.toml": project(">=3.8"), "/p/a/x.py": "" };
    assert.equal(await find(texts, "/p/a/x.py", { boundary: "/p" }), "nothing");
    assert.equal(await find(texts, "/p/a/x.py"), ">=3.8 ../pyproject.toml:2 project.requires-python");
    const inside = { "/p/.git/HEAD": "", "/p/pyproject.toml": project(">=3.8") };
    assert.equal(
      await find(inside, "/p/a/x.py", { boundary: "/p/a" }),
      ">=3.8 pyproject.toml:2 project.requires-python",
    );
  });

  it("weighs: command line, own configuration, editor setting, the script's metadata, the project's", async () => {
    const texts: Record<string, string> = {
      "/p/sincewhen.toml": 'target = "3.5"\n',
      "/p/pyproject.toml": `${project(">=3.8")}[tool.sincewhen]\ntarget = "3.6"\n`,
    };
    const range = parsePythonRange("3.4");
    assert.ok(!isRangeProblem(range));
    const commandLine = { range, origin: { path: "command line", key: "--target" } };
    const editor = { target: "3.7" };
    const text = '# /// script\n# requires-python = ">=3.9"\n# ///\n';
    const everything = { commandLine, editor, text };
    assert.equal(await find(texts, "/p/x.py", everything), ">=3.4 command line --target");
    assert.equal(await find(texts, "/p/x.py", { editor, text }), ">=3.5 sincewhen.toml:1 target");
    delete texts["/p/sincewhen.toml"];
    assert.equal(
      await find(texts, "/p/x.py", { editor, text }),
      ">=3.6 pyproject.toml:4 tool.sincewhen.target",
    );
    texts["/p/pyproject.toml"] = project(">=3.8");
    assert.equal(await find(texts, "/p/x.py", { editor, text }), ">=3.7 settings sinceWhen.target");
    assert.equal(await find(texts, "/p/x.py", { text }), ">=3.9 x.py:2 requires-python");
    assert.equal(await find(texts, "/p/x.py"), ">=3.8 pyproject.toml:2 project.requires-python");
  });

  it("takes each key of the configuration from the nearest file that sets it", async () => {
    const texts = {
      "/p/sincewhen.toml": 'target = "3.6"\nignore = ["removed"]\nfail-on = "error"\n',
      "/p/a/sincewhen.toml": 'ignore = ["deprecated"]\n',
    };
    const answer = await findTarget("/p/a/x.py", memoryFiles(texts), { base: "/p" });
    assert.equal(told(answer), ">=3.6 sincewhen.toml:1 target");
    assert.deepEqual(answer.ignore, ["deprecated"]);
    assert.equal(answer.failOn, "error");
  });

  it("has targets and silence for some files only", async () => {
    const texts = {
      "/p/pyproject.toml": [
        "[tool.sincewhen]",
        'target = ">=3.6"',
        "[tool.sincewhen.per-file-target]",
        '"tools/*" = "3.11"',
        "[tool.sincewhen.per-file-ignores]",
        '"test_*.py" = ["added-later"]',
        '"tests" = ["math.prod"]',
      ].join("\n"),
    };
    assert.equal(
      await find(texts, "/p/tools/x.py"),
      '>=3.11 pyproject.toml:4 tool.sincewhen.per-file-target."tools/*"',
    );
    assert.equal(await find(texts, "/p/src/x.py"), ">=3.6 pyproject.toml:2 tool.sincewhen.target");
    const answer = await findTarget("/p/tests/test_a.py", memoryFiles(texts));
    assert.deepEqual(answer.ignore, ["added-later", "math.prod"]);
  });

  it("tells of a value that cannot be read, and lets the next source speak", async () => {
    const texts = {
      "/p/pyproject.toml": '[project]\nrequires-python = "^3.8"\n[tool.sincewhen]\ntarget = 3.10\n',
      "/pyproject.toml": project(">=3.9"),
    };
    const answer = await findTarget("/p/x.py", memoryFiles(texts), { base: "/p", editor: { target: "x" } });
    assert.equal(told(answer), ">=3.9 ../pyproject.toml:2 project.requires-python");
    assert.deepEqual(problems(answer), [
      'pyproject.toml:4: `tool.sincewhen.target` must be a string such as "3.8" or ">=3.8,<3.13", not a number',
      "settings:-: `sinceWhen.target`: `x` is no range of Python versions; write a PEP 440 range such as `>=3.8` or `>=3.8,<3.13`",
      "pyproject.toml:2: `project.requires-python`: `^3.8` is no range of Python versions; this is Poetry's syntax, write `>=3.8,<4`",
    ]);
    assert.deepEqual(
      answer.problems.map(({ isConfiguration }) => isConfiguration),
      [true, true, false],
    );
  });

  it("reads a bare requires-python as it was meant, and says that installers do not", async () => {
    const answer = await findTarget("/p/x.py", memoryFiles({ "/p/pyproject.toml": project("3.8") }), {
      base: "/p",
    });
    assert.equal(told(answer), ">=3.8 pyproject.toml:2 project.requires-python");
    assert.match(problems(answer).join(), /write `>=3\.8`/);
  });

  it("tells where a malformed or unreadable file is wrong, once", async () => {
    const malformed = memoryFiles({
      "/p/pyproject.toml": "[tool.sincewhen]\ntarget =\n",
      "/p/sincewhen.toml": "unreadable",
    });
    const answer = await findTarget("/p/x.py", malformed, { base: "/p" });
    assert.equal(problems(answer).length, 2);
    assert.equal(problems(answer)[0], "sincewhen.toml:-: permission is denied");
    assert.match(problems(answer)[1], /^pyproject\.toml:2: this is no valid TOML/);
  });

  it("names unknown keys, and what they may have meant", async () => {
    const files = memoryFiles({
      "/p/sincewhen.toml": 'exlude = []\nper_file_ignores = {}\nfoo = 1\nfail-on = "never"\n',
    });
    assert.deepEqual(problems(await findTarget("/p/x.py", files, { base: "/p" })), [
      "sincewhen.toml:1: `exlude` is no known key; did you mean `exclude`?",
      "sincewhen.toml:2: `per_file_ignores` is no known key; did you mean `per-file-ignores`?",
      "sincewhen.toml:3: `foo` is no known key",
      "sincewhen.toml:4: `fail-on` must be one of error, warning, information, hint",
    ]);
  });

  it("knows what is excluded", async () => {
    const texts = { "/p/sincewhen.toml": 'exclude = ["*_pb2.py", "docs/conf.py", "/gen"]\n' };
    const excluded = async (path: string): Promise<boolean> =>
      (await findTarget(path, memoryFiles(texts))).excluded;
    assert.equal(await excluded("/p/a/b/x_pb2.py"), true);
    assert.equal(await excluded("/p/docs/conf.py"), true);
    assert.equal(await excluded("/p/gen/deep/x.py"), true);
    assert.equal(await excluded("/p/a/docs/conf.py"), false);
    assert.equal(await excluded("/p/a/gen/x.py"), false);
    assert.equal(await createTargetFinder(memoryFiles(texts)).isExcluded("/p/gen"), true);
  });

  it("works over a protocol that can neither list a folder nor see `.git` as one", async () => {
    const files = memoryFiles(
      {
        "vscode-vfs://github/o/r/.git/HEAD": "",
        "vscode-vfs://github/o/r/a%20b/pyproject.toml": project(">=3.8"),
      },
      { list: false },
    );
    const answer = await findTarget("vscode-vfs://github/o/r/a%20b/c/x.py", files, {
      base: "vscode-vfs://github/o/r",
    });
    assert.equal(told(answer), ">=3.8 a b/pyproject.toml:2 project.requires-python");
    assert.equal(answer.declaredIn, "vscode-vfs://github/o/r/a%20b/pyproject.toml");
  });
});

describe("createTargetFinder", () => {
  it("reads each file once until it is told of a change", async () => {
    const files = memoryFiles({ "/p/.git/HEAD": "", "/p/pyproject.toml": project(">=3.8") });
    const finder = createTargetFinder(files);
    await Promise.all(["/p/a.py", "/p/b.py", "/p/c/d.py"].map((path) => finder.find(path)));
    assert.equal(files.reads.filter((path) => path === "/p/pyproject.toml").length, 1);

    files.texts.set("/p/pyproject.toml", project(">=3.9"));
    assert.equal(told(await finder.find("/p/a.py")), ">=3.8 /p/pyproject.toml:2 project.requires-python");
    finder.invalidate("/p/pyproject.toml");
    assert.equal(told(await finder.find("/p/a.py")), ">=3.9 /p/pyproject.toml:2 project.requires-python");
  });

  it("forgets what lies below a folder that goes or comes", async () => {
    const files = memoryFiles({ "/p/.git/HEAD": "", "/p/a/pyproject.toml": project(">=3.8") });
    const finder = createTargetFinder(files);
    assert.equal((await finder.find("/p/a/x.py")).target?.range.minimum, 8);
    files.texts.delete("/p/a/pyproject.toml");
    finder.invalidate("/p/a");
    assert.equal(told(await finder.find("/p/a/x.py")), "nothing");
    files.texts.set("/p/a/sincewhen.toml", 'target = "3.7"\n');
    finder.invalidate("/p/a/sincewhen.toml");
    assert.equal((await finder.find("/p/a/x.py")).target?.range.minimum, 7);
  });
});

describe("script metadata", () => {
  const find723 = async (text: string): Promise<TargetAnswer> =>
    findTarget("/p/x.py", memoryFiles({ "/p/.git/HEAD": "" }), { base: "/p", text });

  it("counts lines of the file", async () => {
    const text =
      '#!/usr/bin/env python3\r\n# /// script\r\n# dependencies = []\r\n# requires-python = ">=3.11"\r\n# ///\r\n';
    assert.equal(told(await find723(text)), ">=3.11 x.py:4 requires-python");
  });

  it("is silent on other blocks and on lines without the blank", async () => {
    assert.equal(told(await find723('# /// pyproject\n# requires-python = ">=3.11"\n# ///\n')), "nothing");
    assert.equal(told(await find723('# /// script\n#requires-python = ">=3.11"\n# ///\n')), "nothing");
  });

  it("takes two blocks for a contradiction", async () => {
    const block = '# /// script\n# requires-python = ">=3.9"\n# ///\n';
    const answer = await find723(`${block}import os\n${block}`);
    assert.equal(told(answer), "nothing");
    assert.match(problems(answer).join(), /^x\.py:5: a script may have only one block/);
  });

  it("tells of values that cannot be read", async () => {
    const answer = await find723("import os\n# /// script\n# requires-python = 3.8\n# ///\n");
    assert.match(problems(answer).join(), /^x\.py:3: `requires-python` must be a string/);
  });
});

describe("packages", () => {
  const packagesOf = async (texts: Record<string, string>, path: string): Promise<string[]> => {
    const { packages } = await findTarget(path, memoryFiles(texts));
    return packages.map(({ name }) => name);
  };

  it("are those of the nearest folder that tells of any", async () => {
    const texts = {
      "/p/.git/HEAD": "",
      "/p/pyproject.toml": '[project]\nname = "all"\n[build-system]\nrequires = ["setuptools"]\n',
      "/p/a/setup.cfg": "[options]\ninstall_requires =\n    attrs\n",
      "/p/a/x.py": "",
      "/p/setup.py": "",
    };
    assert.deepEqual(await packagesOf(texts, "/p/a/x.py"), ["attrs"]);
    assert.deepEqual(await packagesOf(texts, "/p/b/x.py"), ["all"]);
    assert.deepEqual(await packagesOf(texts, "/p/setup.py"), ["all", "setuptools"]);
  });

  it("are those of the metadata beside an installed package", async () => {
    const texts = {
      "/lib/attr/__init__.py": "",
      "/lib/attrs-1.dist-info/METADATA": "Name: attrs\nRequires-Dist: six\n",
      "/lib/attrs-1.dist-info/top_level.txt": "attr\n",
      "/lib/other-1.dist-info/METADATA": "Name: other\n",
    };
    assert.deepEqual(await packagesOf(texts, "/lib/attr/__init__.py"), ["attrs", "six"]);
    assert.deepEqual(await packagesOf(texts, "/lib/other.py"), ["other"]);
    assert.deepEqual(await packagesOf(texts, "/lib/third.py"), []);
  });
});
