import type { NodeIndex, SyntaxTree } from "../syntax/syntax-tree";

/** Longer texts name nothing. In UTF-16 units. */
export const LONGEST_REFERENCE = 300;

/** A string that may be a dotted path or an annotation: no prose. */
const REFERENCE = /^[a-z]{0,2}(?:"""|'''|"|')((?:[\w.[\]]|, ?| ?\| ?)+)(?:"""|'''|"|')$/i;

/** The text of a string that may be a dotted path or an annotation; `undefined`: it is neither. */
export function referenceIn(tree: SyntaxTree, string: NodeIndex): string | undefined {
  if (tree.end(string) - tree.start(string) > LONGEST_REFERENCE) return undefined;
  return REFERENCE.exec(tree.textOf(string))?.[1];
}
