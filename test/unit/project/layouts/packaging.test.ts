import { inFile, testLayouts } from "./layouts";

function poetry(value: string): string {
  return `[tool.poetry.dependencies]\npython = ${value}\n`;
}

const POETRY = "pyproject.toml:2 tool.poetry.dependencies.python";
const REQUIRES = "pyproject.toml:2 project.requires-python";
const project = (value: string): string => `[project]\nrequires-python = ${value}\n`;

describe("what pyproject.toml tells packaging tools", () => {
  testLayouts(
    inFile("pyproject.toml", {
      "bounds that leave nothing": [
        project('">=3.8,<3.8"'),
        "nothing ! pyproject.toml:2: `project.requires-python`: `>=3.8,<3.8` lets no Python 3 in",
      ],
      "arbitrary equality with a micro": [project('"===3.8.5"'), `3.8 to 3.8 ${REQUIRES}`],
      "arbitrary equality with a minor, which no release is": [
        project('"===3.8"'),
        "nothing ! pyproject.toml:2: `project.requires-python`: `===3.8` lets no Python 3 in",
      ],
      "an epoch": [
        project('">=1!3.8"'),
        "nothing ! pyproject.toml:2: `project.requires-python`: `>=1!3.8` lets no Python 3 in",
      ],
      "a prerelease as the upper end": [project('">=3.8,<=3.14rc1"'), `3.8 to 3.13 ${REQUIRES}`],
      "a prerelease alone": [project('"==3.14.0rc1"'), `3.14 to 3.14 ${REQUIRES}`],
      "a development release": [project('">=3.8.dev0"'), `3.8 to … ${REQUIRES}`],
      "a leading zero": [project('">=3.08"'), `3.8 to … ${REQUIRES}`],
      "a leading v": [project('">=v3.8"'), `3.8 to … ${REQUIRES}`],
      "any Python 3": [project('"==3.*"'), `3.0 to … ${REQUIRES}`],
      "everything but Python 3": [
        project('"!=3.*"'),
        "nothing ! pyproject.toml:2: `project.requires-python`: `!=3.*` lets no Python 3 in",
      ],
      "Python 2 and some of 3": [project('">=2.7,<3.3"'), `3.0 to 3.2 ${REQUIRES}`],
      "Python 2 alone": [
        project('"==2.7.*"'),
        "nothing ! pyproject.toml:2: `project.requires-python`: `==2.7.*` lets no Python 3 in",
      ],
      "no comma": [
        project('">=3.8 <4"'),
        "nothing ! pyproject.toml:2: `project.requires-python`: `>=3.8 <4` is no range of Python versions; write a PEP 440 range such as `>=3.8` or `>=3.8,<3.13`",
      ],
      "signs in the wrong order": [
        project('"=>3.8"'),
        "nothing ! pyproject.toml:2: `project.requires-python`: `=>3.8` is no range of Python versions; write `>=3.8`",
      ],
      "a line break between clauses": [project('""">=3.8,\n<3.12"""'), `3.8 to 3.11 ${REQUIRES}`],
      "a number": [
        project("3.10"),
        'nothing ! pyproject.toml:2: `project.requires-python` must be a string such as ">=3.8", not a number',
      ],
      "a table": [
        project('{ min = "3.8" }'),
        'nothing ! pyproject.toml:2: `project.requires-python` must be a string such as ">=3.8", not a table',
      ],
      "a date": [
        project("2020-01-01"),
        'nothing ! pyproject.toml:2: `project.requires-python` must be a string such as ">=3.8", not a date',
      ],
      "a project that is no table": [
        'project = "x"\n',
        "nothing ! pyproject.toml:1: `project` must be a table, not a string",
      ],
      "an array of projects": [
        '[[project]]\nrequires-python = ">=3.8"\n',
        "nothing ! pyproject.toml:1: `project` must be a table, not an array",
      ],
      "quoted keys": ['["project"]\n"requires-python" = \'>=3.8\'\n', `3.8 to … ${REQUIRES}`],
      "a key that is given twice": [
        `${project('">=3.8"')}requires-python = ">=3.9"\n`,
        "nothing ! pyproject.toml:3: this is no valid TOML: trying to redefine an already defined table or value",
      ],
      "a byte order mark": [`\uFEFF${project('">=3.8"')}`, `3.8 to … ${REQUIRES}`],
      "tabs and comments": ['[project]\t# x\n\trequires-python\t=\t">=3.8"\t# y\n', `3.8 to … ${REQUIRES}`],
      "no final line end": ['[project]\nrequires-python = ">=3.8"', `3.8 to … ${REQUIRES}`],
      "another case": ['[project]\nRequires-Python = ">=3.8"\n', "nothing"],
      "Flit's old table": [
        '[tool.flit.metadata]\nrequires-python = "^3.8"\n',
        "nothing ! pyproject.toml:2: `tool.flit.metadata.requires-python`: `^3.8` is no range of Python versions; this is Poetry's syntax, write `>=3.8,<4`",
      ],
      "PDM's old table beside the standard one": [
        '[tool.pdm]\npython_requires = ">=3.6"\n[project]\nrequires-python = ">=3.8"\n',
        "3.8 to … pyproject.toml:4 project.requires-python",
      ],
      "Rye, which uses the standard table": [
        '[project]\nrequires-python = ">= 3.8"\n[tool.rye]\nmanaged = true\n',
        `3.8 to … ${REQUIRES}`,
      ],
      "Hatch's dynamic metadata, which is somewhere else": [
        '[project]\ndynamic = ["version"]\nrequires-python = ">=3.8"\n[tool.hatch.version]\npath = "x.py"\n',
        "3.8 to … pyproject.toml:3 project.requires-python",
      ],
    }),
  );
});

describe("what pyproject.toml tells Poetry", () => {
  testLayouts(
    inFile("pyproject.toml", {
      "several carets": [poetry('"^3.8 || ^3.10"'), `3.8 to … ${POETRY}`],
      "tildes side by side": [poetry('"~3.8 || ~3.9"'), `3.8 to 3.9 ${POETRY}`],
      "a tilde for Python 2": [poetry('"~2.7 || ^3.5"'), `3.5 to … ${POETRY}`],
      "a caret for Python 2 alone": [
        poetry('"^2.7"'),
        "nothing ! pyproject.toml:2: `tool.poetry.dependencies.python`: `^2.7` lets no Python 3 in",
      ],
      "a caret with an upper bound": [poetry('"^3.8,<3.12"'), `3.8 to 3.11 ${POETRY}`],
      "a caret with an exclusion": [poetry('"^3.8,!=3.9.*"'), `3.8 to … ${POETRY}`],
      "blanks around the signs": [poetry('" >= 3.8 , < 3.12 "'), `3.8 to 3.11 ${POETRY}`],
      "an exact version": [poetry('"3.8"'), `3.8 to 3.8 ${POETRY}`],
      "an exact version with a sign": [poetry('"=3.8.5"'), `3.8 to 3.8 ${POETRY}`],
      "exact versions side by side": [poetry('"3.8.* || 3.10.*"'), `3.8 to 3.10 ${POETRY}`],
      "a caret with a prerelease": [poetry('"^3.14.0rc1"'), `3.14 to … ${POETRY}`],
      "only an upper bound": [poetry('"<3.12"'), `… to 3.11 ${POETRY}`],
      "nothing between the bars": [
        poetry('"^3.8 ||"'),
        "nothing ! pyproject.toml:2: `tool.poetry.dependencies.python`: `^3.8 ||` is no range of Python versions; write a PEP 440 range such as `>=3.8` or `>=3.8,<3.13`",
      ],
      "the empty text": [poetry('""'), `… to … ${POETRY}`],
      "a word": [
        poetry('"three"'),
        "nothing ! pyproject.toml:2: `tool.poetry.dependencies.python`: `three` is no range of Python versions; write a PEP 440 range such as `>=3.8` or `>=3.8,<3.13`",
      ],
      "several constraints": [
        poetry(
          '[\n  { version = "^3.8", platform = "linux" },\n  { version = ">=3.10", platform = "win32" },\n]',
        ),
        `3.8 to … ${POETRY}`,
      ],
      "several texts": [poetry('["^2.7", "~3.9"]'), `3.9 to 3.9 ${POETRY}`],
      "constraints of which one is broken": [
        poetry("[{ version = 3.8 }]"),
        'nothing ! pyproject.toml:2: `tool.poetry.dependencies.python` must be a string such as "^3.8", not a number',
      ],
      "a table without a version": [
        poetry("{ optional = true }"),
        'nothing ! pyproject.toml:2: `tool.poetry.dependencies.python` must be a string such as "^3.8", not a table',
      ],
      "a table of its own": [
        '[tool.poetry.dependencies.python]\nversion = "^3.9"\n',
        "3.9 to … pyproject.toml:1 tool.poetry.dependencies.python",
      ],
      "a group of dependencies": [
        '[tool.poetry.group.dev.dependencies]\npython = "^3.11"\n[tool.poetry.dependencies]\npython = "^3.8"\n',
        "3.8 to … pyproject.toml:4 tool.poetry.dependencies.python",
      ],
      "old dependencies for development": ['[tool.poetry.dev-dependencies]\npython = "^3.11"\n', "nothing"],
      "the standard table beside it": [
        `${poetry('"^3.11"')}[project]\nrequires-python = ">=3.8"\n`,
        "3.8 to … pyproject.toml:4 project.requires-python",
      ],
    }),
  );
});

const CFG = "setup.cfg:2 options.python_requires";

describe("what setup.cfg tells setuptools", () => {
  testLayouts({
    ...inFile("setup.cfg", {
      "a key that stands further in": [
        "[options]\n  python_requires = >=3.7\n  zip_safe = no\n",
        `3.7 to … ${CFG}`,
      ],
      "a dash": ["[options]\npython-requires = >=3.7\n", "3.7 to … setup.cfg:2 options.python-requires"],
      "another case": [
        "[options]\nPYTHON_REQUIRES = >=3.7\n",
        "3.7 to … setup.cfg:2 options.python_requires",
      ],
      "a key that is given twice": [
        "[options]\npython_requires = >=3.7\npython_requires = >=3.8\n",
        "nothing ! setup.cfg:3: `options.python_requires` is given twice, which makes the file invalid",
      ],
      quotes: [
        '[options]\npython_requires = ">=3.7"\n',
        'nothing ! setup.cfg:2: `options.python_requires`: `">=3.7"` is no range of Python versions; write a PEP 440 range such as `>=3.8` or `>=3.8,<3.13`',
      ],
      "a bare version": [
        "[options]\npython_requires = 3.7\n",
        `3.7 to … ${CFG} ! setup.cfg:2: \`options.python_requires\`: \`3.7\` is no range of Python versions; write \`>=3.7\``,
      ],
      "an empty value": ["[options]\npython_requires =\n", `… to … ${CFG}`],
      "comments between the lines": [
        "[options]\npython_requires =\n# x\n  >=3.7,\n\n  <4\n",
        `3.7 to … ${CFG}`,
      ],
      "a byte order mark and carriage returns": [
        "\uFEFF[options]\r\npython_requires = >=3.7\r\n",
        `3.7 to … ${CFG}`,
      ],
      "a section of another tool": [
        "[tool:pytest]\npython_requires = >=3.5\n[options]\npython_requires=>=3.7\n",
        "3.7 to … setup.cfg:4 options.python_requires",
      ],
      "an interpolation, which setuptools does not know": [
        "[options]\npython_requires = >=%(min)s\n",
        "nothing ! setup.cfg:2: `options.python_requires`: `>=%(min)s` is no range of Python versions; write a PEP 440 range such as `>=3.8` or `>=3.8,<3.13`",
      ],
      "Poetry's syntax": [
        "[options]\npython_requires = ~3.7\n",
        "nothing ! setup.cfg:2: `options.python_requires`: `~3.7` is no range of Python versions; this is Poetry's syntax, write `==3.7.*`",
      ],
    }),
    "a broken value, and a pyproject.toml that says nothing": [
      {
        "pyproject.toml": "[build-system]\n",
        "setup.cfg": "[options]\npython_requires = x\n",
        ".python-version": "3.9\n",
      },
      "3.9 to 3.9 .python-version:1 version ! setup.cfg:2: `options.python_requires`: `x` is no range of Python versions; write a PEP 440 range such as `>=3.8` or `>=3.8,<3.13`",
    ],
  });
});
