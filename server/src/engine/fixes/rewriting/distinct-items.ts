import type { TextReplacement } from "../../findings";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { FixInput } from "../fixer";
import { holdsComment, takeOut } from "../layout";

/**
 * The edits that take a class out of a list of classes, where its new name stands in the list already or an earlier item
 * of it is about to get the same: `except OSError` for `except (OSError, IOError)`. `undefined` where the class stands in
 * no such list, or is the only one of its name.
 */
export function withoutDouble(
  input: FixInput,
  node: NodeIndex,
  newText: string,
): TextReplacement[] | undefined {
  const { tree } = input;
  const list = classesAround(tree, node);
  if (list === NO_NODE) return undefined;
  const items = itemsOf(tree, list);
  const isDouble = items.some(
    (item) =>
      item !== node && (tree.textOf(item) === newText || (item < node && willBeSame(input, node, item))),
  );
  if (!isDouble) return undefined;
  const [other] = items.filter((item) => item !== node);
  const isPair = items.length === 2 && tree.kind(list) === NodeKind.Tuple;
  const [start, end] = [tree.start(list), tree.end(list)];
  if (!isPair || holdsComment(tree, start, end)) return takeOut(tree, [node], items);
  return [
    { start, end: tree.start(other), newText: "" },
    { start: tree.end(other), end, newText: "" },
  ];
}

/** Tells whether an item is told to be of the same better name as another one. */
function willBeSame({ tree, analysis, finding }: FixInput, node: NodeIndex, item: NodeIndex): boolean {
  const [start, end] = [tree.start(item), tree.end(item)];
  return analysis.findings.some(
    (each) =>
      each.code === finding.code &&
      each.entryId === finding.entryId &&
      start <= each.start &&
      each.end <= end &&
      end <= tree.start(node),
  );
}

/** The tuple or the arguments that an item of is one of several classes, of which any will do; `NO_NODE` for none. */
function classesAround(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  const list = tree.parent(node);
  if (tree.kind(list) === NodeKind.ArgumentList) return isCallOf(tree, list, SUPPRESS) ? list : NO_NODE;
  if (tree.kind(list) !== NodeKind.Tuple) return NO_NODE;
  const around = tree.parent(list);
  const owner = tree.kind(around) === NodeKind.AsPattern ? tree.parent(around) : around;
  if (tree.kind(owner) === NodeKind.ExceptClause) return list;
  return tree.kind(owner) === NodeKind.ArgumentList && isCallOf(tree, owner, TAKES_CLASSES) ? list : NO_NODE;
}

const SUPPRESS = /(?:^|\.)suppress$/;
const TAKES_CLASSES = /(?:^|\.)(?:isinstance|issubclass|suppress|raises|assertRaises)$/;

function isCallOf(tree: SyntaxTree, list: NodeIndex, names: RegExp): boolean {
  const callee = tree.child(tree.parent(list), Field.Function);
  return callee !== NO_NODE && names.test(tree.textOf(callee));
}

function itemsOf(tree: SyntaxTree, list: NodeIndex): NodeIndex[] {
  return tree.namedChildren(list).filter((item) => tree.kind(item) !== NodeKind.Comment);
}
