import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import type { Usage } from "../findings";
import { isSubset, NO_MINORS } from "../version";
import type { Judgement, Rule } from "./rule";

/** A call of `subprocess.run` with both of its pipes spelled out. */
export interface SpelledOutPipes {
  readonly call: NodeIndex;
  /** The two keyword arguments, in the order in which they stand. */
  readonly keywords: readonly [NodeIndex, NodeIndex];
}

/**
 * Flags `subprocess.run` with `stdout=PIPE` and `stderr=PIPE` where every targeted Python takes `capture_output`.
 *
 * Silent when only one of the two is a pipe, for the other functions of the module (they have no such parameter), and
 * where `**kwargs` may carry a third.
 *
 * Why: one keyword says what two say.
 *
 * ```python
 * # target: >=3.7
 * subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # modernise
 * ```
 */
export const captureOutput: Rule = function* ({ tree, lists, catalogue, target }): Iterable<Judgement> {
  const parameter = catalogue.lookup("subprocess.run(capture_output)");
  if (!parameter || !isSubset(target.minors, parameter.available)) return;
  const pipeEnds = endsOfPipes(lists.watched);
  for (const usage of lists.watched) {
    if (usage.entryId !== "subprocess.run") continue;
    const pipes = findSpelledOutPipes(tree, pipeEnds, usage);
    if (!pipes) continue;
    const [first] = pipes.keywords;
    const name = tree.child(first, Field.Name);
    yield {
      code: "modernise",
      severity: "hint",
      entryId: parameter.id,
      start: tree.start(name),
      end: tree.end(name),
      failing: NO_MINORS,
      subject: { start: tree.start(pipes.call), end: tree.end(pipes.call) },
    };
  }
};

/** Reads the call whose function is used at a place, given where each `PIPE` ends; `undefined` when it is no call that can be shortened. */
export function findSpelledOutPipes(
  tree: SyntaxTree,
  pipeEnds: ReadonlySet<number>,
  usage: Usage,
): SpelledOutPipes | undefined {
  const call = callOfFunctionAt(tree, usage.start, usage.end);
  const list = call === NO_NODE ? NO_NODE : tree.child(call, Field.Arguments);
  if (list === NO_NODE || tree.kind(list) !== NodeKind.ArgumentList) return undefined;
  const pipes: NodeIndex[] = [];
  for (const argument of tree.namedChildren(list)) {
    if (tree.kind(argument) === NodeKind.DictionarySplat) return undefined;
    if (tree.kind(argument) !== NodeKind.KeywordArgument) continue;
    const name = tree.textOf(tree.child(argument, Field.Name));
    if (name === "capture_output") return undefined;
    if (name !== "stdout" && name !== "stderr") continue;
    if (!pipeEnds.has(tree.end(tree.child(argument, Field.Value)))) return undefined;
    pipes.push(argument);
  }
  return pipes.length === 2 ? { call, keywords: [pipes[0], pipes[1]] } : undefined;
}

/** The call whose function ends with the name at a place; `NO_NODE` when the name is not called there. */
export function callOfFunctionAt(tree: SyntaxTree, start: number, end: number): NodeIndex {
  let node = tree.innermost(start, end);
  if (tree.kind(tree.parent(node)) === NodeKind.Attribute && tree.field(node) === Field.Attribute)
    node = tree.parent(node);
  const parent = tree.parent(node);
  const called =
    parent !== NO_NODE && tree.kind(parent) === NodeKind.Call && tree.field(node) === Field.Function;
  return called ? parent : NO_NODE;
}

/** The offsets at which a reference to `subprocess.PIPE` ends. */
export function endsOfPipes(usages: readonly Usage[]): ReadonlySet<number> {
  return new Set(usages.filter(({ entryId }) => entryId === "subprocess.PIPE").map(({ end }) => end));
}
