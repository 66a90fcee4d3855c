import { inFile, namesNone, testLayouts } from "./layouts";

describe("what pipenv and conda install", () => {
  testLayouts({
    ...inFile("Pipfile", {
      "a micro": ['[requires]\npython_version = "3.8.2"\n', "3.8 to 3.8 Pipfile:2 requires.python_version"],
      "both keys": [
        '[requires]\npython_version = "3.8"\npython_full_version = "3.8.10"\n',
        "3.8 to 3.8 Pipfile:3 requires.python_full_version",
      ],
      "a range, which pipenv does not read": [
        '[requires]\npython_version = ">=3.8"\n',
        `nothing ! Pipfile:2: ${namesNone("requires.python_version", ">=3.8", "3.10")}`,
      ],
      "a star": [
        '[requires]\npython_version = "*"\n',
        `nothing ! Pipfile:2: ${namesNone("requires.python_version", "*", "3.10")}`,
      ],
      "a word": [
        '[requires]\npython_version = "three"\n',
        `nothing ! Pipfile:2: ${namesNone("requires.python_version", "three", "3.10")}`,
      ],
      "Python 2": [
        '[requires]\npython_version = "2.7"\n',
        "nothing ! Pipfile:2: `requires.python_version`: `2.7` lets no Python 3 in",
      ],
      "a broken full version beside a right one": [
        '[requires]\npython_full_version = "x"\npython_version = "3.8"\n',
        `3.8 to 3.8 Pipfile:3 requires.python_version ! Pipfile:2: ${namesNone("requires.python_full_version", "x", "3.10")}`,
      ],
      "no table": ['requires = "3.8"\n', "nothing ! Pipfile:1: `requires` must be a table, not a string"],
      "a package of that name": ['[packages]\npython_version = "*"\n', "nothing"],
    }),
    ...inFile("environment.yml", {
      "a lower bound without blanks": [
        "dependencies:\n  - python>=3.8\n",
        "3.8 to … environment.yml:2 dependencies.python",
      ],
      "a list at the margin": [
        "dependencies:\n- numpy\n- python =3.9\n- pip:\n  - python==3.2\n",
        "3.9 to 3.9 environment.yml:3 dependencies.python",
      ],
      "a major": ["dependencies:\n  - python=3\n", "3.0 to … environment.yml:2 dependencies.python"],
      brackets: [
        "dependencies:\n  - conda-forge::python[version='>=3.8,<3.12',build=*_cpython]\n",
        "3.8 to 3.11 environment.yml:2 dependencies.python",
      ],
      "a build behind the version": [
        "dependencies:\n  - python 3.9.* *_cpython\n",
        "3.9 to 3.9 environment.yml:2 dependencies.python",
      ],
      "versions side by side": [
        "dependencies:\n  - python 3.8.*|3.10.*\n",
        "3.8 to 3.10 environment.yml:2 dependencies.python",
      ],
      "an exclusion": [
        "dependencies:\n  - python>=3.6,!=3.6.*\n",
        "3.7 to … environment.yml:2 dependencies.python",
      ],
      "any Python": ["dependencies:\n  - python\n  - numpy\n", "nothing"],
      "a slip": [
        "dependencies:\n  - python=>3.8\n",
        "nothing ! environment.yml:2: `dependencies.python`: `=>3.8` is no range of Python versions; write `>=3.8`",
      ],
      "a word": [
        "dependencies:\n  - python=three\n",
        "nothing ! environment.yml:2: `dependencies.python`: `=three` is no range of Python versions; write a PEP 440 range such as `>=3.8` or `>=3.8,<3.13`",
      ],
      "a flow over several lines": [
        "dependencies: [\n  numpy, # x\n  'python >=3.9',\n]\n",
        "3.9 to … environment.yml:3 dependencies.python",
      ],
      "packages of similar names": [
        "dependencies:\n  - python_abi=3.9\n  - python-build\n  - pythonnet 3.0\n",
        "nothing",
      ],
      "a key of another level": [
        "x:\n  dependencies:\n    - python=3.5\ndependencies:\n  - python=3.9\n",
        "3.9 to 3.9 environment.yml:5 dependencies.python",
      ],
    }),
    ...inFile("meta.yaml", {
      "a recipe with templates": [
        '{% set version = "1.0" %}\n{% set python_min = "3.9" %}\npackage:\n  name: x\n  version: {{ version }}\nrequirements:\n  host:\n    - python {{ python_min }}\n  run:\n    - python >={{ python_min }}\n',
        "3.9 to … meta.yaml:10 run.python",
      ],
      "a template that is set elsewhere": [
        "requirements:\n  run:\n    - python >={{ python_min }}\n",
        "nothing",
      ],
      selectors: [
        "requirements:\n  run:\n    - python >=2.7,<3  # [py2k]\n    - python >=3.7  # [py3k]\n",
        "3.7 to … meta.yaml:3 run.python",
      ],
      outputs: [
        "outputs:\n  - name: a\n    requirements:\n      run:\n        - python >=3.8\n",
        "3.8 to … meta.yaml:5 run.python",
      ],
      "tests alone": ["test:\n  requires:\n    - python 3.6\n  run:\n    - python 3.5\n", "nothing"],
      "a recipe for any Python": ["requirements:\n  host:\n    - python\n  run:\n    - python\n", "nothing"],
    }),
  });
});
