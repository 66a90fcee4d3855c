import { NodeKind } from "../syntax/node-kind";
import type { SyntaxTree } from "../syntax/syntax-tree";
import type { Fixer } from "./fixer";

/** Codes that tell of a fault in what runs; the rest is advice that one follows or not. */
const SILENCED = new Set(["added-later", "removed", "deprecated", "changed", "syntax-later"]);

/**
 * A comment that silences the line. Needs a person's eye, since the fault stays. Not offered where the line ends inside
 * of a string or with a continuation, and where it already has a comment of this kind to be extended.
 */
export const suppressLine: Fixer = {
  id: "suppress-line",
  appliesTo: ({ code }) => SILENCED.has(code),
  compute({ tree, finding }) {
    const { text } = tree;
    const rest = /^[^\r\n]*/.exec(text.slice(finding.start))?.[0] ?? "";
    const end = finding.start + rest.trimEnd().length;
    if (rest.trimEnd().endsWith("\\") || endsInsideString(tree, end)) return undefined;
    const comment = commentBefore(tree, finding.start, end);
    if (comment?.includes("sincewhen:")) return undefined;
    const newText = `  # sincewhen: ignore[${finding.code}]`;
    return {
      id: this.id,
      safety: "manual",
      details: { code: finding.code },
      edits: [{ start: end, end, newText }],
    };
  },
};

function endsInsideString(tree: SyntaxTree, offset: number): boolean {
  for (let node = tree.innermost(offset, offset); node > 0; node = tree.parent(node)) {
    const inside = tree.start(node) < offset && offset < tree.end(node);
    if (tree.kind(node) === NodeKind.String && inside) return true;
  }
  return false;
}

/** The comment that a line ends with, given a place on the line and its end. */
function commentBefore(tree: SyntaxTree, from: number, end: number): string | undefined {
  for (let node = tree.firstFrom(from); node < tree.count && tree.start(node) < end; node++) {
    if (tree.kind(node) === NodeKind.Comment && tree.end(node) >= end) return tree.textOf(node);
  }
  return undefined;
}
