import { NodeKind } from "./node-kind";
import type { NodeIndex, SyntaxTree } from "./syntax-tree";

/** Tells whether a block holds code that makes its function what it is wherever it stands: a generator, one that binds a name outside. */
export function shapesScope(tree: SyntaxTree, block: NodeIndex): boolean {
  for (let node = block; node <= tree.lastInside(block); node++) {
    const kind = tree.kind(node);
    if (SHAPES_SCOPE.has(kind)) return true;
    if (kind === NodeKind.FunctionDefinition || kind === NodeKind.Lambda) node = tree.lastInside(node);
  }
  return false;
}

const SHAPES_SCOPE = new Set([NodeKind.Yield, NodeKind.GlobalStatement, NodeKind.NonlocalStatement]);
