import { NodeKind } from "../../syntax/node-kind";
import { requestedFixer } from "./requested-fixer";

/** `1000000` as `1_000_000`, and `0xdeadbeef` by four digits. Only whole numbers of five digits and more. */
export const groupDigits = requestedFixer(
  { id: "modernise-numeric-underscore", entryId: "syntax:numeric-underscore", kinds: [NodeKind.Integer] },
  (node, { tree }) => {
    const [, prefix, digits, suffix] = /^(0[xXbBoO])?([0-9a-fA-F]+)([jJ]?)$/.exec(tree.textOf(node)) ?? [
      "",
      "",
      "",
      "",
    ];
    if (digits.length < 5 || suffix !== "" || (!prefix && /[^\d]/.test(digits))) return undefined;
    const size = prefix && !/o/i.test(prefix) ? 4 : 3;
    const grouped = digits.replace(new RegExp(`(?<=.)(?=(?:.{${size}})+$)`, "g"), "_");
    const newText = `${prefix ?? ""}${grouped}`;
    return { edits: [{ start: tree.start(node), end: tree.end(node), newText }] };
  },
);
