import type { ScopeTable } from "../../binding/scopes";
import { Field, NodeKind } from "../../syntax/node-kind";
import type { SyntaxTree } from "../../syntax/syntax-tree";

/** A name that means nothing yet anywhere in a document: the wanted one, or that with a number behind it. */
export function freshName(scopes: ScopeTable, tree: SyntaxTree, wanted: string): string {
  const taken = namesOf(scopes, tree);
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}_${number}`;
  return name;
}

const namesByTree = new WeakMap<SyntaxTree, ReadonlySet<string>>();

function namesOf(scopes: ScopeTable, tree: SyntaxTree): ReadonlySet<string> {
  const known = namesByTree.get(tree);
  if (known) return known;
  const names = new Set<string>();
  for (const scope of scopes.byNode.values()) for (const name of scope.bindings.keys()) names.add(name);
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind(node) === NodeKind.Identifier && tree.field(node) !== Field.Attribute)
      names.add(tree.textOf(node));
  }
  namesByTree.set(tree, names);
  return names;
}
