import { inFile, namesNone, testLayouts } from "./layouts";

describe("what pyproject.toml tells other tools", () => {
  testLayouts(
    inFile("pyproject.toml", {
      "ruff, as black writes it": [
        '[tool.ruff]\ntarget-version = ["py38"]\n',
        'nothing ! pyproject.toml:2: `tool.ruff.target-version` must be a string such as "py38", not an array',
      ],
      "ruff, as a version": [
        '[tool.ruff]\ntarget-version = "3.8"\n',
        `nothing ! pyproject.toml:2: ${namesNone("tool.ruff.target-version", "3.8", "py38")}`,
      ],
      "black, as ruff writes it": [
        '[tool.black]\ntarget-version = "py38"\n',
        "nothing ! pyproject.toml:2: `tool.black.target-version` must be an array of strings, not a string",
      ],
      "black with a slip among others": [
        '[tool.black]\ntarget-version = ["py38", "py 39"]\n',
        `3.8 to … pyproject.toml:2 tool.black.target-version ! pyproject.toml:2: ${namesNone("tool.black.target-version", "py 39", "py38")}`,
      ],
      "black for Python 2 as well": [
        '[tool.black]\ntarget-version = ["py27", "py36"]\n',
        "3.6 to … pyproject.toml:2 tool.black.target-version",
      ],
      "black for nothing": ["[tool.black]\ntarget-version = []\n", "nothing"],
      "black over several lines": [
        "[tool.black]\ntarget-version = [\n  'py310', # new\n  'py39',\n]\n",
        "3.9 to … pyproject.toml:2 tool.black.target-version",
      ],
      "mypy with a number that says what it means": [
        "[tool.mypy]\npython_version = 3.8\n",
        "3.8 to … pyproject.toml:2 tool.mypy.python_version",
      ],
      "mypy with a number that does not": [
        "[tool.mypy]\npython_version = 3.10\n",
        'nothing ! pyproject.toml:2: `tool.mypy.python_version` must be a string such as "3.10", not a number: 3.10 is the number 3.1',
      ],
      "mypy with a name": [
        '[tool.mypy]\npython_version = "py38"\n',
        `nothing ! pyproject.toml:2: ${namesNone("tool.mypy.python_version", "py38", "3.10")}`,
      ],
      "mypy for Python 2": [
        '[tool.mypy]\npython_version = "2.7"\n',
        "nothing ! pyproject.toml:2: `tool.mypy.python_version`: `2.7` lets no Python 3 in",
      ],
      "pyright with a number": [
        "[tool.pyright]\npythonVersion = 3.8\n",
        'nothing ! pyproject.toml:2: `tool.pyright.pythonVersion` must be a string such as "3.10", not a number: 3.10 is the number 3.1',
      ],
      basedpyright: [
        '[tool.basedpyright]\npythonVersion = "3.9"\n',
        "3.9 to … pyproject.toml:2 tool.basedpyright.pythonVersion",
      ],
      "vermin with a list": [
        '[tool.vermin]\ntargets = ["2.7-", "3.6-"]\n',
        "3.6 to … pyproject.toml:2 tool.vermin.targets",
      ],
      "vermin with a range": [
        '[tool.vermin]\ntargets = ">=3.6"\n',
        `nothing ! pyproject.toml:2: ${namesNone("tool.vermin.targets", ">=3.6", "3.8-")}`,
      ],
      uv: [
        '[tool.uv.pip]\npython-version = "3.9.2"\n',
        "3.9 to … pyproject.toml:2 tool.uv.pip.python-version",
      ],
      "tox's own table": [
        '[tool.tox]\nenv_list = ["lint", "3.10", "py39-django42", "3.13t"]\n',
        "3.9 to … pyproject.toml:2 tool.tox.env_list",
      ],
      "tox's own table, as INI writes it": [
        '[tool.tox]\nenv_list = "py38,py39"\n',
        "nothing ! pyproject.toml:2: `tool.tox.env_list` must be an array of strings, not a string",
      ],
      "tox's INI in a text": [
        '[tool.tox]\nlegacy_tox_ini = """\n[tox]\nenvlist = py{38,39},lint\n"""\n',
        "3.8 to … pyproject.toml:4 tool.tox.legacy_tox_ini.tox.env_list",
      ],
      "tox's INI in a text with escapes": [
        '[tool.tox]\nlegacy_tox_ini = "[tox]\\nenvlist = py39,py310"\n',
        "3.9 to … pyproject.toml:2 tool.tox.legacy_tox_ini.tox.env_list",
      ],
      "a matrix of Hatch": [
        '[[tool.hatch.envs.test.matrix]]\npython = ["310", "38"]\ndjango = ["32", "42"]\n',
        "3.8 to … pyproject.toml:2 tool.hatch.envs.test.matrix.python",
      ],
      "a matrix of Hatch on one line": [
        '[tool.hatch.envs.test]\nmatrix = [{ python = ["3.9", "3.10"] }]\n',
        "3.9 to … pyproject.toml:2 tool.hatch.envs.test.matrix.python",
      ],
      "an environment of Hatch for some chore": ['[tool.hatch.envs.docs]\npython = "3.12"\n', "nothing"],
      "classifiers of Poetry": [
        '[tool.poetry]\nclassifiers = ["Programming Language :: Python :: 3.9", "Programming Language :: Python :: 3 :: Only"]\n',
        "3.9 to … pyproject.toml:2 tool.poetry.classifiers",
      ],
      "classifiers that are no list": [
        '[project]\nclassifiers = "Programming Language :: Python :: 3.9"\n',
        "nothing ! pyproject.toml:2: `project.classifiers` must be an array of strings, not a string",
      ],
      "classifiers of an implementation": [
        '[project]\nclassifiers = ["Programming Language :: Python :: Implementation :: CPython"]\n',
        "nothing",
      ],
    }),
  );
});

describe("what the files of other tools declare", () => {
  testLayouts({
    ...inFile("ruff.toml", {
      "ruff.toml": [
        'line-length = 100\ntarget-version = "py39" # x\n',
        "3.9 to … ruff.toml:2 target-version",
      ],
      "a broken ruff.toml": [
        "target-version = py39\n",
        "nothing ! ruff.toml:1: this is no valid TOML: invalid value",
      ],
    }),
    ...inFile("mypy.ini", {
      "mypy.ini with quotes": [
        '[mypy]\npython_version = "3.8"\n',
        `nothing ! mypy.ini:2: ${namesNone("mypy.python_version", '"3.8"', "3.10")}`,
      ],
      "mypy.ini for one module": [
        "[mypy-x]\npython_version = 3.5\n[mypy]\npython_version: 3.10\n",
        "3.10 to … mypy.ini:4 mypy.python_version",
      ],
      "mypy.ini with a word": [
        "[mypy]\npython_version = three\n",
        `nothing ! mypy.ini:2: ${namesNone("mypy.python_version", "three", "3.10")}`,
      ],
    }),
    ...inFile("pyrightconfig.json", {
      "pyrightconfig.json on one line": [
        '{"include": ["a/b"], "pythonVersion": "3.8"}',
        "3.8 to … pyrightconfig.json:1 pythonVersion",
      ],
      "pyrightconfig.json with comments": [
        '{\n  /* "pythonVersion": "3.5" */\n  // "pythonVersion": "3.6",\n  "pythonVersion": "3.9", // x\n}\n',
        "3.9 to … pyrightconfig.json:4 pythonVersion",
      ],
      "pyrightconfig.json for a folder": [
        '{"executionEnvironments": [{"root": "x", "pythonVersion": "3.5"}]}',
        "nothing",
      ],
      "pyrightconfig.json with a number": [
        '{"pythonVersion": 3.8}',
        'nothing ! pyrightconfig.json:1: `pythonVersion` must be a string such as "3.10", not a number: 3.10 is the number 3.1',
      ],
      "pyrightconfig.json with a list": [
        '{"pythonVersion": ["3.8"]}',
        'nothing ! pyrightconfig.json:1: `pythonVersion` must be a string such as "3.10", not an array',
      ],
      "pyrightconfig.json with a word": [
        '{"pythonVersion": "3.x"}',
        "3.0 to … pyrightconfig.json:1 pythonVersion",
      ],
      "a broken pyrightconfig.json": [
        '{"pythonVersion": "3.8"',
        "nothing ! pyrightconfig.json:-: this is no JSON that can be read",
      ],
    }),
    ...inFile("vermin.ini", {
      "vermin.ini with a line each": [
        "[vermin]\ntargets =\n  2.7-\n  3.6-\n",
        "3.6 to … vermin.ini:2 vermin.targets",
      ],
    }),
    ...inFile("uv.toml", {
      "uv.toml": ['[pip]\npython-version = "3.8"\n', "3.8 to … uv.toml:2 pip.python-version"],
      "uv.toml with a number": [
        "[pip]\npython-version = 3.8\n",
        'nothing ! uv.toml:2: `pip.python-version` must be a string such as "3.10", not a number: 3.10 is the number 3.1',
      ],
    }),
    ...inFile("hatch.toml", {
      "hatch.toml": [
        '[[envs.test.matrix]]\npython = ["3.8"]\n[[envs.test.matrix]]\npython = ["3.7"]\n',
        "3.8 to … hatch.toml:2 envs.test.matrix.python",
      ],
    }),
    ...inFile("tox.toml", {
      "tox.toml": [
        'requires = ["tox>=4"]\nenv_list = ["3.12", "3.11", "type"]\n',
        "3.11 to … tox.toml:2 env_list",
      ],
    }),
    ...inFile("tox.ini", {
      "groups at the beginning": [
        "[tox]\nenvlist = {py38,py39}-django{32,42}\n",
        "3.8 to … tox.ini:2 tox.env_list",
      ],
      "numbers of something else": ["[tox]\nenvlist = py39-{32,42}\n", "3.9 to … tox.ini:2 tox.env_list"],
      "a group behind a number": ["[tox]\nenvlist = py3{10,9,8}\n", "3.8 to … tox.ini:2 tox.env_list"],
      "dotted versions in a group": [
        "[tox]\nenvlist = py{3.9,3.10}-{unit,lint}\n",
        "3.9 to … tox.ini:2 tox.env_list",
      ],
      "a range of dotted versions": ["[tox]\nenv_list = 3.{9-12}\n", "3.9 to … tox.ini:2 tox.env_list"],
      PyPy: ["[tox]\nenvlist = pypy39,pypy3\n", "3.9 to … tox.ini:2 tox.env_list"],
      "no Python at all": ["[tox]\nenvlist = py, py3, lint\n", "nothing"],
      "one environment to a line, some left out": [
        "[tox]\nenvlist =\n\tpy39\n#\tpy38\n\n\tpy310\n",
        "3.9 to … tox.ini:2 tox.env_list",
      ],
      "an optional factor": ["[tox]\nenvlist = py{38,39}{,-cov}\n", "3.8 to … tox.ini:2 tox.env_list"],
      "a Python for each factor": [
        "[testenv]\nbase_python =\n    py38: python3.8\n    py39: python3.9\n",
        "3.8 to … tox.ini:2 testenv.basepython",
      ],
      "a Python of one environment": [
        "[tox]\nenvlist = a\n[testenv:a]\nbasepython = pypy3.9\n",
        "3.9 to … tox.ini:4 testenv:a.basepython",
      ],
      "what tox itself requires": ["[tox]\nrequires = tox>=4\nminversion = 3.8\n", "nothing"],
      "a substitution": ["[tox]\nenvlist = {[base]envs}\n", "nothing"],
    }),
    ...inFile("noxfile.py", {
      "a list that is made": [
        '@nox.session(python=[f"3.{m}" for m in range(9, 14)])\ndef t(s): ...',
        "3.9 to … noxfile.py:1 nox.session.python",
      ],
      "lists side by side": [
        'NEW = ["3.12"]\nALL = ["3.9", "3.10"] + NEW\n@nox.session(python=ALL)\ndef t(s): ...',
        "3.9 to … noxfile.py:2 nox.session.python",
      ],
      "a part of a list": [
        'ALL = ["3.8", "3.9", "3.10"]\n@nox.session(python=ALL[1:])\ndef t(s): ...',
        "3.9 to … noxfile.py:1 nox.session.python",
      ],
      "a list in a list": [
        'OLD = ["3.8"]\n@nox.session(python=[*OLD, "3.12", "pypy3.9"])\ndef t(s): ...',
        "3.8 to … noxfile.py:2 nox.session.python",
      ],
      "a tuple": [
        '@session(python=("3.9", "3.8"), reuse_venv=True)\ndef t(s): ...',
        "3.8 to … noxfile.py:1 nox.session.python",
      ],
      "the short name": [
        '@nox.session(py=["3.9", "3.8"])\ndef t(s): ...',
        "3.8 to … noxfile.py:1 nox.session.python",
      ],
      "a parameter": [
        '@nox.session\n@nox.parametrize("python", ["3.8", "3.9"])\ndef t(s, python): ...',
        "3.8 to … noxfile.py:2 nox.session.python",
      ],
      "what the project says": [
        "P = nox.project.python_versions(nox.project.load_toml())\n@nox.session(python=P)\ndef t(s): ...",
        "nothing",
      ],
      "a session for a chore": [
        '@nox.session(python="3.12")\ndef lint(s): ...\n@nox.session(python=False)\ndef docs(s): ...',
        "nothing",
      ],
    }),
  });
});
