import type { TextReplacement } from "../findings";
import { callOfFunctionAt, endsOfPipes, findSpelledOutPipes } from "../rules/capture-output";
import { Field, NodeKind } from "../syntax/node-kind";
import type { NodeIndex } from "../syntax/syntax-tree";
import type { Fixer, FixInput } from "./fixer";
import { dropUnusedImport } from "./imported-names";
import { holdsComment, removeListItem } from "./layout";

/** Two pipes shortened to `capture_output=True`; an import of `PIPE` that nobody needs any more goes with them. */
export const pipesToCaptureOutput: Fixer = {
  id: "pipes-to-capture-output",
  appliesTo: ({ code, entryId }) => code === "modernise" && entryId === "subprocess.run(capture_output)",
  compute(input) {
    const { tree, analysis, finding } = input;
    const usage = analysis.usages.find(
      ({ entryId, start, end }) =>
        entryId === "subprocess.run" &&
        tree.start(callOfFunctionAt(tree, start, end)) === finding.subject?.start,
    );
    const pipes = usage && findSpelledOutPipes(tree, endsOfPipes(analysis.usages), usage);
    if (!pipes) return undefined;
    const [first, second] = pipes.keywords;
    const siblings = tree.namedChildren(tree.child(pipes.call, Field.Arguments));
    const removal = removeListItem(tree, second, siblings);
    if (holdsComment(tree, removal.start, removal.end)) return undefined;
    const edits: TextReplacement[] = [
      ...unusedImports(input, [first, second]),
      { start: tree.start(first), end: tree.end(first), newText: "capture_output=True" },
      removal,
    ];
    return { id: this.id, safety: "safe", details: {}, edits: edits.sort((a, b) => a.start - b.start) };
  },
};

function unusedImports({ tree }: FixInput, keywords: readonly NodeIndex[]): TextReplacement[] {
  const values = keywords.map((keyword) => tree.child(keyword, Field.Value));
  const names = values.filter((value) => tree.kind(value) === NodeKind.Identifier);
  const [name] = names;
  if (name === undefined) return [];
  return dropUnusedImport(
    tree,
    "subprocess",
    tree.textOf(name),
    names.map((node) => tree.start(node)),
  );
}
