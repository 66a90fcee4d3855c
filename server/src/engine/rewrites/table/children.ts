import { usesOnlyAttributes } from "../class-predicates";
import { isName, isUsedOnlyHere, onHole } from "../predicates";
import { Field, NodeKind } from "../../syntax/node-kind";
import type { Rewrite } from "../rewrite";

/** Arguments that `run` takes beside those of a process. */
const OWN = new Set(["input", "capture_output", "timeout", "check"]);

/** No argument of `$$args` is for `run` itself. */
const areForProcess = onHole("args", "has-keywords", (node, { tree }) => {
  const isKeyword = tree.kind(node) === NodeKind.KeywordArgument;
  return !isKeyword || !OWN.has(tree.textOf(tree.child(node, Field.Name)));
});

/** What is left to ask of a process that has ended, and of its result alike. */
const isOnlyAsked = usesOnlyAttributes("process", ["returncode", "args"]);

/** Better ways of processes that are run to their end. */
export const childRewrites: readonly Rewrite[] = [
  {
    id: "subprocess-run",
    entry: "subprocess.run",
    names: { old: "subprocess.Popen", new: "subprocess.run" },
    forms: [
      {
        old: "$process = subprocess.Popen($$args)\n$out, $rest = $process.communicate()",
        new: "$process = subprocess.run($$args)\n$out = $process.stdout",
        modernise: { when: [isName("process", "out", "rest"), isUsedOnlyHere("rest"), isOnlyAsked] },
        downgrade: false,
      },
      {
        old: "$process = subprocess.Popen($$args)\n$out, $error = $process.communicate()",
        new: "$process = subprocess.run($$args)\n$out, $error = $process.stdout, $process.stderr",
        modernise: { when: [isName("process", "out", "error"), isOnlyAsked] },
        downgrade: false,
      },
      {
        old: "run_process($$args)",
        new: "subprocess.run($$args)",
        modernise: false,
      },
    ],
    modernise: { safety: "unsafe", differs: "killed-on-errors" },
    downgrade: {
      when: [areForProcess],
      helper: {
        name: "run_process",
        code: `def run_process(*args, **kwargs):
    process = subprocess.Popen(*args, **kwargs)
    process.stdout, process.stderr = process.communicate()
    return process`,
      },
    },
  },
];
