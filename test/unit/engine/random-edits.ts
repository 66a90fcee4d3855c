import type { TextEdit } from "../../../server/src/engine/analysis";
import type { Random } from "../../bench/random";

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

/** Makes an edit of a text: a line taken out or put in, characters deleted or typed, a name written in another place. */
export function draft(text: string, random: Random): TextEdit {
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
