import type { TextReplacement } from "../../findings";
import { NodeKind } from "../../syntax/node-kind";
import type { Fixer } from "../fixer";
import { startOfLine } from "../layout";

/**
 * Takes away a comment that silences nothing, or the one name of its list that does not. What else the comment says stays;
 * a line that held nothing else goes.
 */
export const removeSuppression: Fixer = {
  id: "remove-suppression",
  appliesTo: ({ code }) => code === "unused-ignore",
  compute({ tree, finding }) {
    const { text } = tree;
    const isName = !text.startsWith("#", finding.start);
    const comment = tree.innermost(finding.start, finding.end);
    if (tree.kind(comment) !== NodeKind.Comment) return undefined;
    const edit = isName ? withoutName(text, finding) : withoutComment(text, finding, tree.end(comment));
    return { id: this.id, safety: "safe", details: { name: finding.entryId }, edits: [edit] };
  },
};

/** A name goes with the comma before it, or, as the first, with the one behind it. */
function withoutName(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): TextReplacement {
  const before = /,\s*$/.exec(text.slice(0, start));
  if (before) return { start: before.index, end, newText: "" };
  const after = /^\s*,\s*/.exec(text.slice(end));
  return { start, end: end + (after?.[0].length ?? 0), newText: "" };
}

function withoutComment(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  commentEnd: number,
): TextReplacement {
  const lineStart = startOfLine(text, start);
  const before = text.slice(lineStart, start);
  const rest = text.slice(end, commentEnd);
  if (rest.trim() !== "") {
    // What follows keeps the comment's `#`, or has one of its own.
    const own = /^\s*(?=#)/.exec(rest);
    return own ? { start, end: end + own[0].length, newText: "" } : { start, end, newText: "#" };
  }
  const blanks = /[ \t]*$/.exec(before)![0].length;
  if (before.trim() !== "") return { start: start - blanks, end: commentEnd, newText: "" };
  const lineBreak = /^(?:\r\n|\n|\r)?/.exec(text.slice(commentEnd))![0];
  return { start: lineStart, end: commentEnd + lineBreak.length, newText: "" };
}
