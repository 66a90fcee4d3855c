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
import { applyEdit } from "./apply-edit";
import { CALLS, HELPER, INTERWOVEN } from "./interwoven";
import { draft } from "./random-edits";

const FIXTURES = path.join(__dirname, "../../fixtures/python");
const EDITS = 600;

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
      document.update(applyEdit(document.text, edit), [edit]);
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
        document.update(applyEdit(document.text, edit), [edit]);
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
    document.update(applyEdit(text, edit), [edit]);
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
    document.update(applyEdit(text, edit), [edit]);
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
        document.update(applyEdit(document.text, edit), [edit]);
        at += newText.endsWith("\n") ? indent.length : newText.length;
        assert.deepEqual(
          analyse(document),
          analyse(engine.parse(document.text)),
          document.text.slice(at - 20, at),
        );
      }
      const edit = { start: found.index, end: at + 1, newText: "" };
      document.update(applyEdit(document.text, edit), [edit]);
      assert.deepEqual(analyse(document).usages, usages);
    }
  });

  it("is that of the text from scratch where the parser misses a name", () => {
    const document = engine.parse("import os\n\nprint(os.getcwd())\n");
    analyse(document);
    for (const newText of ["\nfrom os import (path,)", "\nfrom os import ,"]) {
      const edit = { start: 9, end: 9, newText };
      document.update(applyEdit(document.text, edit), [edit]);
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
        document.update(applyEdit(document.text, edit), [edit]);
        const analysis = analyse(document);
        typed++;
        if (analysis.usages[0] === before.usages[0]) kept++;
        before = analysis;
      }
    }
    assert.ok(kept > typed * 0.8, `${kept} of ${typed}`);
  });
});
