import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";

/** How a string begins. */
interface Opening {
  readonly prefix: string;
  readonly quotes: string;
}

/** By its text; the grammar knows some dozens, and every string is asked for its own more than once. */
const openings = new Map<string, Opening>();

/** The letters before a string's quotes, in lower case, and the quotes themselves. */
export function openingOf(tree: SyntaxTree, string: NodeIndex): Opening {
  const node = tree.firstChild(string);
  const text = node === NO_NODE ? "" : tree.textOf(node);
  return openings.get(text) ?? readOpening(text);
}

function readOpening(text: string): Opening {
  const prefix = /^[A-Za-z]*/.exec(text)?.[0] ?? "";
  const opening = { prefix: prefix.toLowerCase(), quotes: text.slice(prefix.length) };
  // Broken code may begin a string with anything.
  if (text.length <= LONGEST_OPENING) openings.set(text, opening);
  return opening;
}

/** Two letters and three quotes. */
const LONGEST_OPENING = 5;

/** Tells whether the braces of a string hold code. */
export function isFormatted(prefix: string): boolean {
  return prefix.includes("f") || prefix.includes("t");
}
