import { inFile, testLayouts } from "./layouts";

const CI = ".github/workflows/ci.yml";
const matrix = (lines: string): string => `jobs:\n  t:\n    strategy:\n      matrix:\n${lines}`;

describe("what pipelines test on", () => {
  testLayouts({
    ...inFile(CI, {
      "quoted versions": [
        matrix("        python-version: ['3.10', \"3.9\"]\n"),
        `3.9 to … ${CI}:5 python-version`,
      ],
      "a number that is another": [
        matrix("        python-version: [3.9, 3.10]\n"),
        `3.9 to … ${CI}:5 python-version ! ${CI}:5: \`python-version\`: \`3.10\` without quotes is the number 3.1; write \`"3.10"\``,
      ],
      "short keys": [matrix("        py: [3.9, 3.11]\n"), `3.9 to … ${CI}:5 py`],
      "a key for Python": [
        matrix("        python:\n          - 3.9\n          - 'pypy-3.9'\n"),
        `3.9 to … ${CI}:5 python`.replace(":5", ":6"),
      ],
      "a key with a line": [matrix("        python_version: ['3.8']\n"), `3.8 to … ${CI}:5 python_version`],
      "more combinations": [
        matrix(
          "        python-version: ['3.10']\n        include:\n          - python-version: '3.7'\n            os: ubuntu-20.04\n          - { os: x, python-version: '3.6' }\n",
        ),
        `3.6 to … ${CI}:5 python-version`,
      ],
      "fewer combinations": [
        matrix(
          "        python-version: ['3.10', '3.9']\n        exclude:\n          - python-version: '3.6'\n",
        ),
        `3.9 to … ${CI}:5 python-version`,
      ],
      "combinations alone": [
        matrix(
          "        include:\n          - {python: '3.8', env: a}\n          - {python: '3.12', env: b}\n",
        ),
        `3.8 to … ${CI}:6 python`,
      ],
      "an anchor": [
        matrix("        python-version: &all ['3.9', '3.12']\n        other: *all\n"),
        `3.9 to … ${CI}:5 python-version`,
      ],
      "environments of tox": [
        matrix("        toxenv: [py39-django32, 'py310,docs', lint]\n"),
        `3.9 to … ${CI}:5 toxenv`,
      ],
      "a matrix in JSON": [
        '{"jobs": {"t": {"strategy": {"matrix": {"python-version": ["3.8", "3.9"]}}}}}\n',
        `3.8 to … ${CI}:1 python-version`,
      ],
      "lines of a text": [
        "jobs:\n  t:\n    steps:\n      - uses: actions/setup-python@v5\n        with:\n          python-version: |\n            3.9\n            3.10\n",
        `3.9 to … ${CI}:7 python-version`,
      ],
      "one step's Python": ["jobs:\n  t:\n    steps:\n      - with: { python-version: '3.12' }\n", "nothing"],
      "the same Python in two steps": [
        "a:\n  python-version: '3.12'\nb:\n  python-version: 3.12\n",
        "nothing",
      ],
      "prereleases and free threading": [
        matrix("        python-version: ['3.15-dev', '3.14t', '3.13.0-rc.1']\n"),
        `3.13 to … ${CI}:5 python-version`,
      ],
      "an expression": [
        matrix("        python-version: ${{ fromJSON(needs.x.outputs.pythons) }}\n"),
        "nothing",
      ],
      "comments between": [
        matrix(
          "        python-version: # all\n          # old\n          - '3.9' # x\n\n          - '3.10'\n",
        ),
        `3.9 to … ${CI}:7 python-version`,
      ],
      "a list at the depth of its key": [
        matrix("        python-version:\n        - '3.9'\n        - '3.10'\n        os: [a]\n"),
        `3.9 to … ${CI}:6 python-version`,
      ],
      "carriage returns": [
        matrix("        python-version: ['3.9', '3.10']\n").replaceAll("\n", "\r\n"),
        `3.9 to … ${CI}:5 python-version`,
      ],
    }),
    ...inFile(".gitlab-ci.yml", {
      "GitLab's matrix": [
        'test:\n  parallel:\n    matrix:\n      - PYTHON_VERSION: ["3.9", "3.10"]\n',
        "3.9 to … .gitlab-ci.yml:4 PYTHON_VERSION",
      ],
      "GitLab's images": [
        "a:\n  image: python:3.8-slim\nb:\n  image: registry.x/y/python:3.12\n",
        "3.8 to … .gitlab-ci.yml:2 image",
      ],
      "one image": ["default:\n  image: python:3.12\n", "nothing"],
    }),
    ...inFile(".travis.yml", {
      Travis: ["language: python\npython:\n  - 3.6\n  - '3.7'\n", "3.6 to … .travis.yml:3 python"],
      "jobs of Travis": [
        "jobs:\n  include:\n    - python: 3.6\n    - python: 3.7\n      env: X=1\n",
        "3.6 to … .travis.yml:3 python",
      ],
    }),
    ...inFile("azure-pipelines.yml", {
      Azure: [
        "strategy:\n  matrix:\n    Python38:\n      python.version: '3.8'\n    Python39:\n      python.version: '3.9'\n",
        "3.8 to … azure-pipelines.yml:4 python.version",
      ],
    }),
    ...inFile(".circleci/config.yml", {
      CircleCI: [
        "workflows:\n  a:\n    jobs:\n      - test:\n          matrix:\n            parameters:\n              python-version: ['3.8', '3.9']\n",
        "3.8 to … .circleci/config.yml:7 python-version",
      ],
    }),
  });
});
