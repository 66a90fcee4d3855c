import assert from "node:assert/strict";
import { type Files, testRows, withFloor } from "./byte-for-byte";

const REQUIRES = '[project] # ünïcode 🐍\nname = "x"\nrequires-python = ">=3.6"  # the floor\n';
const RAISED = REQUIRES.replace("3.6", "3.8");

describe("raising the minimum, byte for byte", () => {
  testRows(
    {
      "a range": ["pyproject.toml", REQUIRES, RAISED],
      "a range in another kind of quotes": [
        "pyproject.toml",
        REQUIRES.replaceAll('"', "'"),
        RAISED.replaceAll('"', "'"),
      ],
      "a range of three quotes": [
        "pyproject.toml",
        "[project]\nrequires-python = '''>=3.6'''\n",
        "[project]\nrequires-python = '''>=3.8'''\n",
      ],
      "a range with more to it": [
        "pyproject.toml",
        '[project]\nrequires-python=" >= 3.6.2 , != 3.7.* , < 4 "\n',
        '[project]\nrequires-python=" >= 3.8 , < 4 "\n',
      ],
      "an inline table": [
        "pyproject.toml",
        'project = { name = "x", requires-python = ">=3.6" } # x\n',
        'project = { name = "x", requires-python = ">=3.8" } # x\n',
      ],
      "Poetry's caret": [
        "pyproject.toml",
        '[tool.poetry.dependencies]\npython = "^3.6" # x\nrequests = "^2"\n',
        '[tool.poetry.dependencies]\npython = "^3.8" # x\nrequests = "^2"\n',
      ],
      "Poetry's alternatives": [
        "pyproject.toml",
        '[tool.poetry.dependencies]\npython = "~3.6 || ~3.7 || ^3.8"\n',
        '[tool.poetry.dependencies]\npython = "^3.8"\n',
      ],
      "Poetry's table": [
        "pyproject.toml",
        '[tool.poetry.dependencies]\npython = { version = "^3.6", optional = false }\n',
        '[tool.poetry.dependencies]\npython = { version = "^3.8", optional = false }\n',
      ],
      "setup.cfg over several lines": [
        "setup.cfg",
        "[options]\npackages = find:\npython_requires =\n  >=3.6\n  ,<4\n; end\n",
        "[options]\npackages = find:\npython_requires =\n  >=3.8\n  ,<4\n; end\n",
      ],
      "setup.py": [
        "setup.py",
        "from setuptools import setup\nsetup(\n  name='x',\n  python_requires='>=3.6, <4',  # x\n)\n",
        "from setuptools import setup\nsetup(\n  name='x',\n  python_requires='>=3.8, <4',  # x\n)\n",
      ],
      "a constant of setup.py": [
        "setup.py",
        "REQUIRES = '>=3.6'  # x\nsetup(python_requires=REQUIRES)\n",
        "REQUIRES = '>=3.8'  # x\nsetup(python_requires=REQUIRES)\n",
      ],
      "a text of setup.py that is put together, which stays": [
        "setup.py",
        "MIN = '3.6'\nsetup(python_requires='>=' + MIN)\n",
        "MIN = '3.6'\nsetup(python_requires='>=' + MIN)\n",
      ],
      "a recipe of conda": [
        "meta.yaml",
        "requirements:\n  run:\n    - python >=3.6 # x\n    - numpy\n",
        "requirements:\n  run:\n    - python >=3.8 # x\n    - numpy\n",
      ],
      "a script": [
        "x.py",
        "# /// script\n# requires-python = '>=3.6'\n# ///\nimport os\n",
        "# /// script\n# requires-python = '>=3.8'\n# ///\nimport os\n",
      ],
      "SinceWhen's own target": [
        "sincewhen.toml",
        '# ours\ntarget = "3.6"  # oldest\nignore = []\n',
        '# ours\ntarget = "3.8"  # oldest\nignore = []\n',
      ],
      "SinceWhen's own range": [
        "pyproject.toml",
        "[tool.sincewhen]\ntarget='>=3.6,<4' # x\n",
        "[tool.sincewhen]\ntarget='>=3.8,<4' # x\n",
      ],
    },
    (files) => withFloor(files, 8),
  );

  it("takes along whatever spoke of the old one", () => {
    const before: Files = {
      "pyproject.toml": `${REQUIRES}classifiers = [\n    "Topic :: x", # y\n    "Programming Language :: Python :: 3.6",\n    "Programming Language :: Python :: 3.7",  # old\n    "Programming Language :: Python :: 3.8",\n]\n\n[tool.ruff]\ntarget-version = 'py36' # ruff\n\n[tool.black]\ntarget-version = ['py36', 'py37', 'py38',]\n`,
      "mypy.ini": "[mypy]\r\npython_version: 3.6\t\r\nstrict = True\r\n",
      "pyrightconfig.json": '{\n\t// oldest\n\t"pythonVersion" : "3.6", /* x */\n\t"strict": ["a"]\n}',
      "tox.ini": "[tox]\nenvlist =\n\tpy36-django{22,32}\n\tpy{36,37,38}-lint\n\t# docs\n\tdocs\n",
      "noxfile.py":
        'PYTHONS = [\n    "3.6",\n    "3.8",\n]\n\n@nox.session(python=PYTHONS)\ndef tests(session): ...\n',
      ".github/workflows/ci.yml":
        "jobs:\n  t:\n    strategy:\n      matrix:\n        python-version: ['3.6', '3.7', '3.8'] # all\n        include:\n          - python-version: '3.6'\n            os: ubuntu-20.04\n",
      "vermin.ini": "[vermin]\ntargets = 3.6-\n",
      ".python-version": "3.6.15\n",
    };
    assert.deepEqual(withFloor(before, 8), {
      "pyproject.toml": `${RAISED}classifiers = [\n    "Topic :: x", # y\n    "Programming Language :: Python :: 3.8",\n]\n\n[tool.ruff]\ntarget-version = 'py38' # ruff\n\n[tool.black]\ntarget-version = ['py38',]\n`,
      "mypy.ini": "[mypy]\r\npython_version: 3.8\t\r\nstrict = True\r\n",
      "pyrightconfig.json": '{\n\t// oldest\n\t"pythonVersion" : "3.8", /* x */\n\t"strict": ["a"]\n}',
      "tox.ini": "[tox]\nenvlist =\n\tpy{38}-lint\n\t# docs\n\tdocs\n",
      "noxfile.py": 'PYTHONS = [\n    "3.8",\n]\n\n@nox.session(python=PYTHONS)\ndef tests(session): ...\n',
      ".github/workflows/ci.yml":
        "jobs:\n  t:\n    strategy:\n      matrix:\n        python-version: ['3.8'] # all\n        include:\n          - python-version: '3.8'\n            os: ubuntu-20.04\n",
      "vermin.ini": "[vermin]\ntargets = 3.8-\n",
      ".python-version": "3.8\n",
    });
  });
});
