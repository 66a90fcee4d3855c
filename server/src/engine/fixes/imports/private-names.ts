import type { ScopeTable } from "../../binding/scopes";
import { namesOfImport } from "../../syntax/imports";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { importedNames } from "./imported";

/** Fewer imports than this make no habit. */
const FEWEST = 2;

/**
 * Tells whether a document hides the modules that it imports behind names of their own, `import os as _os`, all of them that
 * it imports at its top level: it keeps them out of what others see of it.
 */
export function hidesModules(tree: SyntaxTree, scopes: ScopeTable): boolean {
  const known = answers.get(tree);
  if (known !== undefined) return known;
  const modules = importedNames(tree, scopes).filter(
    ({ statement, scope, reaches }) =>
      tree.kind(statement) === NodeKind.ImportStatement &&
      scope === scopes.module &&
      !reaches.startsWith("_"),
  );
  const answer = modules.length >= FEWEST && modules.every(({ node }) => isHidden(tree, node));
  answers.set(tree, answer);
  return answer;
}

const answers = new WeakMap<SyntaxTree, boolean>();

/** Tells whether a statement hides every name that it imports, `from random import Random as _Random`. */
export function hidesNames(tree: SyntaxTree, statement: NodeIndex): boolean {
  return namesOfImport(tree, statement).every((node) => isHidden(tree, node));
}

function isHidden(tree: SyntaxTree, node: NodeIndex): boolean {
  const alias = tree.child(node, Field.Alias);
  return alias !== NO_NODE && tree.textOf(alias) === `_${tree.textOf(tree.child(node, Field.Name))}`;
}
