import type { Fix, TextReplacement } from "../findings";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import type { Fixer, FixInput } from "./fixer";
import { importBeside, localNameOf } from "./imported-names";
import { removeListItem } from "./layout";

/**
 * `capture_output=True` spelled out as two pipes; `capture_output=False` is what the call does anyway and goes. Not
 * offered for a value that is no literal, and beside `stdout` or `stderr`.
 */
export const captureOutputToPipes: Fixer = {
  id: "capture-output-to-pipes",
  appliesTo: ({ code, entryId }) => code === "added-later" && entryId === "subprocess.run(capture_output)",
  compute(input) {
    const { tree, finding } = input;
    const argument = tree.parent(tree.innermost(finding.start, finding.end));
    const list = tree.parent(argument);
    if (tree.kind(argument) !== NodeKind.KeywordArgument || list === NO_NODE) return undefined;
    const siblings = tree.namedChildren(list);
    if (siblings.some((sibling) => namesPipe(tree, sibling))) return undefined;
    const value = tree.kind(tree.child(argument, Field.Value));
    if (value === NodeKind.False) return fixOf([removeListItem(tree, argument, siblings)]);
    return value === NodeKind.True ? spellOut(input, argument, tree.parent(list)) : undefined;
  },
};

function spellOut({ tree }: FixInput, argument: NodeIndex, call: NodeIndex): Fix | undefined {
  const pipe = pipeFor(tree, tree.child(call, Field.Function));
  if (!pipe) return undefined;
  const newText = `stdout=${pipe.text}, stderr=${pipe.text}`;
  return fixOf([...pipe.edits, { start: tree.start(argument), end: tree.end(argument), newText }]);
}

/** How the call's own spelling reaches `PIPE`, with what must be imported for it. */
function pipeFor(
  tree: SyntaxTree,
  callee: NodeIndex,
): { text: string; edits: TextReplacement[] } | undefined {
  if (tree.kind(callee) === NodeKind.Attribute) {
    return { text: `${tree.textOf(tree.child(callee, Field.Object))}.PIPE`, edits: [] };
  }
  const local = localNameOf(tree, "subprocess", "PIPE");
  if (local !== undefined) return { text: local, edits: [] };
  const edit = importBeside(tree, "subprocess", tree.textOf(callee), "PIPE");
  return edit && { text: "PIPE", edits: [edit] };
}

function namesPipe(tree: SyntaxTree, argument: NodeIndex): boolean {
  if (tree.kind(argument) === NodeKind.DictionarySplat) return true;
  if (tree.kind(argument) !== NodeKind.KeywordArgument) return false;
  const name = tree.textOf(tree.child(argument, Field.Name));
  return name === "stdout" || name === "stderr";
}

function fixOf(edits: TextReplacement[]): Fix {
  return {
    id: captureOutputToPipes.id,
    safety: "safe",
    details: {},
    edits: edits.sort((a, b) => a.start - b.start),
  };
}
