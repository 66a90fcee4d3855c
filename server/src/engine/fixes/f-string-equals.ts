import { namedValues } from "../rules/f-string-equals";
import { NodeKind } from "../syntax/node-kind";
import { NO_NODE } from "../syntax/syntax-tree";
import { nodeAround } from "./downgrading/syntax-fixer";
import type { Fixer } from "./fixer";

/** `x={x!r}` in an f-string as `{x=}`. */
export const useFStringEquals: Fixer = {
  id: "modernise-f-string-equals",
  appliesTo: ({ code, entryId }) => code === "modernise" && entryId === "syntax:f-string-equals",
  compute({ tree, finding }) {
    const string = nodeAround(tree, tree.innermost(finding.end - 1, finding.end), NodeKind.String);
    if (string === NO_NODE) return undefined;
    const value = namedValues(tree, string).find(({ start }) => start === finding.start);
    if (!value) return undefined;
    const { start, braces, spaces } = value;
    const code = tree.text.slice(tree.start(braces) + 1, tree.end(braces) - 1);
    const [, source, specification] = /^(.*?)(!r|:.*)?$/s.exec(code) ?? [];
    const shown = specification === undefined || specification === "!r" ? "" : specification;
    const newText = `{${source}${spaces[0]}=${spaces[1]}${shown}}`;
    return {
      id: this.id,
      safety: "safe",
      details: {},
      edits: [{ start, end: tree.end(braces), newText }],
    };
  },
};
