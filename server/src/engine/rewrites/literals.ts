import { openingOf, isFormatted } from "../literals/string-opening";
import { NodeKind } from "../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../syntax/syntax-tree";

/** The value of a string literal. */
export interface StringLiteral {
  readonly value: string;
  readonly isBytes: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  n: "\n",
  r: "\r",
  t: "\t",
  "0": "\0",
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
};

/** Reads a string literal; `undefined` for formatted and joined ones and for escapes that are rarely written. */
export function readString(tree: SyntaxTree, node: NodeIndex): StringLiteral | undefined {
  if (tree.kind(node) !== NodeKind.String) return undefined;
  const { prefix, quotes } = openingOf(tree, node);
  if (isFormatted(prefix)) return undefined;
  const raw = tree.text.slice(
    tree.start(node) + prefix.length + quotes.length,
    tree.end(node) - quotes.length,
  );
  const value = prefix.includes("r") ? raw : unescape(raw);
  return value === undefined ? undefined : { value, isBytes: prefix.includes("b") };
}

/** Writes text as a literal in the kind of quotes that is wanted, raw where that spares backslashes. */
export function writeString(value: string, quote: string): string {
  if (/^[\x20-\x7e]*$/.test(value) && value.includes("\\") && !value.includes(quote) && !/\\$/.test(value))
    return `r${quote}${value}${quote}`;
  const escaped = value
    .replace(/[\\]/g, "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replace(/[\n\r\t\0]/g, (char) => ({ "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0" })[char]!);
  return `${quote}${escaped}${quote}`;
}

/** Tells whether two numbers are written differently only: `1e9` and `1000000000.0`, not `1` and `1.0`. */
export function isSameNumber(left: string, right: string): boolean {
  const [a, b] = [left, right].map((text) => text.replaceAll("_", "").toLowerCase());
  if (a === b) return true;
  const isWhole = (text: string): boolean => /^(?:0[xob])/.test(text) || !/[.ej]/.test(text);
  return isWhole(a) === isWhole(b) && !/[jl]$/.test(a + b) && Number(a) === Number(b);
}

function unescape(raw: string): string | undefined {
  let known = true;
  const value = raw.replace(/\\([\s\S])/g, (whole, char: string) => {
    const meant = ESCAPES[char];
    // A backslash before any other character is one by itself, but for the escapes that take digits or a name.
    if (meant === undefined && /[\dxuUN\r\n]/.test(char)) known = false;
    return meant ?? whole;
  });
  return known ? value : undefined;
}
