import type { OffsetRange } from "./findings";

/** A notebook's cell as Python reads it. */
export interface MaskedCell {
  /** As long as the cell, so that no position moves. */
  readonly text: string;
  /** What is another text in the cell itself: in order, from line start or `=` to the line's end. */
  readonly masked: readonly OffsetRange[];
}

/** Cell magics whose cell is still Python. */
const PYTHON_CELL_MAGIC = /^%%(?:time|timeit|capture|prun|debug|memit|mprun|snakeviz)\b/;
/** What begins no statement of Python, so that IPython takes the line: `%matplotlib`, `!ls`, `?help`, `/print x`. */
const ESCAPE = /^[ \t]*[%!?,;/]/;
/** What asks for help behind a name: `name?`, `a.b[0]??`, `*.pop?`. */
const HELP = /^[ \t]*(?:[\w.*]|\[[^\]\r\n]*\])+\?{1,2}[ \t]*$/;
/** What keeps the output of a command: `files = !ls`, `took = %timeit -o run()`. */
const ASSIGNMENT = /^[ \t]*[A-Za-z_][^=!%#"'()]*=[ \t]*(?=!|%[A-Za-z])/;

/**
 * Gives the Python of a notebook's cell: lines that IPython takes for itself become comments, or a name where a block or
 * an assignment needs something, and a cell of another language becomes blank lines.
 */
export function maskCell(source: string): MaskedCell {
  const lines = source.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g);
  const blank = /^(?:[ \t]*[\r\n])*(?=%%)/.exec(source)?.[0].length;
  const isForeign = blank !== undefined && !PYTHON_CELL_MAGIC.test(source.slice(blank));
  const masked: OffsetRange[] = [];
  const state: LogicalLine = { depth: 0, quote: "", goesOn: false };
  let isMagic = false;
  let text = "";
  for (const [line] of lines) {
    const start = text.length;
    const [code] = /^[^\r\n]*/.exec(line)!;
    const at = isForeign || isMagic ? 0 : isInside(state) ? undefined : maskFrom(code);
    if (at === undefined) {
      readLine(code, state);
      text += line;
      continue;
    }
    if (at < code.length) masked.push({ start: start + at, end: start + code.length });
    text += code.slice(0, at) + fill(code.slice(at), { isForeign, at }) + line.slice(code.length);
    isMagic = code.endsWith("\\");
  }
  return { text, masked };
}

/** From where on the first line of a statement is IPython's; `undefined` for Python. */
function maskFrom(code: string): number | undefined {
  if (ESCAPE.test(code) || HELP.test(code)) return 0;
  return ASSIGNMENT.exec(code)?.[0].length;
}

/** What stands in the place of what is masked, as long as that. */
function fill(gone: string, { isForeign, at }: { readonly isForeign: boolean; readonly at: number }): string {
  const indent = /^[ \t]*/.exec(gone)![0];
  if (isForeign || indent.length === gone.length) return " ".repeat(gone.length);
  if (at === 0 && indent === "") return `#${gone.slice(1)}`;
  // The name of the latest output, of which nothing is known: a block or an assignment must have something.
  return `${indent}_`.padEnd(gone.length);
}

/** Where in a statement of several lines a line ends. */
interface LogicalLine {
  /** Brackets that are open. */
  depth: number;
  /** The quotes of a string that is open. */
  quote: string;
  /** The line ends with a backslash. */
  goesOn: boolean;
}

function isInside({ depth, quote, goesOn }: LogicalLine): boolean {
  return depth > 0 || quote !== "" || goesOn;
}

const QUOTES = /"""|'''|["']/y;

/** Follows brackets and strings through one line of Python. */
function readLine(code: string, state: LogicalLine): void {
  state.goesOn = false;
  for (let at = 0; at < code.length; at++) {
    const character = code[at];
    if (character === "\\") {
      state.goesOn = at + 1 === code.length;
      at++;
    } else if (state.quote !== "") {
      if (!code.startsWith(state.quote, at)) continue;
      at += state.quote.length - 1;
      state.quote = "";
    } else if (character === "#") break;
    else if (character === '"' || character === "'") {
      QUOTES.lastIndex = at;
      state.quote = QUOTES.exec(code)![0];
      at += state.quote.length - 1;
    } else if ("([{".includes(character)) state.depth++;
    else if (")]}".includes(character)) state.depth = Math.max(0, state.depth - 1);
  }
  // Only a string in three quotes, or one whose line ends with a backslash, goes over the end of a line.
  if (state.quote.length === 1 && !state.goesOn) state.quote = "";
}
