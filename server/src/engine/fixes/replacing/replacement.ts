import type { Entry } from "../../catalogue/entry";
import type { Finding, Usage } from "../../findings";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { type MinorSet, NO_MINORS } from "../../version";
import type { FixInput } from "../fixer";
import { usageOf } from "../guards/need";

/** A name that another can stand in for, at one place of a document. */
export interface Replacement {
  readonly from: Entry;
  readonly to: Entry;
  readonly safety: "safe" | "unsafe";
  readonly usage: Usage;
  /** The targeted minors on which the place is reached. */
  readonly reached: MinorSet;
}

/** Tells whether a finding is about a name that is gone, or goes. */
export function isLeaving({ code }: Pick<Finding, "code">): boolean {
  return code === "removed" || code === "deprecated";
}

/** What stands in for the entry of a finding; `undefined` where nothing does as it is. */
export function replacementAt(input: FixInput): Replacement | undefined {
  const { catalogue, finding, analysis } = input;
  const from = catalogue.lookup(finding.entryId);
  const to = from?.replacement === undefined ? undefined : catalogue.lookup(from.replacement);
  const usage = usageOf(input, finding);
  if (!from?.dropIn || !to || !usage) return undefined;
  const reached = usage.reach & ~usage.forgiven & (analysis.target?.range.minors ?? NO_MINORS);
  return { from, to, safety: from.dropIn, usage, reached };
}

/** Tells whether a call takes its arguments under the new name as under the old; a mere mention does. */
export function takesSameArguments(
  tree: SyntaxTree,
  callee: NodeIndex,
  { from, to }: { readonly from: Entry; readonly to: Entry },
): boolean {
  const call = tree.parent(callee);
  const isCalled =
    call !== NO_NODE && tree.kind(call) === NodeKind.Call && tree.field(callee) === Field.Function;
  const list = isCalled ? tree.child(call, Field.Arguments) : NO_NODE;
  if (list === NO_NODE || tree.kind(list) !== NodeKind.ArgumentList) return true;
  let positional = 0;
  for (const argument of tree.namedChildren(list)) {
    const kind = tree.kind(argument);
    if (kind === NodeKind.KeywordArgument) {
      if (!hasParameter(to, tree.textOf(tree.child(argument, Field.Name)))) return false;
    } else if (kind === NodeKind.DictionarySplat) return to.anyKeyword;
    else if (!hasSamePlace(from, to, positional++)) return false;
  }
  const places = to.parameters.filter(({ position }) => position !== undefined).length;
  const takesAny = to.signature === undefined || /(?:^|[(,\s])\*\w/.test(to.signature);
  return takesAny || positional <= places;
}

/**
 * Tells whether an argument by position means the same to both. Where the two differ in what they do, a name that stands
 * elsewhere, or that the other has not, says that it does not: `path` of `find_executable(name, path)` is no mode of
 * `which(name, mode, path)`. The first argument is what a function is about, whatever it is called.
 */
function hasSamePlace(from: Entry, to: Entry, position: number): boolean {
  if (from.dropIn === "safe" || position === 0) return true;
  const nameAt = (entry: Entry): string | undefined =>
    entry.parameters.find((parameter) => parameter.position === position)?.name;
  const [before, after] = [nameAt(from), nameAt(to)];
  if (before === undefined || after === undefined || before === after) return true;
  return !isOptional(from, before) && !to.parameters.some(({ name }) => name === before);
}

function isOptional({ signature }: Entry, name: string): boolean {
  return signature !== undefined && new RegExp(`[(, ]${name}=`).test(signature);
}

function hasParameter(to: Entry, name: string): boolean {
  return (
    to.anyKeyword || to.parameters.some((parameter) => parameter.name === name && !parameter.positionalOnly)
  );
}
