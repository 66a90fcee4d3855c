import type { Scope, ScopeTable } from "../binding/scopes";
import { isFirstClause } from "../syntax/comprehensions";
import { Field, NodeKind } from "../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../syntax/syntax-tree";

/**
 * Gives the scope whose names a node is read in. Default values, annotations and bases stand inside of what they belong to, and
 * are read around it, as is what the first `for` of a comprehension goes over.
 */
export function scopeAround(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex): Scope {
  let isOutside = false;
  for (let [inner, at] = [node, tree.parent(node)]; at > 0; [inner, at] = [at, tree.parent(at)]) {
    isOutside ||= isReadAround(tree, inner, at);
    const scope = scopes.byNode.get(at);
    if (!scope) continue;
    if (!isOutside) return scope;
    isOutside = false;
  }
  return scopes.module;
}

/** Tells whether a part of a definition or a comprehension is read in the scope around that. */
function isReadAround(tree: SyntaxTree, part: NodeIndex, owner: NodeIndex): boolean {
  switch (tree.kind(owner)) {
    case NodeKind.DefaultParameter:
    case NodeKind.TypedDefaultParameter:
      return tree.field(part) !== Field.Name;
    case NodeKind.TypedParameter:
      return tree.field(part) === Field.Type;
    case NodeKind.FunctionDefinition:
      return tree.field(part) === Field.ReturnType;
    case NodeKind.ClassDefinition:
      return tree.field(part) === Field.Superclasses;
    case NodeKind.ForInClause:
      return tree.field(part) === Field.Right && isFirstClause(tree, owner);
    default:
      return false;
  }
}
