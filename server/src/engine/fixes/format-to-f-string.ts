import { callOfFunctionAt } from "../rules/capture-output";
import { readFormatCall, writeFString } from "../rules/format-call";
import type { Fixer } from "./fixer";
import { holdsComment } from "./layout";

/** A call of `format` on a literal text as an f-string. */
export const formatToFString: Fixer = {
  id: "modernise-f-string",
  appliesTo: ({ code, entryId }) => code === "modernise" && entryId === "syntax:f-string",
  compute({ tree, finding }) {
    const found = readFormatCall(tree, callOfFunctionAt(tree, finding.start, finding.end));
    if (!found) return undefined;
    const [start, end] = [tree.start(found.call), tree.end(found.call)];
    if (holdsComment(tree, tree.end(found.string), end)) return undefined;
    const newText = writeFString(tree, found);
    return { id: this.id, safety: "safe", details: {}, edits: [{ start, end, newText }] };
  },
};
