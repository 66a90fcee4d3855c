import type { Finding, TextReplacement } from "../../findings";
import { NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { Fixer, FixInput } from "../fixer";

/** Codes that tell of a fault in what runs; the rest is advice that one follows or not. */
const SILENCED = new Set(["added-later", "removed", "deprecated", "changed", "syntax-later"]);

const isSilenced = ({ code }: Pick<Finding, "code">): boolean => SILENCED.has(code);

/**
 * A comment that silences what the finding's code tells of the line, or its code in the comment that the line has. Needs a
 * person's eye, since the fault stays. Not offered where the line ends inside of a string or with a continuation.
 */
export const suppressLine: Fixer = {
  id: "suppress-line",
  appliesTo: isSilenced,
  compute: (input) => silence(input, { id: "suppress-line", name: input.finding.code }),
};

/** The same for the finding's symbol only, where its name can stand in the brackets of the comment. */
export const suppressSymbol: Fixer = {
  id: "suppress-symbol",
  appliesTo: (finding) => isSilenced(finding) && !/[[\]]/.test(finding.entryId),
  compute: (input) => silence(input, { id: "suppress-symbol", name: input.finding.entryId }),
};

function silence(
  { tree, finding }: FixInput,
  { id, name }: { readonly id: string; readonly name: string },
): ReturnType<Fixer["compute"]> {
  const edit = commentEdit(tree, finding.start, name);
  return edit && { id, safety: "manual", details: { name }, edits: [edit] };
}

function commentEdit(tree: SyntaxTree, offset: number, name: string): TextReplacement | undefined {
  const { text } = tree;
  const rest = /^[^\r\n]*/.exec(text.slice(offset))![0].trimEnd();
  const end = offset + rest.length;
  if (rest.endsWith("\\") || endsInsideString(tree, end)) return undefined;
  const comment = commentBefore(tree, offset, end);
  const marker = comment === NO_NODE ? null : MARKER.exec(tree.textOf(comment));
  if (!marker) return { start: end, end, newText: `  # sincewhen: ignore[${name}]` };
  // A comment without a list silences everything: it is not what the finding slipped by.
  if (marker[1] === undefined) return undefined;
  const close = tree.start(comment) + marker.index + marker[0].length - 1;
  const newText = marker[1].trim() === "" ? name : `, ${name}`;
  return { start: close, end: close, newText };
}

const MARKER = /#\s*sincewhen:\s*ignore(?![\w-])\s*(?:\[([^\]]*)\])?/;

function endsInsideString(tree: SyntaxTree, offset: number): boolean {
  for (let node = tree.innermost(offset, offset); node > 0; node = tree.parent(node)) {
    const inside = tree.start(node) < offset && offset < tree.end(node);
    if (tree.kind(node) === NodeKind.String && inside) return true;
  }
  return false;
}

/** The comment that a line ends with, given a place on the line and its end; `NO_NODE` for none. */
function commentBefore(tree: SyntaxTree, from: number, end: number): NodeIndex {
  for (let node = tree.firstFrom(from); node < tree.count && tree.start(node) < end; node++) {
    if (tree.kind(node) === NodeKind.Comment && tree.end(node) >= end) return node;
  }
  return NO_NODE;
}
