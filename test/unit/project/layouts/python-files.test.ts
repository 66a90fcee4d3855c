import { inFile, testLayouts } from "./layouts";

const AT = "python_requires";

describe("what setup.py gives to setup()", () => {
  testLayouts(
    inFile("setup.py", {
      "a constant that is put together": [
        'MIN = "3.7"\nsetup(python_requires=">=" + MIN)',
        `3.7 to … setup.py:2 ${AT}`,
      ],
      "an f-string of constants": [
        'MAJOR, MINOR = 3, 7\nV = (3, 7)\nsetup(python_requires=f">={V[0]}.{V[1]}, <4")',
        `3.7 to … setup.py:3 ${AT}`,
      ],
      "an f-string of what is not known": ['setup(python_requires=f">={sys.version_info[0]}.7")', "nothing"],
      "a percent sign": ['V = (3, 7)\nsetup(python_requires=">=%d.%d" % V)', `3.7 to … setup.py:2 ${AT}`],
      "a method that fills in": [
        'V = (3, 7)\nsetup(python_requires=">={}.{}".format(*V))',
        `3.7 to … setup.py:2 ${AT}`,
      ],
      "parts that are joined": [
        'V = (3, 7)\nsetup(python_requires=">=" + ".".join(str(x) for x in V))',
        `3.7 to … setup.py:2 ${AT}`,
      ],
      "parts that are mapped and joined": [
        'V = (3, 7, 2)\nsetup(python_requires=">=" + ".".join(map(str, V[:2])))',
        `3.7 to … setup.py:2 ${AT}`,
      ],
      "clauses that are joined": [
        'setup(python_requires=", ".join([">=3.6", "!=3.7.*", "<3.12"]))',
        `3.6 to 3.11 setup.py:1 ${AT}`,
      ],
      "brackets around strings side by side": [
        'setup(\n  python_requires=(\n    ">=3.7,"\n    "<3.12"\n  ),\n)',
        `3.7 to 3.11 setup.py:2 ${AT}`,
      ],
      "another name for the function": [
        'from setuptools import setup as s\ns(python_requires=">=3.7")',
        `3.7 to … setup.py:2 ${AT}`,
      ],
      "a constant in a function": [
        'def main():\n    req = ">=3.7"\n    setup(python_requires=req)\nmain()',
        `3.7 to … setup.py:2 ${AT}`,
      ],
      "a constant with its type": [
        'REQ: str = ">=3.7"\nsetup(python_requires=REQ)',
        `3.7 to … setup.py:1 ${AT}`,
      ],
      "a constant with two names": ['A = B = ">=3.7"\nsetup(python_requires=A)', `3.7 to … setup.py:1 ${AT}`],
      "a constant that grows": ['REQ = ">=3.7"\nREQ += ",<4"\nsetup(python_requires=REQ)', "nothing"],
      "a choice": ['setup(python_requires=">=3.7" if WIN else ">=3.6")', "nothing"],
      "a mapping that is filled later": [
        'kw = {}\nif True:\n    kw["python_requires"] = ">=3.7"\nsetup(**kw)',
        `3.7 to … setup.py:3 ${AT}`,
      ],
      "a mapping that is updated": [
        'kw = dict(name="x")\nkw.update(python_requires=">=3.7")\nsetup(**kw)',
        `3.7 to … setup.py:2 ${AT}`,
      ],
      "a mapping that is updated with another": [
        'kw = dict(name="x")\nkw.update({"python_requires": ">=3.7"})\nsetup(**kw)',
        `3.7 to … setup.py:2 ${AT}`,
      ],
      "a mapping in a mapping": [
        'a = {"python_requires": ">=3.7"}\nb = {**a, "name": "x"}\nsetup(**b)',
        `3.7 to … setup.py:1 ${AT}`,
      ],
      "an entry of a mapping": [
        'about = {"py": ">=3.7"}\nsetup(python_requires=about["py"])',
        `3.7 to … setup.py:1 ${AT}`,
      ],
      "a mapping written into the call": [
        'setup(**{"python_requires": ">=3.7"})',
        `3.7 to … setup.py:1 ${AT}`,
      ],
      "what another module says": ["from meta import REQ\nsetup(python_requires=REQ)", "nothing"],
      "a list": [
        'setup(python_requires=[">=3.7"])',
        'nothing ! setup.py:1: `python_requires` must be a string such as ">=3.8", not an array',
      ],
      "a number": [
        "setup(python_requires=3.7)",
        'nothing ! setup.py:1: `python_requires` must be a string such as ">=3.8", not a number',
      ],
      "a comment at the end of the line": [
        'setup(python_requires=">=3.7",  # not 3.6\n)',
        `3.7 to … setup.py:1 ${AT}`,
      ],
      "Python 2's print": ['print "building"\nsetup(python_requires=">=3.7")', `3.7 to … setup.py:2 ${AT}`],
      "classifiers in one text": [
        'setup(classifiers="""\\\nProgramming Language :: Python :: 2.7\nProgramming Language :: Python :: 3.6\nProgramming Language :: Python :: 3.10\n""".splitlines())',
        "3.6 to … setup.py:1 classifiers",
      ],
      "classifiers that are made": [
        'setup(classifiers=["Topic :: x"] + [f"Programming Language :: Python :: 3.{m}" for m in range(8, 12)])',
        "3.8 to … setup.py:1 classifiers",
      ],
      "classifiers from a constant": [
        'C = [\n  "Programming Language :: Python :: 3.9",\n]\nsetup(classifiers=C)',
        "3.9 to … setup.py:1 classifiers",
      ],
    }),
  );
});

describe("what is inside a script", () => {
  testLayouts(
    inFile("x.py", {
      "a block below code": [
        'import os\n# /// script\n# requires-python = ">=3.11"\n# ///\n',
        "3.11 to … x.py:3 requires-python",
      ],
      "a block without an end": ['# /// script\n# requires-python = ">=3.11"\nimport os\n', "nothing"],
      "blanks behind the mark, which is none then": [
        '# /// script \n# requires-python = ">=3.11"\n# ///\n',
        "nothing",
      ],
      "broken TOML": [
        "# /// script\n# requires-python = >=3.11\n# ///\n",
        "nothing ! x.py:2: this is no valid TOML: invalid value",
      ],
      "a broken range": [
        '# /// script\n# requires-python = "3.11+"\n# ///\n',
        "nothing ! x.py:2: `requires-python`: `3.11+` is no range of Python versions; write `>=3.11`",
      ],
      "a number": [
        "# /// script\n# requires-python = 3.11\n# ///\n",
        'nothing ! x.py:2: `requires-python` must be a string such as ">=3.8", not a number',
      ],
      "a block that tells of dependencies alone": ["# /// script\n# dependencies = []\n# ///\n", "nothing"],
      "a block that stands further in": [
        'if 1:\n    # /// script\n    # requires-python = ">=3.11"\n    # ///\n    pass\n',
        "nothing",
      ],
      "lines without content": [
        '# /// script\n#\n# requires-python = ">=3.11"\n#\n# ///\n',
        "3.11 to … x.py:3 requires-python",
      ],
    }),
  );
});
