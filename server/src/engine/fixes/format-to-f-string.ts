import { openingOf } from "../literals/string-opening";
import { callOfFunctionAt } from "../rules/capture-output";
import { readFormatCall } from "../rules/format-call";
import type { Fixer } from "./fixer";
import { holdsComment } from "./layout";

/** A call of `format` on a literal text as an f-string. */
export const formatToFString: Fixer = {
  id: "modernise-f-string",
  appliesTo: ({ code, entryId }) => code === "modernise" && entryId === "syntax:f-string",
  compute({ tree, finding }) {
    const found = readFormatCall(tree, callOfFunctionAt(tree, finding.start, finding.end));
    if (!found) return undefined;
    const { call, string, content } = found;
    const [start, end] = [tree.start(call), tree.end(call)];
    if (holdsComment(tree, tree.end(string), end)) return undefined;
    const { prefix, quotes } = openingOf(tree, string);
    const newText = `f${prefix === "r" ? "r" : ""}${quotes}${content}${quotes}`;
    return { id: this.id, safety: "safe", details: {}, edits: [{ start, end, newText }] };
  },
};
