import assert from "node:assert/strict";
import { isMisdeclaration } from "../../../server/src/project/declaration";
import { readDeclaringFile } from "../../../server/src/project/declaring-file";

/** Marks what a file declares: `key=value` for every declaration, `key=value [item item]` for a list. */
function marked(path: string, text: string): string[] {
  return readDeclaringFile(path, text).statements.map((statement) => {
    if (isMisdeclaration(statement)) {
      const { value } = statement;
      return `! ${value ? text.slice(value.start, value.end) : `line ${statement.line}`}`;
    }
    const { key, value, items } = statement;
    const listed = items.map(({ start, end, minor }) => `${text.slice(start, end)}:${minor}`).join(" ");
    const written = value ? text.slice(value.start, value.end) : "nowhere";
    return items.length > 0 ? `${key} [${listed}]` : `${key}=${written}`;
  });
}

/** Files, and what is marked in each, the same with every kind of line end and behind characters of two units. */
function each(path: string, expected: Readonly<Record<string, readonly string[]>>): void {
  for (const [text, answer] of Object.entries(expected)) {
    assert.deepEqual(marked(path, text), answer, text);
    assert.deepEqual(marked(path, text.replaceAll("\n", "\r\n")), answer, `${text} with CRLF`);
    if (!/^[[{]|^\w+ ?=|^name/.test(text) || path.endsWith(".json")) continue;
    assert.deepEqual(marked(path, `# 🐍\n${text}`), answer, `${text} behind a snake`);
  }
}

describe("the place of a declared value", () => {
  it("is between the quotes in pyproject.toml", () => {
    each("/p/pyproject.toml", {
      '[project]\nrequires-python = ">=3.8" # the floor\n': ["project.requires-python=>=3.8"],
      "project = {requires-python='>=3.8'}\n": ["project.requires-python=>=3.8"],
      '[project]\nrequires-python = """>=3.8"""\n': ["project.requires-python=>=3.8"],
      "[project]\nrequires-python = 3.8\n": ["! 3.8"],
      '[project]\nrequires-python = ">3.x"\n': ["! >3.x"],
      '[tool.poetry.dependencies]\npython = { version = "^3.8", optional = false }\n': [
        "tool.poetry.dependencies.python=^3.8",
      ],
      '[tool.flit.metadata]\nrequires-python = ">=3.6"\n': ["tool.flit.metadata.requires-python=>=3.6"],
      '[tool.pdm]\npython_requires = ">=3.6"\n': ["tool.pdm.python_requires=>=3.6"],
      '[tool.ruff]\ntarget-version = "py38"\n': ["tool.ruff.target-version=py38"],
      '[tool.black]\ntarget-version = ["py38", # old\n  "py310"]\n': [
        'tool.black.target-version ["py38":8 "py310":10]',
      ],
      '[tool.mypy]\npython_version = "3.9"\n': ["tool.mypy.python_version=3.9"],
      '[tool.pyright]\npythonVersion = "3.9"\n': ["tool.pyright.pythonVersion=3.9"],
      '[tool.vermin]\ntargets = "3.7-"\n': ["tool.vermin.targets=3.7-"],
      '[tool.uv.pip]\npython-version = "3.9"\n': ["tool.uv.pip.python-version=3.9"],
      '[tool.tox]\nenv_list = ["py39", "lint"]\n': ['tool.tox.env_list ["py39":9]'],
      '[project]\nclassifiers = [\n  "Framework :: tox",\n  "Programming Language :: Python :: 3.9",\n]\n': [
        'project.classifiers ["Programming Language :: Python :: 3.9":9]',
      ],
    });
  });

  it("is known in the files of setuptools", () => {
    each("/p/setup.cfg", {
      "[options]\npython_requires = >=3.7\n": ["options.python_requires=>=3.7"],
      "[options]\npython_requires:>=3.7  \n": ["options.python_requires=>=3.7"],
      "[mypy]\npython_version = 3.8\n": ["mypy.python_version=3.8"],
      "[metadata]\nclassifiers =\n  # old\n  Programming Language :: Python :: 3.9\n  Topic :: x\n": [
        "metadata.classifiers [Programming Language :: Python :: 3.9:9]",
      ],
      "[tox:tox]\nenvlist = py38, py39-{a,b}\n": ["tox:tox.env_list [py38:8 py39-{a,b}:9]"],
    });
    each("/p/setup.py", {
      'from setuptools import setup\nsetup(\n  python_requires=">=3.6", # x\n)\n': ["python_requires=>=3.6"],
      "setup(python_requires=r'>=3.6')\n": ["python_requires=>=3.6"],
      'setup(python_requires=">=3.6" ",<4")\n': ["python_requires=nowhere"],
      'P = ">=3.6"\nsetup(python_requires=P)\n': ["python_requires=>=3.6"],
      'setup(classifiers=[\n "Programming Language :: Python :: 3.6",\n])\n': [
        'classifiers ["Programming Language :: Python :: 3.6":6]',
      ],
    });
  });

  it("is known in script metadata, whose lines begin with a mark", () => {
    each("/p/x.py", {
      '#!/usr/bin/env python\n# /// script\n# dependencies = []\n# requires-python = ">=3.11"\n# ///\n': [
        "requires-python=>=3.11",
      ],
      '# /// script\n#\n# requires-python = "3,1"\n# ///\n': ["! 3,1"],
    });
  });

  it("is known in the files of other tools", () => {
    each("/p/ruff.toml", { 'target-version = "py39"\n': ["target-version=py39"] });
    each("/p/uv.toml", { '[pip]\npython-version = "3.9"\n': ["pip.python-version=3.9"] });
    each("/p/mypy.ini", { "[mypy]\npython_version = 3.8\n": ["mypy.python_version=3.8"] });
    each("/p/vermin.ini", { "[vermin]\ntargets = 3.6- 3.7-\n": ["vermin.targets=3.6- 3.7-"] });
    each("/p/pyrightconfig.json", { '{\n  // x\n  "pythonVersion": "3.8"\n}\n': ["pythonVersion=3.8"] });
    each("/p/Pipfile", { '[requires]\npython_version = "3.8"\n': ["requires.python_version=3.8"] });
    each("/p/tox.ini", {
      "[tox]\nenvlist =\n    py{36,38}-x\n    py3{9-11}, lint\n": ["tox.env_list [36:6 38:8 9:9 :10 11:11]"],
      "[testenv:a]\nbasepython = python3.8\n": ["testenv:a.basepython [python3.8:8]"],
    });
    each("/p/noxfile.py", {
      '@nox.session(python=["3.8", "3.9"])\ndef test(session): ...\n': [
        'nox.session.python ["3.8":8 "3.9":9]',
      ],
    });
    each("/p/environment.yml", {
      "dependencies:\n  - 'python >= 3.8'  # x\n": ["dependencies.python=>= 3.8"],
      "dependencies: [numpy, python=3.9]\n": ["dependencies.python==3.9"],
    });
    each("/p/.github/workflows/ci.yml", {
      "strategy:\n  matrix:\n    python-version: ['3.8', \"3.9\",\n      3.10]\n": [
        "! 3.10",
        "python-version ['3.8':8 \"3.9\":9 3.10:10]",
      ],
      'python-version:\n  - "3.8" # old\n  - "3.9"\n': ['python-version ["3.8":8 "3.9":9]'],
    });
    each("/p/.python-version", {
      "3.8.10\n": ["version=3.8.10"],
      "3.11 # main\n3.8\n": ["version [3.11:11 3.8:8]"],
    });
    each("/p/.tool-versions", { "nodejs 20\npython 3.8.1\n": ["python=3.8.1"] });
    each("/p/runtime.txt", { "python-3.9.18\n": ["version=3.9.18"] });
    each("/p/Dockerfile", { "FROM python:3.9-slim\n": ["FROM=3.9"] });
    each("/p/x.egg-info/PKG-INFO", {
      "Name: x\nRequires-Python: >=3.7\n\ntext\n": ["Requires-Python=>=3.7"],
    });
  });
});
