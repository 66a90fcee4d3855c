import type { Truth } from "../../guard/truth";
import {
  type ComparisonOperator,
  compareVersion,
  mirrorOperator,
  VERSION_INFO_LENGTH,
  type VersionShape,
} from "../../guard/version-test";
import { NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";

/** A comparison of the running Python's version with one minor, as it is written: `sys.version_info >= (3, 8)`. */
export interface VersionComparison {
  /** The number that is the minor. */
  readonly number: NodeIndex;
  readonly minor: number;
  /** What the comparison says with another minor in its place. */
  truthWith(minor: number): Truth;
}

const OPERATORS: { readonly [kind in NodeKind]?: ComparisonOperator } = {
  [NodeKind.TokenLess]: "<",
  [NodeKind.TokenLessEqual]: "<=",
  [NodeKind.TokenGreater]: ">",
  [NodeKind.TokenGreaterEqual]: ">=",
};

/** Reads a comparison with one operator, either way round; `undefined` for any other expression. */
export function readVersionComparison(tree: SyntaxTree, node: NodeIndex): VersionComparison | undefined {
  if (tree.kind(node) !== NodeKind.ComparisonOperator) return undefined;
  const operands = tree.namedChildren(node);
  const operator = operatorOf(tree, node);
  if (operands.length !== 2 || !operator) return undefined;
  const [left, right] = operands;
  return compared(tree, left, operator, right) ?? compared(tree, right, mirrorOperator(operator), left);
}

function compared(
  tree: SyntaxTree,
  version: NodeIndex,
  operator: ComparisonOperator,
  constant: NodeIndex,
): VersionComparison | undefined {
  const shape = shapeOf(tree.textOf(version).replace(/\s/g, ""));
  if (!shape) return undefined;
  if (shape.kind === "part") {
    if (tree.kind(constant) !== NodeKind.Integer) return undefined;
    return comparison(tree, constant, (minor) => compareVersion(shape, operator, minor));
  }
  const parts = tree.kind(constant) === NodeKind.Tuple ? tree.namedChildren(constant) : [];
  const [major, number] = parts;
  if (parts.length !== 2 || tree.textOf(major) !== "3" || tree.kind(number) !== NodeKind.Integer)
    return undefined;
  return comparison(tree, number, (minor) => compareVersion(shape, operator, [3, minor]));
}

function comparison(
  tree: SyntaxTree,
  number: NodeIndex,
  truthWith: (minor: number) => Truth,
): VersionComparison | undefined {
  const text = tree.textOf(number);
  return /^\d{1,2}$/.test(text) ? { number, minor: Number(text), truthWith } : undefined;
}

function shapeOf(text: string): VersionShape | undefined {
  const match = /^(?:\w+\.)?version_info(?:\[:(\d)\]|(\[1\]|\.minor))?$/.exec(text);
  if (!match) return undefined;
  if (match[2] !== undefined) return { kind: "part", index: 1 };
  return { kind: "tuple", length: match[1] === undefined ? VERSION_INFO_LENGTH : Number(match[1]) };
}

function operatorOf(tree: SyntaxTree, node: NodeIndex): ComparisonOperator | undefined {
  const found: ComparisonOperator[] = [];
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    const operator = OPERATORS[tree.kind(child)];
    if (operator) found.push(operator);
  }
  return found.length === 1 ? found[0] : undefined;
}
