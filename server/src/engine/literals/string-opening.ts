import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";

/** The letters before a string's quotes, in lower case, and the quotes themselves. */
export function openingOf(tree: SyntaxTree, string: NodeIndex): { prefix: string; quotes: string } {
  const opening = tree.firstChild(string);
  const text = opening === NO_NODE ? "" : tree.textOf(opening);
  const prefix = /^[A-Za-z]*/.exec(text)?.[0] ?? "";
  return { prefix: prefix.toLowerCase(), quotes: text.slice(prefix.length) };
}

/** Tells whether the braces of a string hold code. */
export function isFormatted(prefix: string): boolean {
  return prefix.includes("f") || prefix.includes("t");
}
