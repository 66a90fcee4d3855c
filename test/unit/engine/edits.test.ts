import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Engine, ModuleSource, ParsedDocument, TextEdit } from "../../../server/src/engine/analysis";
import type { DocumentAnalysis } from "../../../server/src/engine/findings";
import { minorsFrom } from "../../../server/src/engine/version";
import { generatePython } from "../../bench/generate-python";
import { Random } from "../../bench/random";
import { gatherPython } from "../../bench/real-python";
import { engineForTests } from "../fixtures/engine-for-tests";

const FIXTURES = path.join(__dirname, "../../fixtures/python");
const EDITS = 600;

/** What is typed: names and statements that mean something to the analysis, and what breaks the code for a while. */
const PIECES = [
  "x",
  " ",
  "\n",
  ".",
  "(",
  ")",
  '"',
  "# note",
  "    ",
  "self.value = ",
  "return ",
  "yield ",
  "global CACHE; CACHE = ",
  "import asyncio\n",
  "from math import prod\n",
  "from os import *",
  "asyncio.run(main())",
  "Path.cwd()",
  "text.removeprefix('a')",
  "if sys.version_info >= (3, 9): ",
  "def inner(a): return a\n",
  "class Inner: pass\n",
  "async ",
  "await ",
  "[y := 1, *z]",
  "match x:\n  case 1: pass\n",
  "sys.exit()",
  "helper(1)",
  "f'{x=}'",
  "try: pass\n",
  "else: ",
  "math.prod = None",
  "'",
  '"""',
  "[",
  "}",
  "\\\n",
  "@property\n",
  "def __enter__(self): return self\n",
  "from os import path, sep\n",
  "from __future__ import annotations\n",
  "lambda text: text",
];

/** Results, attributes and globals that are known from the bodies of other functions, in circles and across classes. */
const INTERWOVEN = `import asyncio, math, pathlib, sys
from pathlib import Path
from helper import Helper, make

CACHE = None

def start():
    return Path.cwd()

def later():
    value = start()
    value = value.parent
    return value

async def fetch():
    return later()

def ping(n):
    if n:
        return pong(n - 1)
    return Path("a")

def pong(n):
    found = ping(n)
    return found or start()

def remember(text):
    global CACHE
    CACHE = later()
    return text

TEXT = ""

def collect(text):
    global TEXT, CACHE
    TEXT = TEXT + text.strip()
    while CACHE.name:
        CACHE = CACHE.parent
        folder = CACHE
        folder = folder / TEXT.removeprefix("c")
    return collect(TEXT) or CACHE.with_stem(TEXT)

def climb(place=start()):
    for child in place.iterdir():
        yield child.parent
        yield from climb(child)

def recall():
    for each in climb():
        each.with_stem(collect("d").name.removesuffix("e"))
    CACHE.is_relative_to("/")
    remember("a").removeprefix("b")
    later().is_relative_to("/")
    ping(1).is_relative_to("/")
    return [each.with_stem("c") for each in later().parents]

class Base:
    root = start()

    def __init__(self):
        self.folder = later()
        self.name = "a"

    def rename(self, other):
        self.name = other.name
        self.folder = self.folder.parent
        self.name += self.name.strip()
        self.items = [*self.items, self.folder]
        return self.name

class Child(Base):
    def __init__(self):
        super().__init__()
        self.items = []
        self.helper = Helper()

    async def run(self):
        self.folder.is_relative_to(self.root)
        self.name.removeprefix("x")
        (await fetch()).hardlink_to("y")
        def inner():
            self.items = {}
            return self.items
        return inner() | {}

    def use(self):
        child = Child()
        child.rename(self).removesuffix("z")
        for item in self.items:
            math.prod(item)
        child.helper.folder().with_stem("u")
        make(child).hardlink_to("t")
        return child.folder.with_stem("w")
`;

/** With it, most of that is looked into while the module is loaded. */
const CALLS = `
Child().use().is_relative_to("v")
recall()
`;

const HELPER = `from pathlib import Path

class Helper:
    def __init__(self):
        self.root = Path.cwd()

    def folder(self):
        return self.root.parent

def make(thing):
    return Helper().folder()
`;

const modules: ModuleSource = {
  version: 1,
  find: ({ name }) => (name === "helper" ? { uri: "file:///helper.py", text: HELPER } : undefined),
};

describe("the analysis of a document under edit", function () {
  this.timeout(120_000);
  let engine: Engine;

  before(async () => {
    engine = await engineForTests();
  });

  const analyse = (document: ParsedDocument): DocumentAnalysis =>
    engine.analyse(document, {
      uri: "file:///edits.py",
      version: 1,
      modules,
      target: {
        range: { text: ">=3.6", minors: minorsFrom(6), minimum: 6, maximum: undefined },
        origin: { path: "pyproject.toml", key: "project.requires-python" },
      },
    });

  const follow = (text: string, seed: number, edits: number): void => {
    const random = new Random(seed);
    const document = engine.parse(text);
    analyse(document);
    let undo: TextEdit | undefined;
    for (let count = 0; count < edits; count++) {
      const edit: TextEdit = undo && random.below(3) > 0 ? undo : draft(document.text, random);
      const removed = document.text.slice(edit.start, edit.end);
      undo = { start: edit.start, end: edit.start + edit.newText.length, newText: removed };
      document.update(apply(document.text, edit), [edit]);
      const analysis = analyse(document);
      const fresh = analyse(engine.parse(document.text));
      const what = `seed ${seed}, edit ${count}: ${JSON.stringify(edit)}`;
      assert.deepEqual(analysis.usages, fresh.usages, what);
      assert.deepEqual(analysis.findings, fresh.findings, what);
      assert.deepEqual(analysis.parseErrors, fresh.parseErrors, what);
    }
  };

  it("is that of the text from scratch, after any edits of the fixtures", () => {
    const fixtures = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".py"),
    );
    for (const [seed, name] of fixtures.entries()) {
      follow(readFileSync(path.join(FIXTURES, name), "utf8"), seed, Math.ceil(EDITS / fixtures.length));
    }
  });

  it("is that of the text from scratch, after any edits of programs", () => {
    for (let seed = 0; seed < 5; seed++) follow(generatePython({ lines: 120, seed }), seed, EDITS / 15);
  });

  it("is that of the text from scratch where functions tell what others hold", () => {
    for (let seed = 0; seed < 3; seed++) follow(INTERWOVEN, seed, EDITS / 6);
    follow(INTERWOVEN + CALLS, 3, EDITS / 6);
  });

  it("is that of the text from scratch, after any edits of real modules", () => {
    const { files } = gatherPython(20_000);
    const short = files.filter(({ text }) => text.length > 500 && text.length < 30_000).slice(0, 25);
    for (const [seed, { text }] of short.entries()) follow(text, seed, 6);
  });

  it("is that of the text from scratch while code is typed outside of functions", () => {
    const text = generatePython({ lines: 300, seed: 1 });
    const typed: [RegExp, string][] = [
      [/^log = .*$/m, "\nfrom os import getcwd as workdir"],
      [/^log = .*$/m, "\n\ndef entirely_new(a: int, b=(1, [2])):\n    return a + b\n"],
      [/^ {4}\w+: .* = .*$/m, "\n    entirely_new = len(os.sep)"],
    ];
    for (const [place, code] of typed) {
      const document = engine.parse(text);
      const found = place.exec(text);
      assert.ok(found);
      analyse(document);
      let at = found.index + found[0].length;
      for (const newText of code) {
        const edit = { start: at, end: at, newText };
        at += newText.length;
        document.update(apply(document.text, edit), [edit]);
        const { usages } = analyse(document);
        assert.deepEqual(
          usages,
          analyse(engine.parse(document.text)).usages,
          document.text.slice(at - 20, at),
        );
      }
    }
  });

  it("is that of the text from scratch where a line is typed behind the end of a function", () => {
    const text =
      "class A:\n    def f(self):\n        print()\n\n    def g(self):\n        return str(self)\n";
    const document = engine.parse(text);
    analyse(document);
    const edit = { start: text.length - 1, end: text.length - 1, newText: "\n        \\\n" };
    document.update(apply(text, edit), [edit]);
    assert.deepEqual(analyse(document).usages, analyse(engine.parse(document.text)).usages);
  });

  it("is that of the text from scratch where what a function says of the version depends on one return of several", () => {
    const text = `import sys

def is_late() -> bool:
    if sys.version_info < (3, 10):
        return False
    return True

if is_late():
    from types import NoneType
`;
    const document = engine.parse(text);
    assert.deepEqual(analyse(document).findings, []);
    const place = text.indexOf("(3, 10)") + 4;
    const edit = { start: place, end: place + 2, newText: "9" };
    document.update(apply(text, edit), [edit]);
    assert.equal(analyse(document).findings.length, 1);
    assert.deepEqual(analyse(document).findings, analyse(engine.parse(document.text)).findings);
  });

  it("is that of the text from scratch while code is broken in front of a loop, a return and a method", () => {
    const text = generatePython({ lines: 200, seed: 4 });
    const places = [
      /^ {4}for .*$/m,
      /^ {4}return .*$/m,
      /^ {8}(?:return|self\.\w+ = ) ?.*$/m,
      /^ {4}def .*$/m,
    ];
    for (const place of places) {
      const found = place.exec(text);
      assert.ok(found);
      const document = engine.parse(text);
      const { usages } = analyse(document);
      const indent = /^ */.exec(found[0])?.[0] ?? "";
      let at = found.index;
      for (const newText of [`${indent}\n`, ...`done = os.path.join((['a`]) {
        const edit = { start: at, end: at, newText };
        document.update(apply(document.text, edit), [edit]);
        at += newText.endsWith("\n") ? indent.length : newText.length;
        assert.deepEqual(
          analyse(document),
          analyse(engine.parse(document.text)),
          document.text.slice(at - 20, at),
        );
      }
      const edit = { start: found.index, end: at + 1, newText: "" };
      document.update(apply(document.text, edit), [edit]);
      assert.deepEqual(analyse(document).usages, usages);
    }
  });

  it("is that of the text from scratch where the parser misses a name", () => {
    const document = engine.parse("import os\n\nprint(os.getcwd())\n");
    analyse(document);
    for (const newText of ["\nfrom os import (path,)", "\nfrom os import ,"]) {
      const edit = { start: 9, end: 9, newText };
      document.update(apply(document.text, edit), [edit]);
      assert.deepEqual(analyse(document).usages, analyse(engine.parse(document.text)).usages);
    }
  });

  it("keeps what was found elsewhere while a statement is typed into a function", () => {
    const document = engine.parse(generatePython({ lines: 300, seed: 1 }));
    let before = analyse(document);
    let kept = 0;
    let typed = 0;
    const lines = [...document.text.matchAll(/^( {4,8})\w+ = .*$/gm)].reverse();
    for (const { 0: line, 1: indent, index } of lines.slice(0, 20)) {
      let at = index + line.length;
      for (const newText of [`\n${indent}`, ..."done = asyncio.run(main(1))"]) {
        const edit = { start: at, end: at, newText };
        at += newText.length;
        document.update(apply(document.text, edit), [edit]);
        const analysis = analyse(document);
        typed++;
        if (analysis.usages[0] === before.usages[0]) kept++;
        before = analysis;
      }
    }
    assert.ok(kept > typed * 0.8, `${kept} of ${typed}`);
  });
});

function draft(text: string, random: Random): TextEdit {
  if (random.below(6) === 0) return rename(text, random) ?? draft(text, random);
  const lines = text.split("\n");
  const line = random.below(lines.length);
  const lineStart = lines.slice(0, line).join("\n").length + (line > 0 ? 1 : 0);
  const indent = /^\s*/.exec(lines[line])?.[0].length ?? 0;
  switch (random.below(6)) {
    case 0:
      return {
        start: lineStart,
        end: Math.min(text.length, lineStart + lines[line].length + 1),
        newText: "",
      };
    case 1: {
      const start = lineStart + indent;
      return { start, end: start, newText: `${random.pick(PIECES)}\n${" ".repeat(indent)}` };
    }
    case 2: {
      const start = lineStart + random.below(lines[line].length + 1);
      return { start, end: Math.min(text.length, start + random.below(4)), newText: "" };
    }
    case 3: {
      const start = lineStart + lines[line].length;
      return { start, end: start, newText: `\n${" ".repeat(indent)}${random.pick(PIECES)}` };
    }
    default: {
      const start = lineStart + random.below(lines[line].length + 1);
      return { start, end: start, newText: random.pick(PIECES) };
    }
  }
}

/** Writes one name of the text in the place of another, or makes it longer. */
function rename(text: string, random: Random): TextEdit | undefined {
  const names = [...text.matchAll(/\b[A-Za-z_]\w*/g)];
  if (names.length === 0) return undefined;
  const { 0: name, index } = random.pick(names);
  const end = index + name.length;
  return random.below(2) === 0
    ? { start: end, end, newText: random.pick(["x", "_", "2"]) }
    : { start: index, end, newText: random.pick(names)[0] };
}

function apply(text: string, { start, end, newText }: TextEdit): string {
  return text.slice(0, start) + newText + text.slice(end);
}
