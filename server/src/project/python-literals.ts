import type { OffsetRange } from "../engine/findings";
import type { PythonToken } from "./python-tokens";

/** One string of a value. Its offsets include its quotes. */
export interface LiteralText extends OffsetRange {
  readonly text: string;
  /** What stands between the quotes; `undefined` for a string that is made of several. */
  readonly body: OffsetRange | undefined;
}

/** A value that a text gives to a name. */
export interface LiteralValue {
  /** The strings of a list, or the one string. */
  readonly strings: readonly LiteralText[];
  /** 1-based line of the first. */
  readonly line: number;
}

/** Finds constant values in the tokens of a Python text. */
export interface LiteralFinder {
  /**
   * Lists what every call of a function gives to a keyword: written out, in a constant of the module, or in a mapping
   * that is unpacked into the call. A value that would have to be computed is not among them.
   */
  keywordsOf(callee: string, keyword: string): LiteralValue[];
}

/** Makes a finder. Constants are names that are assigned at the margin; the last assignment counts. */
export function createLiteralFinder(tokens: readonly PythonToken[]): LiteralFinder {
  const constants = new Map<string, number>();
  for (const [index, { kind, text, isAtMargin }] of tokens.entries()) {
    const isAssignment = kind === "name" && isAtMargin && isOperator(tokens[index + 1], "=");
    if (isAssignment && !isOperator(tokens[index + 2], "=")) constants.set(text!, index + 2);
  }
  const search: Search = { tokens, constants };
  return {
    keywordsOf(callee, keyword) {
      const found: LiteralValue[] = [];
      for (const [index, { kind, text }] of tokens.entries()) {
        const isCall = kind === "name" && text === callee && isOperator(tokens[index + 1], "(");
        if (isCall && tokens[index - 1]?.text !== "def")
          found.push(...argumentsNamed(index + 1, keyword, search));
      }
      return found;
    },
  };
}

interface Search {
  readonly tokens: readonly PythonToken[];
  /** Where the value of each constant begins. */
  readonly constants: ReadonlyMap<string, number>;
}

/** Names lead to names, but nobody nests them deeper. */
const DEEPEST = 5;

/** Looks through the arguments of the bracket that opens at `open`. */
function argumentsNamed(open: number, name: string, search: Search, depth = 0): LiteralValue[] {
  const { tokens } = search;
  const inside = tokens[open].depth + 1;
  const found: LiteralValue[] = [];
  for (let index = open + 1; index < tokens.length && tokens[index].depth >= inside; index++) {
    const token = tokens[index];
    if (token.depth !== inside) continue;
    const next = tokens[index + 1];
    const isKeyword = token.kind === "name" && token.text === name && isOperator(next, "=");
    const isKey = token.kind === "string" && token.text === name && isOperator(next, ":");
    if (isKeyword || isKey) found.push(...valueAt(index + 2, search, depth));
    else if (isOperator(token, "**")) found.push(...mappingAt(index + 1, name, search, depth + 1));
  }
  return found;
}

/** Looks for a key in the mapping that begins at a token: `{...}`, `dict(...)` or the name of one. */
function mappingAt(index: number, name: string, search: Search, depth: number): LiteralValue[] {
  const token = search.tokens[index];
  if (!token || depth > DEEPEST) return [];
  if (isOperator(token, "{")) return argumentsNamed(index, name, search, depth);
  if (token.kind !== "name") return [];
  if (token.text === "dict" && isOperator(search.tokens[index + 1], "("))
    return argumentsNamed(index + 1, name, search, depth);
  const constant = search.constants.get(token.text!);
  return constant === undefined ? [] : mappingAt(constant, name, search, depth + 1);
}

/** Reads the value that begins at a token: strings side by side, a list of them, or the name of such a value. */
function valueAt(index: number, search: Search, depth: number): LiteralValue[] {
  const { tokens, constants } = search;
  const token = tokens[index];
  if (!token || depth > DEEPEST) return [];
  if (token.kind === "name") {
    const constant = isEnd(tokens[index + 1]) ? constants.get(token.text!) : undefined;
    return constant === undefined ? [] : valueAt(constant, search, depth + 1);
  }
  if (isOperator(token, "[") || isOperator(token, "(")) return listAt(index, search);
  const text = stringsAt(index, tokens);
  return text === undefined ? [] : [{ strings: [text], line: token.line }];
}

function listAt(open: number, { tokens }: Search): LiteralValue[] {
  const strings: LiteralText[] = [];
  for (let index = open + 1; index < tokens.length && tokens[index].depth > tokens[open].depth;) {
    const found = tokens[index].kind === "string" ? stringsAt(index, tokens) : undefined;
    if (found) strings.push(found);
    index = found?.next ?? index + 1;
  }
  return [{ strings, line: tokens[open].line }];
}

/** Joins the strings that stand side by side; `undefined` when something is computed from them. */
function stringsAt(
  index: number,
  tokens: readonly PythonToken[],
): (LiteralText & { /** Index of the token behind them. */ readonly next: number }) | undefined {
  let text = "";
  let next = index;
  for (; tokens[next]?.kind === "string"; next++) {
    const part = tokens[next].text;
    if (part === undefined) return undefined;
    text += part;
  }
  if (next === index || !isEnd(tokens[next])) return undefined;
  const body = next === index + 1 ? tokens[index].body : undefined;
  return { text, body, start: tokens[index].start, end: tokens[next - 1].end, next };
}

/** Tells whether an expression ends before a token. */
function isEnd(token: PythonToken | undefined): boolean {
  return (
    token === undefined || token.kind === "newline" || [",", ")", "]", "}", ";"].includes(token.text ?? "")
  );
}

function isOperator(token: PythonToken | undefined, text: string): boolean {
  return token?.kind === "operator" && token.text === text;
}
