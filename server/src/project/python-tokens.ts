/** A piece of Python text that matters to who looks for literal values. */
export interface PythonToken {
  readonly kind: "name" | "string" | "operator" | "newline";
  /** The name or operator; of a string its value, or `undefined` when it is not constant. */
  readonly text: string | undefined;
  /** 1-based. */
  readonly line: number;
  /** How many brackets are open around it; an opening and a closing bracket stand outside of themselves. */
  readonly depth: number;
  /** The first token of its logical line, and that line is not indented. */
  readonly isAtMargin: boolean;
}

/** The tokens of a text, and the line of a bracket or string that is never closed. */
export interface PythonTokens {
  readonly tokens: readonly PythonToken[];
  readonly openLine: number | undefined;
}

const TOKEN = /[^\S\n]+|\\\n|#[^\n]*|\n|([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)|\d[\w.]*|\*\*|[^\w\s]/y;
const STRING = /([A-Za-z]{0,2})("""|'''|"|')/y;

/**
 * Takes a Python text apart, as far as it takes to read constants from it without running it: names, strings, operators
 * and the ends of logical lines. Numbers are left out.
 */
export function tokenizePython(source: string): PythonTokens {
  const text = source.replaceAll(/\r\n?/g, "\n");
  const tokens: PythonToken[] = [];
  const open: number[] = [];
  let line = 1;
  let position = 0;
  let isLineStart = true;
  let isIndented = false;
  const add = (kind: PythonToken["kind"], value: string | undefined): void => {
    tokens.push({ kind, text: value, line, depth: open.length, isAtMargin: isLineStart && !isIndented });
    isLineStart = kind === "newline";
    if (isLineStart) isIndented = false;
  };
  while (position < text.length) {
    const string = readString(text, position);
    if (string) {
      if (string.end === undefined) return { tokens, openLine: line };
      add("string", string.value);
      line += countLines(text.slice(position, string.end));
      position = string.end;
      continue;
    }
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(text);
    const token = match?.[0] ?? text[position];
    position += token.length;
    if (match?.[1] !== undefined) add("name", token);
    else if (token === "\n" && open.length === 0) add("newline", undefined);
    else if (/^[([{]$/.test(token)) {
      add("operator", token);
      open.push(line);
    } else if (/^[)\]}]$/.test(token)) {
      open.pop();
      add("operator", token);
    } else if (/^[^\w\s#\\]/.test(token)) add("operator", token);
    else if (isLineStart && /^[ \t]/.test(token)) isIndented = true;
    line += countLines(token);
  }
  return { tokens, openLine: open.at(-1) };
}

/** Reads a string literal; `end` is `undefined` when it is never closed. */
function readString(
  text: string,
  start: number,
): { value: string | undefined; end: number | undefined } | undefined {
  STRING.lastIndex = start;
  const match = STRING.exec(text);
  if (!match) return undefined;
  const [, prefix, quote] = match;
  const isRaw = /r/i.test(prefix);
  let at = STRING.lastIndex;
  for (;;) {
    if (at >= text.length) return { value: undefined, end: undefined };
    if (text[at] === "\\") at += 2;
    else if (text.startsWith(quote, at)) break;
    else if (text[at] === "\n" && quote.length === 1) return { value: undefined, end: undefined };
    else at++;
  }
  const body = text.slice(STRING.lastIndex, at);
  const isConstant = !/[ft]/i.test(prefix) || !/[{}]/.test(body);
  return { value: isConstant ? (isRaw ? body : unescape(body)) : undefined, end: at + quote.length };
}

/** Resolves the escapes that could stand in a version; others stay. */
function unescape(body: string): string {
  return body.replaceAll(/\\(\n|["'\\])/g, (_, escaped: string) => (escaped === "\n" ? "" : escaped));
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
