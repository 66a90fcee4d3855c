import { Field, NodeKind } from "./node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "./syntax-tree";

/** Tells whether a kind of node is a statement that imports, `from __future__` left out. */
export function isImport(kind: NodeKind): boolean {
  return kind === NodeKind.ImportStatement || kind === NodeKind.ImportFromStatement;
}

/** The import that a node is or stands in; `NO_NODE` outside of any. */
export function importAround(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  for (let at = node; at > 0; at = tree.parent(at)) if (isImport(tree.kind(at))) return at;
  return NO_NODE;
}

/** The names that an import lists, in order, each with its alias where it has one. */
export function namesOfImport(tree: SyntaxTree, statement: NodeIndex): NodeIndex[] {
  return tree.namedChildren(statement).filter((child) => tree.field(child) === Field.Name);
}

/** What an import calls one of its names, whatever the alias that the document knows it by. */
export function originalName(tree: SyntaxTree, node: NodeIndex): string {
  const name = tree.child(node, Field.Name);
  return tree.textOf(tree.kind(node) === NodeKind.AliasedImport && name !== NO_NODE ? name : node);
}

/** A dotted name as it is written, without the blanks and line breaks that may stand in it. */
export function withoutBlanks(name: string): string {
  return name.replace(/[\s\\]+/g, "");
}
