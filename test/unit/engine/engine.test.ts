import assert from "node:assert/strict";
import fc from "fast-check";
import type { Engine, TextEdit } from "../../../server/src/engine/analysis";
import type { DocumentAnalysis } from "../../../server/src/engine/findings";
import { ALL_MINORS, isSubset } from "../../../server/src/engine/version";
import { generatePython } from "../../bench/generate-python";
import { gatherPython } from "../../bench/real-python";
import { Random } from "../../bench/random";
import { engineForTests } from "../fixtures/engine-for-tests";
import { analyseWith, applyEdits, targetOf } from "./analyse-for-tests";
import { HOSTILE_PYTHON } from "./hostile-python";

const target = targetOf(">=3.6");

describe("Engine", function () {
  // The catalogue is compiled from its sources, and some hundred texts are tried: a busy machine takes its time.
  this.timeout(120_000);

  let engine: Engine;

  before(async () => {
    engine = await engineForTests();
  });

  /** Analyses a text with everything that can be asked of it, and checks what holds for every text. */
  const analyseSoundly = (text: string): DocumentAnalysis => {
    const document = engine.parse(text);
    try {
      const analysis = engine.analyse(document, { uri: "file:///app.py", version: 1, target });
      checkShape(text, analysis);
      for (const finding of analysis.findings.slice(0, 20)) {
        for (const fix of engine.fixesFor(document, analysis, finding)) applyEdits(text, fix);
      }
      return analysis;
    } finally {
      document.dispose();
    }
  };

  describe("analyse", () => {
    it("answers for the document and the version that it was asked of", () => {
      const document = engine.parse("import math\nmath.prod([])\n");
      const analysis = engine.analyse(document, { uri: "file:///b.py", version: 7, target });
      assert.equal(analysis.uri, "file:///b.py");
      assert.equal(analysis.version, 7);
      assert.equal(analysis.target, target);
      document.dispose();
    });

    it("gives the same answer twice", () => {
      const document = engine.parse(generatePython({ lines: 300, seed: 11 }));
      const request = { uri: "file:///app.py", version: 1, target };
      assert.deepEqual(engine.analyse(document, request), engine.analyse(document, request));
      document.dispose();
    });

    it("knows usages but no findings without a target", () => {
      const analysis = analyseWith(engine, "import math\nmath.prod([])\n", undefined);
      assert.ok(analysis.usages.some(({ entryId }) => entryId === "math.prod"));
      assert.deepEqual(analysis.findings, []);
    });

    it("leaves out what the configuration ignores, by code or by symbol", () => {
      const text = "import math\nmath.prod([])\nmath.dist([], [])\n";
      const left = (ignore: string[]): string[] =>
        analyseWith(engine, text, target, ignore).findings.map(({ entryId }) => entryId);
      assert.deepEqual(left([]), ["math.prod", "math.dist"]);
      assert.deepEqual(left(["math.prod"]), ["math.dist"]);
      assert.deepEqual(left(["added-later"]), []);
    });

    it("freezes its answer, which survives a trip through JSON", () => {
      const analysis = analyseWith(engine, generatePython({ lines: 300, seed: 3 }), targetOf(">=3.6,<3.13"));
      assert.ok(analysis.findings.length > 0);
      for (const part of [analysis, analysis.usages, analysis.findings, analysis.parseErrors])
        assert.ok(Object.isFrozen(part));
      assert.deepEqual(JSON.parse(JSON.stringify(analysis)), analysis);
    });

    it("refuses a document of somebody else's making", () => {
      const foreign = { text: "", update() {}, rest() {}, dispose() {} };
      assert.throws(() => engine.analyse(foreign, { uri: "", version: 1, target }), TypeError);
    });

    it("tells where the code is no Python, and of the rest all the same", () => {
      const text = "import math\nx = ) (\nmath.prod([])\n";
      const analysis = analyseSoundly(text);
      assert.ok(analysis.parseErrors.some(({ start, end }) => start <= 19 && end >= 17));
      assert.deepEqual(
        analysis.findings.map(({ entryId }) => entryId),
        ["math.prod"],
      );
    });
  });

  describe("throws nothing", () => {
    for (const [what, write] of Object.entries(HOSTILE_PYTHON)) {
      it(`for ${what}`, () => void analyseSoundly(write()));
    }

    it("for text of any characters", () => {
      const unit = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.string());
      fc.assert(
        fc.property(fc.array(unit), (parts) => void analyseSoundly(parts.join(""))),
        { numRuns: 150 },
      );
    });

    it("for tokens of Python in any order", () => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...TOKENS), { maxLength: 200 }), (tokens) => {
          void analyseSoundly(tokens.join(""));
        }),
        { numRuns: 150 },
      );
    });

    it("for real files that end anywhere, miss a piece or got one of another file", () => {
      const random = new Random(1);
      const { files } = gatherPython(4000);
      for (let round = 0; round < 60; round++) {
        const { text } = random.pick(files);
        const at = random.below(text.length);
        const from = random.pick(files).text;
        const start = random.below(from.length);
        void analyseSoundly(text.slice(at - 3000, at));
        void analyseSoundly(
          text.slice(0, at).slice(-3000) + text.slice(at + 1 + random.below(60)).slice(0, 3000),
        );
        void analyseSoundly(text.slice(0, at).slice(-3000) + from.slice(start, start + 3000));
      }
    });

    it("for real files as they are", () => {
      for (const { text } of gatherPython(6000).files) void analyseSoundly(text);
    });
  });

  describe("after edits", () => {
    it("finds the same as in the text from scratch", () => {
      const random = new Random(2);
      for (let round = 0; round < 12; round++) {
        const document = engine.parse(generatePython({ lines: 150, seed: round }));
        for (let step = 0; step < 8; step++) {
          const edit = lineEdit(document.text, random);
          document.update(
            applyEdits(document.text, { id: "edit", safety: "safe", details: {}, edits: [edit] }),
            [edit],
          );
          const request = { uri: "file:///app.py", version: 1, target };
          assert.deepEqual(engine.analyse(document, request), analyseWith(engine, document.text, target));
        }
        document.dispose();
      }
    });

    it("forgets the scopes of the text before", () => {
      const document = engine.parse("import math\nmath.prod([])\n");
      const request = { uri: "file:///app.py", version: 1, target };
      assert.equal(engine.analyse(document, request).findings.length, 1);
      document.update("import maths\nmath.prod([])\n", [{ start: 11, end: 11, newText: "s" }]);
      assert.equal(engine.analyse(document, request).findings.length, 0);
      document.dispose();
    });
  });
});

/** What holds of every analysis: in order, within the text, and about minors that there are. */
function checkShape(text: string, analysis: DocumentAnalysis): void {
  for (const list of [analysis.usages, analysis.findings, analysis.parseErrors]) {
    let before = 0;
    for (const { start, end } of list) {
      assert.ok(before <= start && start <= end && end <= text.length, `${before}, ${start}-${end}`);
      before = start;
    }
  }
  for (const { reach, forgiven } of analysis.usages) {
    assert.ok(isSubset(reach, ALL_MINORS) && isSubset(forgiven, ALL_MINORS));
  }
  for (const { failing } of analysis.findings) assert.ok(isSubset(failing, target.range.minors));
}

/** An edit after which a generated module is still Python: a line goes, comes twice, or a new one comes. */
function lineEdit(text: string, random: Random): TextEdit {
  const lines = text.split("\n");
  const tops = lines.flatMap((line, index) => (/^(?:import|from|def|class|@|#|$)/.test(line) ? [index] : []));
  const line = random.pick(tops.filter((index) => !lines[index - 1]?.startsWith("@")));
  const start = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
  const newText = random.pick([
    "import math\n",
    "value = math.prod([1, 2])\n",
    "# é 🐍\n",
    "if sys.version_info >= (3, 8):\n    import zoneinfo\n",
    "def helper(text: str):\n    return text.removeprefix('a')\n",
    "math = None\n",
  ]);
  return { start, end: start, newText };
}

const TOKENS = [
  ..."()[]{}:,;.=+-*/%@<>|&^~!\\'\"#\n\t ",
  ...[
    "==",
    "!=",
    "<=",
    ">=",
    ":=",
    "->",
    "**",
    "...",
    "'''",
    "\r\n",
    "\n    ",
    "f'{",
    "}'",
    "b'",
    "\ufeff",
    "\0",
    "🐍",
  ],
  ...[
    "if ",
    "elif ",
    "else:",
    "for ",
    " in ",
    "while ",
    "def f(",
    "class C",
    "lambda ",
    "return ",
    "yield ",
    "await ",
  ],
  ...[
    "import ",
    "from ",
    " as ",
    "try:\n",
    "except ",
    "finally:",
    "with ",
    "async ",
    "match ",
    "case ",
    "type ",
    "del ",
  ],
  ...[
    "global ",
    "nonlocal ",
    "not ",
    " and ",
    " or ",
    " is ",
    "None",
    "True",
    "self",
    "x",
    "math",
    "prod",
    "sys",
  ],
  ...[
    "sys.version_info >= (3, 8)",
    "asyncio.run(",
    "subprocess.run(",
    "capture_output=True",
    "1",
    "0x1F",
    "1_0",
    "1e5",
  ],
];
