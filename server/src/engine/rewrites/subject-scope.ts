import { type Scope, scopeOfName } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../syntax/syntax-tree";
import type { Subject } from "./predicate";
import { scopeAround } from "./scope-around";

/** The scope whose names a node of the document is read in. */
export function scopeFor({ tree, scopes }: Subject, node: NodeIndex): Scope {
  return scopeAround(tree, scopes, node);
}

/** Calls that reach every name of a scope. */
const REACHING = /^(?:(?:locals|globals|vars|dir)\(\s*\)|(?:eval|exec)\()/;

/**
 * Tells whether a bare name stands nowhere in its scope but in some statements, as far as the document shows: what reaches
 * names by their text may mean it, and `__all__` gives it to others.
 */
export function standsOnlyIn(subject: Subject, node: NodeIndex, roots: readonly NodeIndex[]): boolean {
  const { tree } = subject;
  if (tree.kind(node) !== NodeKind.Identifier) return false;
  const name = tree.textOf(node);
  const owner = scopeOfName(scopeFor(subject, node), name);
  if (!owner || owner.globals.has(name)) return false;
  const [from, to] = [roots[0], tree.lastInside(roots[roots.length - 1])];
  for (let at = owner.node; at <= tree.lastInside(owner.node); at++) {
    const isElsewhere = at < from || at > to;
    if (isElsewhere && names(tree, at, name, owner.kind)) return false;
    if (tree.kind(at) === NodeKind.Call && REACHING.test(tree.textOf(at))) return false;
  }
  return owner.kind !== "class" || !isAttributeSomewhere(tree, name);
}

function names(tree: SyntaxTree, node: NodeIndex, name: string, kind: Scope["kind"]): boolean {
  switch (tree.kind(node)) {
    case NodeKind.Identifier:
      return tree.field(node) !== Field.Attribute && tree.textOf(node) === name;
    case NodeKind.StringContent:
      return kind === "module" && tree.textOf(node) === name && isExported(tree, node);
    default:
      return false;
  }
}

/** Tells whether a text stands in a statement about `__all__`. */
function isExported(tree: SyntaxTree, node: NodeIndex): boolean {
  let at = node;
  while (tree.parent(at) > 0) at = tree.parent(at);
  return tree.text.startsWith("__all__", tree.start(at));
}

function isAttributeSomewhere(tree: SyntaxTree, name: string): boolean {
  for (let at = 0; at < tree.count; at++) {
    if (
      tree.kind(at) === NodeKind.Identifier &&
      tree.field(at) === Field.Attribute &&
      tree.textOf(at) === name
    )
      return true;
  }
  return false;
}
