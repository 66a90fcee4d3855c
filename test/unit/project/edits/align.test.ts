import assert from "node:assert/strict";
import { aligned, type Files, testRows } from "./byte-for-byte";

describe("aligning what contradicts the promise, byte for byte", () => {
  const promise = { "setup.py": "setup(python_requires='>=3.8')\n" };
  const align = (files: Files): Files => {
    const { "setup.py": setup, ...rest } = aligned({ ...promise, ...files });
    assert.equal(setup, promise["setup.py"]);
    return rest;
  };
  testRows(
    {
      "ruff.toml": [
        "ruff.toml",
        'line-length = 99\ntarget-version="py39"   # x\n',
        'line-length = 99\ntarget-version="py38"   # x\n',
      ],
      "Ruff's table": [
        "pyproject.toml",
        "[tool.ruff]\ntarget-version = 'py310'\n[tool.ruff.lint]\n",
        "[tool.ruff]\ntarget-version = 'py38'\n[tool.ruff.lint]\n",
      ],
      "Black's array on one line": [
        "pyproject.toml",
        '[tool.black]\ntarget-version = [ "py37" , "py38" ] # x\n',
        '[tool.black]\ntarget-version = [ "py38" ] # x\n',
      ],
      "Black's array without its last comma": [
        "pyproject.toml",
        '[tool.black]\ntarget-version = [\n  "py37",\n  "py38"\n]\n',
        '[tool.black]\ntarget-version = [\n  "py38"\n]\n',
      ],
      "Black's array with one that is too new": [
        "pyproject.toml",
        '[tool.black]\ntarget-version = ["py39", "py310"]\n',
        '[tool.black]\ntarget-version = ["py38", "py39", "py310"]\n',
      ],
      "mypy.ini": ["mypy.ini", "# x\n[mypy]\npython_version=3.10\n", "# x\n[mypy]\npython_version=3.8\n"],
      "mypy's table with a number": [
        "pyproject.toml",
        "[tool.mypy]\npython_version = 3.9 # x\n",
        "[tool.mypy]\npython_version = 3.8 # x\n",
      ],
      "Pyright's table": [
        "pyproject.toml",
        '[tool.pyright]\npythonVersion = "3.9"\n',
        '[tool.pyright]\npythonVersion = "3.8"\n',
      ],
      "pyrightconfig.json on one line": [
        "pyrightconfig.json",
        '{"pythonVersion":"3.9","a":"b"}\n',
        '{"pythonVersion":"3.8","a":"b"}\n',
      ],
      vermin: ["pyproject.toml", '[tool.vermin]\ntargets = "3.6-"\n', '[tool.vermin]\ntargets = "3.8-"\n'],
      "classifiers of setup.cfg": [
        "setup.cfg",
        "[metadata]\nclassifiers =\n  Topic :: x\n  Programming Language :: Python :: 3.7\n  Programming Language :: Python :: 3.9\n  Programming Language :: Python :: 3.10\n",
        "[metadata]\nclassifiers =\n  Topic :: x\n  Programming Language :: Python :: 3.8\n  Programming Language :: Python :: 3.9\n  Programming Language :: Python :: 3.10\n",
      ],
      "classifiers of Poetry": [
        "pyproject.toml",
        '[tool.poetry]\nclassifiers = [\n  "Programming Language :: Python :: 3.7", # x\n  "Programming Language :: Python :: 3.8"  # y\n]\n',
        '[tool.poetry]\nclassifiers = [\n  "Programming Language :: Python :: 3.8"  # y\n]\n',
      ],
      "tox on one line": [
        "tox.ini",
        "[tox]\nenvlist = py36,py37, py38 ,lint\n",
        "[tox]\nenvlist = py38 ,lint\n",
      ],
      "tox's groups": [
        "tox.ini",
        "[tox]\nenvlist = {py37,py39}-django{32,42}, lint\n",
        "[tox]\nenvlist = {py38,py39}-django{32,42}, lint\n",
      ],
      "tox's Pythons of one environment": [
        "tox.ini",
        "[testenv]\nbasepython =\n  py37: python3.7\n  py39: python3.9\n",
        "[testenv]\nbasepython =\n  py37: python3.8\n  py39: python3.9\n",
      ],
      "tox's own table": [
        "pyproject.toml",
        '[tool.tox]\nenv_list = ["lint", "3.7", "py39-x"] # x\n',
        '[tool.tox]\nenv_list = ["lint", "py38-x", "py39-x"] # x\n',
      ],
      "tox's INI in a text": [
        "pyproject.toml",
        '[tool.tox]\nlegacy_tox_ini = """\n[tox]\nenvlist = py37,py38\n"""\n',
        '[tool.tox]\nlegacy_tox_ini = """\n[tox]\nenvlist = py38\n"""\n',
      ],
      "a matrix of Hatch": [
        "pyproject.toml",
        '[[tool.hatch.envs.test.matrix]]\npython = ["37", "39"]\n',
        '[[tool.hatch.envs.test.matrix]]\npython = ["38", "39"]\n',
      ],
      "a list of nox": [
        "noxfile.py",
        '@nox.session(python=["3.7", "3.9"])  # x\ndef t(s): ...\n',
        '@nox.session(python=["3.8", "3.9"])  # x\ndef t(s): ...\n',
      ],
      "a list of nox that is made, which stays": [
        "noxfile.py",
        "@nox.session(python=[f'3.{m}' for m in range(7, 9)])\ndef t(s): ...\n",
        "@nox.session(python=[f'3.{m}' for m in range(7, 9)])\ndef t(s): ...\n",
      ],
      "a matrix of numbers": [
        ".github/workflows/ci.yml",
        "matrix:\n  python-version: [3.7, 3.9] # x\n",
        "matrix:\n  python-version: [3.8, 3.9] # x\n",
      ],
      "a matrix in lines": [
        ".github/workflows/ci.yml",
        "matrix:\n  python-version:\n    - 3.7 # old\n    - 3.8\n    # new\n    - 3.9\n  os: [a]\n",
        "matrix:\n  python-version:\n    - 3.8\n    # new\n    - 3.9\n  os: [a]\n",
      ],
      "Pythons of a text": [
        ".github/workflows/ci.yml",
        "with:\n  python-version: |\n    3.7\n    3.9\n  x: y\n",
        "with:\n  python-version: |\n    3.8\n    3.9\n  x: y\n",
      ],
      "GitLab's matrix": [
        ".gitlab-ci.yml",
        'a:\n  parallel:\n    matrix:\n      - PYTHON_VERSION: ["3.7", "3.8"]\n',
        'a:\n  parallel:\n    matrix:\n      - PYTHON_VERSION: ["3.8"]\n',
      ],
      "a pin": [".python-version", "# x\n3.7.2  # y\n", "# x\n3.8  # y\n"],
      "a pin of asdf": [".tool-versions", "nodejs 20\npython 3.7.2\n", "nodejs 20\npython 3.8\n"],
      "a pin of mise": ["mise.toml", '[tools]\npython = "3.7" # x\n', '[tools]\npython = "3.8" # x\n'],
      "a pin of Heroku": ["runtime.txt", "python-3.7.2\n", "python-3.8\n"],
      "a pin of pipenv": [
        "Pipfile",
        '[requires]\npython_version = "3.7"\n',
        '[requires]\npython_version = "3.8"\n',
      ],
      "an image": [
        "Dockerfile",
        "FROM python:3.7-slim AS base\nRUN x\n",
        "FROM python:3.8-slim AS base\nRUN x\n",
      ],
      "another promise": [
        "setup.cfg",
        "[options]\npython_requires = >=3.7, <4\n",
        "[options]\npython_requires = >=3.8, <4\n",
      ],
    },
    align,
  );

  it("turns no combination of a matrix into another", () => {
    const text =
      'matrix:\n  include:\n    - { python-version: "3.10", os: a }\n    - { python-version: "3.12", os: b }\n';
    const files = { "setup.cfg": "[options]\npython_requires = >=3.8\n", ".github/workflows/ci.yml": text };
    assert.deepEqual(aligned(files), files);
  });

  it("writes a number with quotes where it would be another without", () => {
    const files = {
      "setup.cfg": "[options]\npython_requires = >=3.10\n",
      ".github/workflows/ci.yml": "matrix:\n  python-version: [3.9, 3.11]\n",
    };
    assert.equal(aligned(files)[".github/workflows/ci.yml"], 'matrix:\n  python-version: ["3.10", 3.11]\n');
  });
});
