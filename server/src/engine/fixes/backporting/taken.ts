import { Field, NodeKind } from "../../syntax/node-kind";
import type { NodeIndex } from "../../syntax/syntax-tree";
import type { FixInput } from "../fixer";

/** Tells whether a document binds or reads a name anywhere but at places that are known. */
export function isTaken({ tree, scopes }: FixInput, name: string, own: readonly NodeIndex[]): boolean {
  for (const scope of scopes.byNode.values()) if (scope.bindings.has(name)) return true;
  for (let node = 0; node < tree.count; node++) {
    const isName = tree.kind(node) === NodeKind.Identifier && tree.field(node) !== Field.Attribute;
    if (isName && tree.textOf(node) === name && !own.includes(node)) return true;
  }
  return false;
}
