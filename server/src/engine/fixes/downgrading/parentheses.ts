import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { isSubset, minorsFrom } from "../../version";
import { nodeAround, parenthesise, syntaxFixer } from "./syntax-fixer";

/** The Pythons that know a star in a tuple at all. */
const STARRED_TUPLES = minorsFrom(5);

/** `return *a, b` and its like, with the parentheses that a tuple needed there. */
export const parenthesiseTuple = syntaxFixer(
  "downgrade-tuple-parentheses",
  [
    "return-yield-unpacking",
    "unpacking-in-augmented-assignment",
    "unpacking-in-for",
    "annotated-assignment-tuple",
  ],
  (node, { tree, subject }) => {
    const bare = nodeAround(tree, node, NodeKind.ExpressionList, NodeKind.Yield, NodeKind.Block);
    if (bare === NO_NODE || tree.kind(bare) === NodeKind.Block) return undefined;
    if (!isSubset(subject.minors, STARRED_TUPLES) && holdsStar(tree, bare)) return undefined;
    return { edits: parenthesise(tree.start(bare), tree.end(bare)) };
  },
);

/** `a[*b, c]` with the tuple written out that the index is. A slice has no place in one. */
export const indexWithTuple = syntaxFixer(
  "downgrade-index-tuple",
  ["unpacking-in-index"],
  (node, { tree, subject }) => {
    if (!isSubset(subject.minors, STARRED_TUPLES)) return undefined;
    let subscript = nodeAround(tree, node, NodeKind.Subscript);
    // In `a[*b[0]]` the star belongs to the inner index as well, as the grammar has it.
    while (subscript !== NO_NODE && tree.start(subscript) === tree.start(node))
      subscript = nodeAround(tree, tree.parent(subscript), NodeKind.Subscript);
    if (subscript === NO_NODE) return undefined;
    const items = tree.namedChildren(subscript).filter((child) => tree.field(child) === Field.Subscript);
    if (items.length === 0 || items.some((item) => tree.kind(item) === NodeKind.Slice)) return undefined;
    const end = tree.end(items[items.length - 1]);
    const trailing = /^\s*,/.exec(tree.text.slice(end, tree.end(subscript)))?.[0] ?? "";
    const [open, close] = parenthesise(tree.start(items[0]), end + trailing.length);
    const isSole = items.length === 1 && trailing === "";
    return { edits: [open, isSole ? { ...close, newText: ",)" } : close] };
  },
);

function holdsStar(tree: SyntaxTree, tuple: NodeIndex): boolean {
  return tree.namedChildren(tuple).some((item) => tree.text[tree.start(item)] === "*");
}

/** A `:=` in the parentheses that it needed in an index, a set and a generator expression. */
export const parenthesiseWalrus = syntaxFixer(
  "downgrade-walrus-parentheses",
  ["walrus-in-index", "walrus-in-set", "walrus-in-generator-argument"],
  (node, { tree }) => {
    const walrus = nodeAround(tree, node, NodeKind.NamedExpression);
    return walrus === NO_NODE ? undefined : { edits: parenthesise(tree.start(walrus), tree.end(walrus)) };
  },
);

/** `except A, B:` as a tuple. */
export const parenthesiseExcept = syntaxFixer(
  "downgrade-except-parentheses",
  ["except-unparenthesized"],
  (node, { tree }) => {
    const clause = nodeAround(tree, node, NodeKind.ExceptClause);
    const values = clause === NO_NODE ? [] : valuesOf(tree, clause);
    if (values.length < 2) return undefined;
    return { edits: parenthesise(tree.start(values[0]), tree.end(values[values.length - 1])) };
  },
);

function valuesOf(tree: SyntaxTree, clause: NodeIndex): NodeIndex[] {
  return tree.namedChildren(clause).filter((child) => tree.field(child) === Field.Value);
}
