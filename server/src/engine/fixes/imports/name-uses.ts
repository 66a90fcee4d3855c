import type { ScopeTable } from "../../binding/scopes";
import { LONGEST_REFERENCE, referenceIn } from "../../literals/reference-text";
import { Field, NodeKind } from "../../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../../syntax/syntax-tree";
import { type Imported, importedNames } from "./imported";

/** Where a document speaks of a name that it imports: offsets, in order. */
export type NameUses = ReadonlyMap<string, readonly number[]>;

/**
 * Lists where a document uses each name that it imports, in whatever scope and meaning: in code, in strings that may be
 * annotations or entries of `__all__`, and in type comments. Made once for a tree.
 */
export function usesOfImports(tree: SyntaxTree, scopes: ScopeTable): NameUses {
  let uses = usesByTree.get(tree);
  if (!uses) {
    uses = listUses(tree, importedNames(tree, scopes));
    usesByTree.set(tree, uses);
  }
  return uses;
}

const usesByTree = new WeakMap<SyntaxTree, NameUses>();

const TYPE_COMMENT = /^#\s*type:\s*(?!ignore)(.*)/;

function listUses(tree: SyntaxTree, imports: readonly Imported[]): NameUses {
  const uses = new Map<string, number[]>(imports.map(({ local }) => [local, []]));
  const own = new Set<number>();
  for (const { node } of imports) {
    for (let inside = node; inside <= tree.lastInside(node); inside++) own.add(inside);
  }
  for (let node = 0; node < tree.count; node++) {
    const kind = tree.kind(node);
    const start = tree.start(node);
    if (kind === NodeKind.Identifier) {
      const speaks = tree.field(node) !== Field.Attribute && !own.has(node) && !isModuleName(tree, node);
      if (speaks) uses.get(tree.textOf(node))?.push(start);
    } else if (kind === NodeKind.String || kind === NodeKind.Comment) {
      const notation = kind === NodeKind.String ? referenceIn(tree, node) : typeComment(tree, node);
      for (const [word] of notation?.matchAll(/[^\W\d]\w*/g) ?? []) uses.get(word)?.push(start);
    }
  }
  return uses;
}

function typeComment(tree: SyntaxTree, comment: NodeIndex): string | undefined {
  if (tree.end(comment) - tree.start(comment) > LONGEST_REFERENCE) return undefined;
  return TYPE_COMMENT.exec(tree.textOf(comment))?.[1];
}

/** The module of a `from` import is found by its name, whatever else the document calls so. */
function isModuleName(tree: SyntaxTree, node: NodeIndex): boolean {
  const path = tree.parent(node);
  return tree.kind(path) === NodeKind.DottedName && tree.field(path) === Field.ModuleName;
}
