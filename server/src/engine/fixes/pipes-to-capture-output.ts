import type { TextReplacement } from "../findings";
import { callOfFunctionAt, endsOfPipes, findSpelledOutPipes } from "../rules/capture-output";
import { Field } from "../syntax/node-kind";
import type { Fixer } from "./fixer";
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
      { start: tree.start(first), end: tree.end(first), newText: "capture_output=True" },
      removal,
    ];
    return { id: this.id, safety: "safe", details: {}, edits: edits.sort((a, b) => a.start - b.start) };
  },
};
