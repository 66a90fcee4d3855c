import { readString } from "../../rewrites/literals";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { requestedFixer } from "./requested-fixer";

/** What opens a file, and at which positions it takes the mode and the encoding. */
const OPENERS: Readonly<Record<string, { readonly mode: number; readonly encoding: number }>> = {
  "builtins.open": { mode: 1, encoding: 3 },
  "io.open": { mode: 1, encoding: 3 },
  "pathlib.Path.open": { mode: 0, encoding: 2 },
  "pathlib.Path.read_text": { mode: -1, encoding: 0 },
  "pathlib.Path.write_text": { mode: -1, encoding: 1 },
};

/**
 * `open(path)` with the encoding that Python 3.15 takes where none is named. Unsafe, since older Pythons take that of the
 * locale. Not offered for binary files, and where the mode is no literal.
 */
export const nameEncoding = requestedFixer(
  {
    id: "name-encoding",
    entryId: "behaviour:builtins.utf-8-default",
    kinds: [NodeKind.Call],
    isForOlder: true,
  },
  (node, { tree, subject }) => {
    const opener = OPENERS[subject.references.entryAt(tree.child(node, Field.Function)) ?? ""] as
      (typeof OPENERS)[string] | undefined;
    const list = tree.child(node, Field.Arguments);
    if (!opener || list === NO_NODE || tree.kind(list) !== NodeKind.ArgumentList) return undefined;
    const items = tree.namedChildren(list).filter((each) => tree.kind(each) !== NodeKind.Comment);
    if (items.some((item) => SPLATS.has(tree.kind(item)) || nameOf(tree, item) === "encoding"))
      return undefined;
    const positional = items.filter((item) => nameOf(tree, item) === undefined);
    if (positional.length > opener.encoding || isBinary(tree, items, positional[opener.mode]))
      return undefined;
    const last = items.at(-1);
    const at = last === undefined ? tree.start(list) + 1 : tree.end(last);
    const newText = `${last === undefined ? "" : ", "}encoding="utf-8"`;
    return { edits: [{ start: at, end: at, newText }], safety: "unsafe" };
  },
);

const SPLATS = new Set([NodeKind.ListSplat, NodeKind.DictionarySplat]);

function nameOf(tree: SyntaxTree, argument: NodeIndex): string | undefined {
  return tree.kind(argument) === NodeKind.KeywordArgument
    ? tree.textOf(tree.child(argument, Field.Name))
    : undefined;
}

/** Tells whether the mode may be that of a binary file. */
function isBinary(tree: SyntaxTree, items: readonly NodeIndex[], byPosition: NodeIndex | undefined): boolean {
  const byName = items.find((item) => nameOf(tree, item) === "mode");
  const mode = byName === undefined ? byPosition : tree.child(byName, Field.Value);
  if (mode === undefined) return false;
  const text = readString(tree, mode)?.value;
  return text === undefined || text.includes("b");
}
