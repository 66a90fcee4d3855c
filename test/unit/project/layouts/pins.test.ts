import { inFile, namesNone, testLayouts } from "./layouts";

describe("what pins an interpreter", () => {
  testLayouts({
    ...inFile(".python-version", {
      comments: ["# ours\n3.9.2 # x\n", "3.9 to 3.9 .python-version:2 version"],
      "a major": ["3\n", "3.0 to … .python-version:1 version"],
      PyPy: ["pypy3.9\n", "3.9 to 3.9 .python-version:1 version"],
      "PyPy, as uv writes it": ["pypy@3.10\n", "3.10 to 3.10 .python-version:1 version"],
      "a prerelease": ["3.15.0a1\n", "3.15 to 3.15 .python-version:1 version"],
      "a prerelease of a minor": ["3.15-dev\n", "3.15 to 3.15 .python-version:1 version"],
      "a build of uv": ["cpython-3.12.1-linux-x86_64-gnu\n", "3.12 to 3.12 .python-version:1 version"],
      "an environment of pyenv": ["3.11.4/envs/x\n", "3.11 to 3.11 .python-version:1 version"],
      "a prefix": ["python-3.8.1\n", "3.8 to 3.8 .python-version:1 version"],
      "Python 2": ["2.7.18\n", "nothing"],
      "Python 2 and 3": ["2.7.18\n3.8.10\n", "3.8 to … .python-version:1 version"],
      "the system's own": ["system\n", "nothing"],
      "the system's own and another": ["system 3.9\n", "3.9 to … .python-version:1 version"],
      "a slip": ["3..8\n", `nothing ! .python-version:1: ${namesNone("version", "3..8", "3.10")}`],
      "Poetry's syntax": ["^3.8\n", `nothing ! .python-version:1: ${namesNone("version", "^3.8", "3.10")}`],
      quotes: ['"3.8"\n', `nothing ! .python-version:1: ${namesNone("version", '"3.8"', "3.10")}`],
      "a slip beside another": [
        "3.9\n3,8\n",
        `3.9 to … .python-version:1 version ! .python-version:2: ${namesNone("version", "3,8", "3.10")}`,
      ],
      "a range with blanks": [">= 3.8, < 3.12\n", "3.8 to 3.11 .python-version:1 version"],
      "a byte order mark": ["\uFEFF3.9\r\n", "3.9 to 3.9 .python-version:1 version"],
      Stackless: ["stackless-3.7.5\n", "nothing"],
    }),
    ...inFile("runtime.txt", {
      "runtime.txt of Heroku": ["python-3.10.4 \n", "3.10 to 3.10 runtime.txt:1 version"],
      "runtime.txt of Netlify": ["3.8\n", "3.8 to 3.8 runtime.txt:1 version"],
      "runtime.txt with Python 2": ["python-2.7.18\n", "nothing"],
      "runtime.txt with a word": [
        "python-three\n",
        `nothing ! runtime.txt:1: ${namesNone("version", "python-three", "python-3.10.4")}`,
      ],
    }),
    ...inFile(".tool-versions", {
      "several versions": ["nodejs 20.1\npython 3.11.4 3.9.1 # x\n", "3.9 to … .tool-versions:2 python"],
      "the system's": ["python system\n", "nothing"],
      "another tool": ["python-poetry 3.8\n", "nothing"],
      "PyPy of asdf": ["python pypy3.9-7.3.9\n", "3.9 to 3.9 .tool-versions:1 python"],
      "a slip of asdf": [
        "python ^3.8\n",
        `nothing ! .tool-versions:1: ${namesNone("python", "^3.8", "3.10")}`,
      ],
    }),
    ...inFile("mise.toml", {
      "mise with several": ['[tools]\npython = ["3.10", "3.8"]\n', "3.8 to … mise.toml:2 tools.python"],
      "mise with a table": [
        '[tools]\npython = { version = "3.11", virtualenv = ".venv" }\n',
        "3.11 to 3.11 mise.toml:2 tools.python",
      ],
      "mise with the newest": ['[tools]\npython = "latest"\n', "nothing"],
    }),
    ...inFile("Dockerfile", {
      "a stage": [
        "FROM --platform=linux/amd64 docker.io/library/python:3.9.7-slim AS base\n",
        "3.9 to 3.9 Dockerfile:1 FROM",
      ],
      "an image without a minor": ["FROM python:3\n", "nothing"],
    }),
  });
});
