import type { OffsetRange } from "../engine/findings";

/** A piece of Python text that matters to who looks for literal values. Of a string the offsets include its quotes. */
export interface PythonToken extends OffsetRange {
  readonly kind: "name" | "number" | "string" | "operator" | "newline";
  /** The name, number or operator; of a string its value, or `undefined` when it is not constant. */
  readonly text: string | undefined;
  /** 1-based. */
  readonly line: number;
  /** How many brackets are open around it; an opening and a closing bracket stand outside of themselves. */
  readonly depth: number;
  /** The first token of its logical line. */
  readonly isFirst: boolean;
  /** The same, and that line is not indented. */
  readonly isAtMargin: boolean;
  /** Of a string with places to fill in what stands between its quotes. */
  readonly template?: string;
  /** Of a string what stands between its quotes. */
  readonly body?: OffsetRange;
}

/** The tokens of a text, and the line of a bracket or string that is never closed. */
export interface PythonTokens {
  readonly tokens: readonly PythonToken[];
  readonly openLine: number | undefined;
}

const TOKEN =
  /[^\S\r\n]+|\\(?:\r\n|\n|\r)|#[^\r\n]*|\r\n|\n|\r|([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)|(\d[\w.]*)|\*\*|[^\w\s]/y;
const STRING = /([A-Za-z]{0,2})("""|'''|"|')/y;

/**
 * Takes a Python text apart, as far as it takes to read constants from it without running it: names, strings, operators
 * numbers and the ends of logical lines.
 */
export function tokenizePython(text: string): PythonTokens {
  const tokens: PythonToken[] = [];
  const open: number[] = [];
  let line = 1;
  let position = 0;
  let isLineStart = true;
  let isIndented = false;
  const add = (kind: PythonToken["kind"], value: string | undefined, place: Place): void => {
    const isAtMargin = isLineStart && !isIndented;
    tokens.push({ kind, text: value, line, depth: open.length, isFirst: isLineStart, isAtMargin, ...place });
    isLineStart = kind === "newline";
    if (isLineStart) isIndented = false;
  };
  while (position < text.length) {
    const string = readString(text, position);
    if (string) {
      if (string.end === undefined) return { tokens, openLine: line };
      const body = { start: string.start, end: string.end - string.quote };
      const { value, template } = string;
      add("string", value, {
        start: position,
        end: string.end,
        body,
        ...(template !== undefined && { template }),
      });
      line += countLines(text.slice(position, string.end));
      position = string.end;
      continue;
    }
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(text);
    const token = match?.[0] ?? text[position];
    const place = { start: position, end: position + token.length };
    position = place.end;
    if (match?.[1] !== undefined) add("name", token, place);
    else if (match?.[2] !== undefined) add("number", token, place);
    else if (/^[\r\n]/.test(token) && open.length === 0) add("newline", undefined, place);
    else if (/^[([{]$/.test(token)) {
      add("operator", token, place);
      open.push(line);
    } else if (/^[)\]}]$/.test(token)) {
      open.pop();
      add("operator", token, place);
    } else if (/^[^\w\s#\\]/.test(token)) add("operator", token, place);
    else if (isLineStart && /^[ \t]/.test(token)) isIndented = true;
    line += countLines(token);
  }
  return { tokens, openLine: open.at(-1) };
}

type Place = Pick<PythonToken, "start" | "end" | "body" | "template">;

interface StringLiteral {
  readonly value: string | undefined;
  readonly template?: string;
  /** Where the text between the quotes begins. */
  readonly start: number;
  /** Behind the closing quotes; `undefined` when it is never closed. */
  readonly end: number | undefined;
  /** Length of the quotes at each end. */
  readonly quote: number;
}

/** Reads the string literal that begins at an offset; `undefined` when none does. */
function readString(text: string, position: number): StringLiteral | undefined {
  STRING.lastIndex = position;
  const match = STRING.exec(text);
  if (!match) return undefined;
  const [, prefix, quote] = match;
  const isRaw = /r/i.test(prefix);
  const start = STRING.lastIndex;
  const open = { value: undefined, start, end: undefined, quote: quote.length };
  let at = start;
  for (;;) {
    if (at >= text.length) return open;
    if (text[at] === "\\") at += text.startsWith("\r\n", at + 1) ? 3 : 2;
    else if (text.startsWith(quote, at)) break;
    else if (/[\r\n]/.test(text[at]) && quote.length === 1) return open;
    else at++;
  }
  const body = text.slice(start, at);
  const isConstant = !/[ft]/i.test(prefix) || !/[{}]/.test(body);
  const value = isConstant ? (isRaw ? body : unescape(body)) : undefined;
  const isTemplate = !isConstant && /f/i.test(prefix);
  return { ...open, value, end: at + quote.length, ...(isTemplate && { template: body }) };
}

/** Resolves the escapes that could stand in a version; others stay. */
function unescape(body: string): string {
  return body.replaceAll(/\\(\r\n|\n|\r|["'\\])/g, (_, escaped: string) =>
    /\s/.test(escaped) ? "" : escaped,
  );
}

function countLines(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
