import assert from "node:assert/strict";
import { declarationProblem } from "../../../server/src/messages";
import { findTarget } from "../../../server/src/project";
import { memoryFiles } from "./memory-files";

/** Tells what files declare together: `3.8 to 3.11 setup.cfg:2 options.python_requires`, then the problems. */
async function declared(files: Readonly<Record<string, string>>): Promise<string> {
  const texts = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/p/${name}`, text]));
  const { target, problems } = await findTarget("/p/x.py", memoryFiles({ "/p/.git/HEAD": "", ...texts }), {
    base: "/p",
  });
  const told = problems
    .map(({ path, line, problem }) => ` ! ${path}:${line}: ${declarationProblem(problem)}`)
    .join("");
  if (!target) return `nothing${told}`;
  const { range, origin } = target;
  const [low, high] = [range.minimum, range.maximum].map((minor) =>
    minor === undefined ? "…" : `3.${minor}`,
  );
  return `${low} to ${high} ${origin.path}:${origin.line} ${origin.key}${told}`;
}

/** Runs one kind of file over several texts. */
async function each(name: string, expected: Readonly<Record<string, string>>): Promise<void> {
  for (const [text, answer] of Object.entries(expected))
    assert.equal(await declared({ [name]: text }), answer, text);
}

describe("the sources of targets", () => {
  it("read what Poetry, Flit and PDM declare", async () => {
    const poetry = (value: string): string => `[tool.poetry.dependencies]\npython = ${value}\n`;
    const at = "pyproject.toml:2 tool.poetry.dependencies.python";
    await each("pyproject.toml", {
      [poetry('"^3.8.1"')]: `3.8 to … ${at}`,
      [poetry('"~3.8"')]: `3.8 to 3.8 ${at}`,
      [poetry('"3.8.*"')]: `3.8 to 3.8 ${at}`,
      [poetry('">=3.8 <3.12"')]: `3.8 to 3.11 ${at}`,
      [poetry('"^2.7 || ^3.6"')]: `3.6 to … ${at}`,
      [poetry('"*"')]: `… to … ${at}`,
      [poetry('{ version = "^3.9" }')]: `3.9 to … ${at}`,
      [poetry("3.9")]:
        'nothing ! pyproject.toml:2: `tool.poetry.dependencies.python` must be a string such as "^3.8", not a number',
      ['[tool.flit.metadata]\nrequires-python = ">=3.6"\n']:
        "3.6 to … pyproject.toml:2 tool.flit.metadata.requires-python",
      ['[tool.pdm]\npython_requires = ">=3.6"\n']: "3.6 to … pyproject.toml:2 tool.pdm.python_requires",
    });
  });

  it("read setup.cfg as configparser does", async () => {
    await each("setup.cfg", {
      "[options]\npython_requires: >=3.7\n": "3.7 to … setup.cfg:2 options.python_requires",
      "[metadata]\nname = x\n[options]\n; python_requires = >=3.5\npython_requires =\n    >=3.7\n    ,<4\n":
        "3.7 to … setup.cfg:5 options.python_requires",
      "[metadata]\npython-requires = >=3.6\n": "3.6 to … setup.cfg:2 metadata.python-requires",
      "[OPTIONS]\npython_requires = >=3.7\n": "nothing",
      "python_requires = >=3.7\n": "nothing ! setup.cfg:1: a value must stand in a section such as [options]",
      "[tox:tox]\nenvlist = py39\n": "3.9 to … setup.cfg:2 tox:tox.env_list",
      "[mypy]\npython_version = 3.8\n": "3.8 to … setup.cfg:2 mypy.python_version",
      "[metadata]\nclassifiers =\n  Programming Language :: Python :: 3.9\n  Programming Language :: Python :: 3.10\n":
        "3.9 to … setup.cfg:2 metadata.classifiers",
    });
  });

  it("read setup.py without running it", async () => {
    const at = "python_requires";
    await each("setup.py", {
      'from setuptools import setup\nsetup(name="x",\n  python_requires=">=3.6, <4")\n': `3.6 to … setup.py:3 ${at}`,
      'setup(python_requires=">=3.7," "<3.12")': `3.7 to 3.11 setup.py:1 ${at}`,
      'REQUIRES = ">=3.7"\nsetup(python_requires=REQUIRES)': `3.7 to … setup.py:1 ${at}`,
      'kw = {"python_requires": ">=3.7"}\nsetup(**kw)': `3.7 to … setup.py:1 ${at}`,
      'kw = dict(python_requires=">=3.7")\nsetup(**kw)': `3.7 to … setup.py:1 ${at}`,
      'if a:\n  setup(python_requires=">=3.5")\nelse:\n  setup(python_requires=">=3.8")': `3.8 to … setup.py:4 ${at}`,
      '"""setup(python_requires=">=3.5")"""\n# setup(python_requires=">=3.5")\nsetup()': "nothing",
      'def setup(python_requires=">=3.5"): pass': "nothing",
      'setup(f(python_requires=">=3.5"))': "nothing",
      'setup(python_requires=">={}".format(x))': "nothing",
      'setup(python_requires=f">={x}")': "nothing",
      "setup(python_requires=None)": "nothing",
      'setup(classifiers=["Programming Language :: Python :: 3.5", "Programming Language :: Python :: 3.10"])':
        "3.5 to … setup.py:1 classifiers",
      'setup(\npython_requires=">=3.6"\n':
        "nothing ! setup.py:1: what is opened here is never closed, so this file is not read",
    });
    assert.equal(
      await declared({
        "setup.py": 'setup(python_requires=">=3.8")',
        "setup.cfg": "[options]\npython_requires = >=3.6\n",
      }),
      "3.8 to … setup.py:1 python_requires",
    );
  });

  it("read what pipenv and conda install", async () => {
    await each("Pipfile", {
      '[requires]\npython_version = "3.10"\n': "3.10 to 3.10 Pipfile:2 requires.python_version",
      '[requires]\npython_full_version = "3.8.2"\n': "3.8 to 3.8 Pipfile:2 requires.python_full_version",
      "[requires]\npython_version = 3.10\n":
        'nothing ! Pipfile:2: `requires.python_version` must be a string such as "3.10", not a number: 3.10 is the number 3.1',
    });
    const conda = (item: string): string =>
      `name: x\ndependencies:\n  - pip:\n    - python=3.2\n  - ${item}\n`;
    const at = "environment.yml:5 dependencies.python";
    await each("environment.yml", {
      [conda("python=3.9")]: `3.9 to 3.9 ${at}`,
      [conda("python=3.9.7=h12debd9_1")]: `3.9 to 3.9 ${at}`,
      [conda('"python >=3.8,<3.12"')]: `3.8 to 3.11 ${at}`,
      [conda("conda-forge::python 3.9.*  # pinned")]: `3.9 to 3.9 ${at}`,
      [conda("python >=3.8|<3.0")]: `3.8 to … ${at}`,
      [conda("python-dateutil=2.8")]: "nothing",
      "dependencies: [python=3.9, numpy]\n": "3.9 to 3.9 environment.yml:1 dependencies.python",
    });
    assert.equal(
      await declared({
        "recipe/meta.yaml": "requirements:\n  host:\n    - python 3.6\n  run:\n    - python >=3.7\n",
      }),
      "3.7 to … recipe/meta.yaml:5 run.python",
    );
  });

  it("ask other tools where no metadata speaks", async () => {
    await each("pyproject.toml", {
      '[tool.black]\ntarget-version = ["py39", "py38"]\n':
        "3.8 to … pyproject.toml:2 tool.black.target-version",
      '[tool.ruff]\ntarget-version = "py310"\n': "3.10 to … pyproject.toml:2 tool.ruff.target-version",
      '[tool.mypy]\npython_version = "3.8"\n': "3.8 to … pyproject.toml:2 tool.mypy.python_version",
      '[tool.vermin]\ntargets = "2.7-,3.7-"\n': "3.7 to … pyproject.toml:2 tool.vermin.targets",
      '[project]\nclassifiers = ["Programming Language :: Python :: 3.8"]\n':
        "3.8 to … pyproject.toml:2 project.classifiers",
    });
    await each("tox.ini", {
      "[tox]\nenvlist =\n    py{38,310}-django{32,40}\n    docs\n": "3.8 to … tox.ini:2 tox.env_list",
      "[tox]\nenvlist = py3{9-11}\n": "3.9 to … tox.ini:2 tox.env_list",
      "[tox]\nenv_list = 3.9, 3.10 ; 3.6\n": "3.9 to … tox.ini:2 tox.env_list",
      "[testenv]\nbasepython = python3.8\n": "3.8 to … tox.ini:2 testenv.basepython",
    });
    await each("noxfile.py", {
      '@nox.session(python=["3.8", "3.9"])\ndef tests(s): pass\n': "3.8 to … noxfile.py:1 nox.session.python",
      'PYTHONS = ["3.8", "3.9"]\n@nox.session(python=PYTHONS)\ndef tests(s): pass\n':
        "3.8 to … noxfile.py:1 nox.session.python",
      '@nox.session(python="3.12")\ndef lint(s): pass\n': "nothing",
    });
    await each(".github/workflows/test.yml", {
      "jobs:\n  t:\n    strategy:\n      matrix:\n        python-version: [3.9, '3.10',\n          pypy3.9]\n":
        "3.9 to … .github/workflows/test.yml:5 python-version",
      "        python-version:\n        - '3.8'\n        - 3.9\n        os: [linux]\n":
        "3.8 to … .github/workflows/test.yml:2 python-version",
      "      with:\n        python-version: '3.12'\n": "nothing",
    });
    assert.equal(
      await declared({ "pyrightconfig.json": '{\n  // why\n  "pythonVersion": "3.9"\n}' }),
      "3.9 to … pyrightconfig.json:3 pythonVersion",
    );
    assert.equal(
      await declared({ "x.egg-info/PKG-INFO": "Name: x\nRequires-Python: >=3.7\n\ntext" }),
      "3.7 to … x.egg-info/PKG-INFO:2 Requires-Python",
    );
  });

  it("take a pinned interpreter for the last resort", async () => {
    await each(".python-version", {
      "3.8.10\r\n": "3.8 to 3.8 .python-version:1 version",
      "3.11.4 3.8.18\n": "3.8 to … .python-version:1 version",
      ">=3.8,<3.12\n": "3.8 to 3.11 .python-version:1 version",
      "pypy3.9-7.3.11\n": "3.9 to 3.9 .python-version:1 version",
      "cpython@3.10\n": "3.10 to 3.10 .python-version:1 version",
      "3.14.0t\n": "3.14 to 3.14 .python-version:1 version",
      "miniconda3-4.7.12\n": "nothing",
      "my-project-3.8\n": "nothing",
      "\n\n": "nothing",
    });
    await each("runtime.txt", { "python-3.9.7\n": "3.9 to 3.9 runtime.txt:1 version" });
    await each(".tool-versions", { "nodejs 20\npython 3.10.2\n": "3.10 to 3.10 .tool-versions:2 python" });
    await each("mise.toml", { '[tools]\npython = "3.10"\n': "3.10 to 3.10 mise.toml:2 tools.python" });
    await each("Dockerfile", { "FROM python:3.9-slim\n": "3.9 to 3.9 Dockerfile:1 FROM" });
  });

  it("rank: what packaging tools are told, then other tools, then pins, whatever the folder", async () => {
    const metadata = { "pyproject.toml": '[project]\nrequires-python = ">=3.8"\n' };
    const tool = { "tox.ini": "[tox]\nenvlist = py36\n" };
    const pin = { ".python-version": "3.11\n" };
    assert.match(await declared({ ...metadata, ...tool, ...pin }), /pyproject/);
    assert.match(await declared({ ...tool, ...pin }), /tox/);
    const nested = memoryFiles({
      "/p/.git/HEAD": "",
      "/p/pyproject.toml": metadata["pyproject.toml"],
      "/p/a/.python-version": "3.11\n",
    });
    assert.equal((await findTarget("/p/a/x.py", nested)).declaredIn, "/p/pyproject.toml");
  });

  it("let the next source speak for a file that cannot be read", async () => {
    assert.equal(
      await declared({ "pyproject.toml": "[project\n", "setup.cfg": "[options]\npython_requires = >=3.7\n" }),
      "3.7 to … setup.cfg:2 options.python_requires ! pyproject.toml:1: this is no valid TOML: illegal character in key",
    );
  });

  it("are asked no further than needed", async () => {
    const files = memoryFiles(
      { "/p/pyproject.toml": '[project]\nrequires-python = ">=3.8"\n' },
      { list: false },
    );
    await findTarget("/p/x.py", files, { boundary: "/p" });
    const read = files.reads.filter((path) => !path.includes("/.git"));
    assert.deepEqual(read.sort(), ["/p/pyproject.toml", "/p/sincewhen.toml"]);
  });
});
