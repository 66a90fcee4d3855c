import { callOfFunctionAt } from "../../rules/capture-output";
import { readFormatCall, writeFString } from "../../rules/format-call";
import { NodeKind } from "../../syntax/node-kind";
import { Field } from "../../syntax/node-kind";
import { holdsComment } from "../layout";
import { requestedFixer } from "./requested-fixer";

/**
 * `"{}".format(", ".join(names))` as an f-string that has any code in its braces, quotes and backslashes included. Not where
 * more than one value is more than a name, since an f-string formats each before it evaluates the next.
 */
export const nestInFString = requestedFixer(
  { id: "modernise-f-string-nesting", entryId: "syntax:f-string-nested-quotes", kinds: [NodeKind.Call] },
  (node, { tree }) => {
    const callee = tree.child(node, Field.Function);
    if (tree.kind(callee) !== NodeKind.Attribute) return undefined;
    const name = tree.child(callee, Field.Attribute);
    if (callOfFunctionAt(tree, tree.start(name), tree.end(name)) !== node || tree.textOf(name) !== "format")
      return undefined;
    if (readFormatCall(tree, node)) return undefined;
    const found = readFormatCall(tree, node, "any");
    if (!found || holdsComment(tree, tree.start(node), tree.end(node))) return undefined;
    return { edits: [{ start: tree.start(node), end: tree.end(node), newText: writeFString(tree, found) }] };
  },
);
