import { NodeKind } from "../syntax/node-kind";
import { isNamed, NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isFormatted, openingOf } from "./string-opening";

/** A text that stands in code as a literal, escapes resolved, with the place of each of its characters. */
export interface LiteralText {
  readonly text: string;
  readonly bytes: boolean;
  /** Offset in the document of each UTF-16 unit of the text, and of what follows the last one. */
  readonly offsets: readonly number[];
}

/**
 * Reads a string literal, or several side by side, in parentheses or not. `undefined` for anything else: what is computed,
 * and strings whose braces hold code.
 */
export function literalText(tree: SyntaxTree, node: NodeIndex): LiteralText | undefined {
  switch (tree.kind(node)) {
    case NodeKind.ParenthesizedExpression: {
      const inner = tree.firstNamedChild(node);
      return inner === NO_NODE ? undefined : literalText(tree, inner);
    }
    case NodeKind.String:
      return stringText(tree, node);
    case NodeKind.ConcatenatedString:
      return joined(tree, node);
    default:
      return undefined;
  }
}

/** Resolves the escapes of a literal's inside: the text that it stands for. */
export function unescaped(source: string): string {
  if (!source.includes("\\")) return source;
  return source.replace(ESCAPE, (found) => (found[0] === "\\" ? escapeValue(found) : found));
}

function joined(tree: SyntaxTree, node: NodeIndex): LiteralText | undefined {
  let text = "";
  let bytes = false;
  const offsets: number[] = [];
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    if (!isNamed(tree.kind(child))) continue;
    const part = tree.kind(child) === NodeKind.String ? stringText(tree, child) : undefined;
    if (!part) return undefined;
    text += part.text;
    bytes = part.bytes;
    offsets.splice(offsets.length - (offsets.length > 0 ? 1 : 0), 1, ...part.offsets);
  }
  return offsets.length > 0 ? { text, bytes, offsets } : undefined;
}

function stringText(tree: SyntaxTree, node: NodeIndex): LiteralText | undefined {
  const { prefix, quotes } = openingOf(tree, node);
  if (isFormatted(prefix) || quotes === "") return undefined;
  const start = tree.start(node) + prefix.length + quotes.length;
  const source = tree.text.slice(start, tree.end(node) - quotes.length);
  const bytes = prefix.includes("b");
  if (!prefix.includes("r") && source.includes("\\")) return { ...resolveEscapes(source, start), bytes };
  const offsets = Array.from({ length: source.length + 1 }, (_, index) => start + index);
  return { text: source, bytes, offsets };
}

const ESCAPE =
  /\\(?:\r?\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|[^])|[^\\]+|\\$/g;

const SIMPLE: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

function resolveEscapes(source: string, start: number): { text: string; offsets: number[] } {
  let text = "";
  const offsets: number[] = [];
  for (const match of source.matchAll(ESCAPE)) {
    const [found] = match;
    const plain = found[0] !== "\\";
    const value = plain ? found : escapeValue(found);
    for (let index = 0; index < value.length; index++)
      offsets.push(start + match.index + (plain ? index : 0));
    text += value;
  }
  offsets.push(start + source.length);
  return { text, offsets };
}

/** What an escape stands for. A character that is called by its name is some character: which one is of no interest. */
function escapeValue(escape: string): string {
  const letter = escape.charAt(1);
  if (/^\\[0-7]/.test(escape)) return String.fromCharCode(parseInt(escape.slice(1), 8));
  if (/^\\\r?\n/.test(escape)) return "";
  if (escape.length > 2 && (letter === "x" || letter === "u" || letter === "U")) {
    const point = parseInt(escape.slice(2), 16);
    return point > 0x10ffff ? "\ufffd" : String.fromCodePoint(point);
  }
  if (escape.length > 2 && letter === "N") return "\ufffd";
  return Object.hasOwn(SIMPLE, letter) ? SIMPLE[letter] : escape;
}
