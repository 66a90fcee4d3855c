import assert from "node:assert/strict";
import fc from "fast-check";
import type { TextEdit } from "../../../../server/src/engine/analysis";
import { LiveSyntax } from "../../../../server/src/engine/syntax/live-syntax";
import { listParseErrors, type PythonParser } from "../../../../server/src/engine/syntax/parser";
import { NodeKind } from "../../../../server/src/engine/syntax/node-kind";
import { generatePython } from "../../../bench/generate-python";
import { applyEdit } from "../apply-edit";
import { CONSTRUCTS } from "./constructs";
import { findFlaw, listNodes } from "./flat-tree";
import { parserForTests } from "./parser-for-tests";

/** One edit before it is known how long the text is: where, as parts of the whole, how much goes and what comes. */
interface Draft {
  readonly at: number;
  readonly length: number;
  readonly newText: string;
}

const pieces = [
  "",
  "x",
  " ",
  "\n",
  "\r\n",
  "\n    ",
  "🐍",
  "é",
  "#",
  '"',
  "'''",
  "(",
  ")",
  "[",
  "]:",
  "\\",
  "a.b(c)\n",
  "def f():\n    pass\n",
  "if x:\r\n    y = '🐍'\r\n",
  "async ",
  "match x:\n  case 1: y\n",
];

const draft: fc.Arbitrary<Draft> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) }, fc.constant(100_000)),
  newText: fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...Object.values(CONSTRUCTS))),
});

const module = fc
  .record({
    lines: fc.integer({ min: 0, max: 120 }),
    seed: fc.integer({ min: 0, max: 1000 }),
    crlf: fc.boolean(),
  })
  .map(({ lines, seed, crlf }) => {
    const text = generatePython({ lines, seed });
    return crlf ? text.replaceAll("\n", "\r\n") : text;
  });

describe("LiveSyntax", function () {
  this.timeout(20_000);
  let parser: PythonParser;

  before(async () => {
    parser = await parserForTests();
  });

  const withLive = (text: string, run: (live: LiveSyntax) => void): void => run(new LiveSyntax(parser, text));

  const checkAgainstScratch = (live: LiveSyntax, what: string): void => {
    withLive(live.text, (fresh) => {
      assert.equal(live.syntax.text, fresh.text);
      assert.equal(findFlaw(live.syntax), undefined, what);
      assert.deepEqual(listNodes(live.syntax), listNodes(fresh.syntax), what);
    });
  };

  it("has the same tree after any edits as it would have from scratch", () => {
    fc.assert(
      fc.property(module, fc.array(draft, { minLength: 1, maxLength: 8 }), (text, drafts) => {
        withLive(text, (live) => {
          for (const each of drafts) {
            const edit = place(live.text, each);
            live.update(applyEdit(live.text, edit), [edit]);
            checkAgainstScratch(live, JSON.stringify(edit));
          }
        });
      }),
      { numRuns: 150, seed: 6 },
    );
  });

  it("has it after several edits in one go, each of which counts from the one before", () => {
    fc.assert(
      fc.property(module, fc.array(draft, { minLength: 2, maxLength: 6 }), (text, drafts) => {
        withLive(text, (live) => {
          let after = text;
          const edits = drafts.map((each) => {
            const edit = place(after, each);
            after = applyEdit(after, edit);
            return edit;
          });
          live.update(after, edits);
          assert.equal(live.text, after);
          checkAgainstScratch(live, JSON.stringify(edits));
        });
      }),
      { numRuns: 150, seed: 6 },
    );
  });

  it("comes back to the same tree when everything is undone, however broken it was meanwhile", () => {
    fc.assert(
      fc.property(module, fc.array(draft, { minLength: 1, maxLength: 6 }), (text, drafts) => {
        withLive(text, (live) => {
          const before = listNodes(live.syntax);
          const texts = [text];
          for (const each of drafts) {
            const edit = place(live.text, each);
            live.update(applyEdit(live.text, edit), [edit]);
            texts.push(live.text);
          }
          for (const earlier of texts.reverse()) live.update(earlier, [between(live.text, earlier)]);
          assert.deepEqual(listNodes(live.syntax), before);
        });
      }),
      { numRuns: 150, seed: 6 },
    );
  });

  const cases: Readonly<Record<string, readonly [before: string, edit: TextEdit]>> = {
    "typing behind an emoji": ['x = "🐍"; a\n', { start: 10, end: 11, newText: "abc" }],
    "cutting an emoji in half": ['x = "🐍"\n', { start: 6, end: 7, newText: "" }],
    "joining two lines": ["a = 1\nb = 2\n", { start: 5, end: 6, newText: "; " }],
    "splitting a CRLF": ["a\r\nb\r\n", { start: 2, end: 2, newText: "x" }],
    "removing the LF of a CRLF": ["a\r\nb\r\n", { start: 2, end: 3, newText: "" }],
    "a lone carriage return, which ends a line": ["a = 1\rb = 2\r", { start: 6, end: 7, newText: "c" }],
    "indenting a line": ["if a:\n    b\nc\n", { start: 12, end: 12, newText: "    " }],
    "opening a string that swallows the rest": ["a = 1\nb = 2\n", { start: 4, end: 4, newText: '"""' }],
    "closing it again": ['a = """1\nb = 2\n', { start: 4, end: 7, newText: "" }],
    "deleting everything": ["a = 1\nb = 2\n", { start: 0, end: 12, newText: "" }],
    "filling an empty text": ["", { start: 0, end: 0, newText: "def f():\n    return 1\n" }],
    "replacing everything": ["a = 1\n", { start: 0, end: 6, newText: "class C:\r\n    x = 1\r\n" }],
    "a byte order mark in front": ["a = 1\n", { start: 0, end: 0, newText: "\ufeff" }],
    "an edit that changes nothing": ["a = 1\n", { start: 2, end: 3, newText: "=" }],
  };
  for (const [what, [before, edit]] of Object.entries(cases)) {
    it(`follows ${what}`, () => {
      withLive(before, (live) => {
        live.update(applyEdit(before, edit), [edit]);
        withLive(live.text, (fresh) => assert.deepEqual(listNodes(live.syntax), listNodes(fresh.syntax)));
      });
    });
  }

  it("ends lines at lone carriage returns, as Python does", () => {
    withLive("a = 1\nif b:\n  c\nd\n", (expected) => {
      withLive("a = 1\rif b:\r  c\rd\r", (live) => {
        assert.deepEqual(listParseErrors(live.syntax), []);
        assert.deepEqual(listNodes(live.syntax), listNodes(expected.syntax));
      });
    });
  });

  it("parses from scratch when the edits do not lead to the text", () => {
    withLive("a = 1\n", (live) => {
      live.update("def f(): pass\n", [{ start: 0, end: 1, newText: "b" }]);
      withLive("def f(): pass\n", (fresh) =>
        assert.deepEqual(listNodes(live.syntax), listNodes(fresh.syntax)),
      );
    });
  });

  it("copies a tree only once, and hands out trees that outlive it", () => {
    const live = new LiveSyntax(parser, "a.b\n");
    const { syntax } = live;
    assert.equal(live.syntax, syntax);
    live.update("c\n", [{ start: 0, end: 3, newText: "c" }]);
    assert.notEqual(live.syntax, syntax);
    assert.equal(syntax.textOf(syntax.innermost(0, 3)), "a.b");
  });
});

describe("the parser's memory", () => {
  it("does not grow with the number of texts parsed and edited", async function () {
    // Thousands of trees take a while on a busy machine.
    this.timeout(60_000);
    const parser = await parserForTests();
    const text = generatePython({ lines: 60, seed: 1 });
    const open = (): void => {
      const live = new LiveSyntax(parser, text);
      live.update(`x${text}`, [{ start: 0, end: 0, newText: "x" }]);
      assert.ok(live.syntax.count > 0);
    };
    for (let round = 0; round < 100; round++) open();
    const grown = countGrowths(() => {
      for (let round = 0; round < 1000; round++) open();
    });
    assert.equal(grown, 0, "the memory that 100 rounds need is enough for 1,000 more");
  });
});

describe("listParseErrors", () => {
  it("lists the outermost stretches that are no Python", async () => {
    const live = new LiveSyntax(await parserForTests(), "a = 1\nb = ) ]\nc = 2\n");
    const errors = listParseErrors(live.syntax);
    assert.ok(errors.length > 0);
    for (const { start, end } of errors) assert.ok(start >= 6 && end <= 14 && start < end, `${start}-${end}`);
    for (let index = 1; index < errors.length; index++)
      assert.ok(errors[index].start >= errors[index - 1].end);
  });

  it("ends an error where the statement of a body ends that it is in", async () => {
    const parser = await parserForTests();
    const texts = [
      "def f(a):\n    b = a.\n    for c in b:\n        d(c)\n    return b\n",
      "# note\n@deco\nclass C(Base, key=f(1)):  # note\n\n    # note\n    x = (1,\n\n    def f(self): pass\n    y = 1\n",
      "class C:\r\n\t@property\r\n\tdef f(self) -> int:\r\n\t\tx = [\r\n\t\treturn self.x\r\n\r\n\tdef g(self): pass\r\n",
      "async def f[T](a: T, b=(1, (2))) -> 'T':\n    with = 1\n    return b\n",
    ];
    for (const text of texts) {
      const { syntax } = new LiveSyntax(parser, `before = 1\n${text}def after(): pass\n`);
      assert.equal(findFlaw(syntax), undefined, text);
      const statements = syntax.namedChildren(0).map((node) => syntax.kind(node));
      assert.equal(statements[0], NodeKind.ExpressionStatement, text);
      assert.ok(!statements.includes(NodeKind.Error) && !statements.includes(NodeKind.ReturnStatement), text);
      assert.equal(statements.at(-1), NodeKind.FunctionDefinition, text);
      assert.ok(listParseErrors(syntax).length > 0, text);
      for (const { end } of listParseErrors(syntax)) assert.ok(end < syntax.text.indexOf("def after"), text);
    }
  });

  it("is empty for every construct of the grammar", async () => {
    const parser = await parserForTests();
    for (const [name, code] of Object.entries(CONSTRUCTS)) {
      if (name === "mistakes") continue;
      const live = new LiveSyntax(parser, code);
      assert.deepEqual(listParseErrors(live.syntax), [], name);
    }
  });
});

function place(text: string, { at, length, newText }: Draft): TextEdit {
  const start = Math.round(at * text.length);
  return { start, end: Math.min(text.length, start + length), newText };
}

/** The one edit that makes a text of another. */
function between(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let common = 0;
  const most = Math.min(before.length, after.length) - start;
  while (common < most && before[before.length - 1 - common] === after[after.length - 1 - common]) common++;
  return { start, end: before.length - common, newText: after.slice(start, after.length - common) };
}

/** Counts how often any WebAssembly memory grows while something runs. */
function countGrowths(run: () => void): number {
  const prototype = WebAssembly.Memory.prototype;
  const grow = Object.getOwnPropertyDescriptor(prototype, "grow");
  assert.ok(grow);
  let count = 0;
  prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    count++;
    return Reflect.apply(grow.value as (pages: number) => number, this, [pages]);
  };
  try {
    run();
  } finally {
    Object.defineProperty(prototype, "grow", grow);
  }
  return count;
}
