import assert from "node:assert/strict";
import fc from "fast-check";
import { AbridgedText } from "../../../../server/src/engine/syntax/abridged-text";
import type { PythonParser } from "../../../../server/src/engine/syntax/parser";
import { StatementSplitter } from "../../../../server/src/engine/syntax/statement-splitter";
import { generatePython } from "../../../bench/generate-python";
import { CONSTRUCTS } from "./constructs";
import { parserForTests } from "./parser-for-tests";

/** The abridged form of a text as the splitter finds it. */
function abridge(text: string): AbridgedText {
  const abridged = new AbridgedText(text);
  const splitter = new StatementSplitter(text, 0, "", abridged);
  while (splitter.next() < text.length);
  return abridged;
}

const pieces = [
  "# a comment of some length",
  "# another one\n",
  "# broken\r\n",
  '"a string of some length"',
  "'''one that goes\non for \"two\" lines'''",
  'b"bytes # and no comment"',
  'r"raw # and no comment"',
  "rb'''neither\nis this # one'''",
  'f"{name} and # some text"',
  "f'''{a[\"b\"]} and\nmore # text'''",
  'f"{a["key of some length"]} # no comment {b}"',
  'T"{name} and # some text"',
  '"with an \\\\\\" escape # or two"',
  '"""" begins with a quote"""',
  '"🐍 snakes all the way"',
  "'''🐍 snakes all\nthe way'''",
  "`back # quotes all over`",
  "'not closed at all\n",
  '"""',
  "'",
  "\n",
  "\n    ",
  "if a:\n    ",
  "(",
  ")",
  " + ",
  "x",
  "\0",
  "\\",
  "\r",
  "{",
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.values(CONSTRUCTS)) },
);

describe("AbridgedText", function () {
  this.timeout(20_000);
  let parser: PythonParser;

  before(async () => {
    parser = await parserForTests();
  });

  const isRight = (text: string): boolean => {
    const found = parser.read(text, abridge(text));
    if (found) assert.deepEqual(found, parser.read(text), text);
    return found !== undefined;
  };

  it("leaves out what is in comments and plain strings", () => {
    const text = 'a = 1  # the first letter\nb = "the second letter"\nc = f"the {third} letter"\n';
    assert.equal(abridge(text).of(text), 'a = 1  #\nb = "t"\nc = f"the {third} letter"\n');
  });

  it("lets short ones and those with escapes be", () => {
    const text = "a = 1  # short\nb = 'short'\nc = 'with an escape\\n'\n";
    assert.equal(abridge(text).of(text), undefined);
  });

  const whole: Readonly<Record<string, string>> = {
    "comments at every place":
      "# before the first\nif a:  # behind a colon\n  # before b\n  b(  # in a call\n  )\n# last",
    "lines that end with two characters":
      '# the first line\r\nif a:\r\n  # the second one\r\n  b = """c and\r\nd"""\r\n',
    "strings with quotes in them":
      "a = '''it is \"not\" isn't'''\nb = \"it isn't so\"\nc = b'some bytes of it'\n",
    "strings beside strings": "a = 'the first one' 'the second one' f'{third} one' \"and the fourth\"\n",
    "strings in replacement fields": "a = f'{b[\"a key of some length\"]} is # {c}'  # is a comment\n",
  };
  for (const [what, text] of Object.entries(whole)) {
    it(`finds the same nodes in ${what}`, () => assert.ok(isRight(text)));
  }

  const wrong: Readonly<Record<string, string>> = {
    "a format string with its own quotes in it": 'a = f"{b["c"]} is {d} and not # {e}"\n',
    "what Python 2 has between other quotes": "a = `b # and some more`\n",
  };
  for (const [what, text] of Object.entries(wrong)) {
    it(`notices that it was wrong about ${what}`, () => {
      assert.notEqual(abridge(text).of(text), undefined);
      assert.equal(parser.read(text, abridge(text)), undefined);
      assert.ok(parser.read(text));
    });
  }

  // The string is not closed, so that the quotes in what seems to be a comment matter.
  const quotesInComment = "'# another one\n# a comment of some lengthrb'''neither\nis this # one'''";

  it("gives the nodes of the whole text or none, whatever the text is", () => {
    const texts = fc.array(piece, { maxLength: 12 }).map((found) => found.join(""));
    fc.assert(
      fc.property(texts, (text) => void isRight(text)),
      { numRuns: 2_000, examples: [[quotesInComment]] },
    );
  });

  it("gives the nodes of programs", () => {
    for (let seed = 0; seed < 20; seed++) assert.ok(isRight(generatePython({ lines: 200, seed })));
  });
});
