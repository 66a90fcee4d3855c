import { namesNone, testLayouts } from "./layouts";

describe("which file speaks", () => {
  testLayouts({
    "setup.py before setup.cfg": [
      { "setup.py": 'setup(python_requires=">=3.8")', "setup.cfg": "[options]\npython_requires=>=3.6\n" },
      "3.8 to … setup.py:1 python_requires",
    ],
    "the standard table before setup.py": [
      {
        "setup.py": 'setup(python_requires=">=3.8")',
        "pyproject.toml": '[project]\nrequires-python = ">=3.9"\n',
      },
      "3.9 to … pyproject.toml:2 project.requires-python",
    ],
    "pipenv before conda": [
      { Pipfile: '[requires]\npython_version = "3.9"\n', "environment.yml": "dependencies: [python=3.10]\n" },
      "3.9 to 3.9 Pipfile:2 requires.python_version",
    ],
    "conda before tools": [
      { "environment.yml": "dependencies: [python=3.10]\n", "mypy.ini": "[mypy]\npython_version = 3.8\n" },
      "3.10 to 3.10 environment.yml:1 dependencies.python",
    ],
    "metadata before classifiers of another file": [
      {
        "setup.py": 'setup(classifiers=["Programming Language :: Python :: 3.6"])',
        "setup.cfg": "[options]\npython_requires = >=3.8\n",
      },
      "3.8 to … setup.cfg:2 options.python_requires",
    ],
    "tools before pins": [
      { ".python-version": "3.12\n", "ruff.toml": 'target-version = "py39"\n' },
      "3.9 to … ruff.toml:1 target-version",
    ],
    "a pin before uv's": [
      { ".python-version": "3.12\n", "uv.toml": '[pip]\npython-version = "3.8"\n' },
      "3.12 to 3.12 .python-version:1 version",
    ],
    "each broken source is told, and the next speaks": [
      {
        "pyproject.toml": "[project]\nrequires-python = 3\n",
        Pipfile: '[requires]\npython_version = "x"\n',
        "mypy.ini": "[mypy]\npython_version = y\n",
        ".python-version": "3.9\n",
      },
      `3.9 to 3.9 .python-version:1 version ! pyproject.toml:2: \`project.requires-python\` must be a string such as ">=3.8", not a number ! Pipfile:2: ${namesNone("requires.python_version", "x", "3.10")} ! mypy.ini:2: ${namesNone("mypy.python_version", "y", "3.10")}`,
    ],
  });
});
