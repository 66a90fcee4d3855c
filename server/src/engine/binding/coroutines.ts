import { NodeKind } from "../syntax/node-kind";
import { NO_NODE, type SyntaxTree } from "../syntax/syntax-tree";
import { type Scope, scopeOfName, type ScopeTable } from "./scopes";

/**
 * Tells whether a name, read in a scope, can stand for nothing but one `async def` of the document, undecorated and no
 * generator, so that a call of it gives a coroutine.
 */
export function namesCoroutine(tree: SyntaxTree, scopes: ScopeTable, scope: Scope, name: string): boolean {
  const definitions = scopeOfName(scope, name)?.bindings.get(name) ?? [];
  const [definition] = definitions;
  return (
    definitions.length === 1 &&
    tree.kind(definition) === NodeKind.FunctionDefinition &&
    tree.childOfKind(definition, NodeKind.TokenAsync) !== NO_NODE &&
    tree.kind(tree.parent(definition)) !== NodeKind.DecoratedDefinition &&
    scopes.byNode.get(definition)?.yields !== true
  );
}
