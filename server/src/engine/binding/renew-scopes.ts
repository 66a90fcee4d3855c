import type { EditedFunction } from "../syntax/edited-function";
import type { NodeIndex, SyntaxTree } from "../syntax/syntax-tree";
import { collectFunction, emptyScope, moduleOf, type Scope, type ScopeTable } from "./scopes";

/** What a function binds in the scopes around it, in order: a node of it before the edit, and the one after. */
export type OuterBinding = readonly [before: NodeIndex, after: NodeIndex];

/**
 * Makes a scope table fit a tree in which the body of one outermost function is new. Scopes outside of it and its own stay
 * the same objects. `undefined` when the function no longer binds the same names around it in the same order, or when it
 * reaches into the module by other means: the table is of no use then.
 */
export function renewScopes(
  table: ScopeTable,
  tree: SyntaxTree,
  edited: EditedFunction,
): readonly OuterBinding[] | undefined {
  const scope = table.byNode.get(edited.node);
  const isInside = (node: NodeIndex): boolean => node > edited.node && node <= edited.oldLast;
  if (!scope || table.starImports.some(isInside) || table.futureImports.some(isInside)) return undefined;
  const { yields } = scope;
  const before = listOuter(scope, edited.node, edited.oldLast);
  moveScopes(table, edited);
  emptyScope(scope);
  const inside = collectFunction(tree, scope);
  if (inside.starImports.length > 0 || inside.futureImports.length > 0 || scope.yields !== yields)
    return undefined;
  table.byNode = withInside(table.byNode, edited, inside.byNode);
  const after = listOuter(scope, edited.node, tree.lastInside(edited.node));
  const same = before.length === after.length && before.every(({ key }, index) => key === after[index].key);
  if (!same) return undefined;
  sortOuter(scope);
  return before.map(({ node }, index) => [node, after[index].node]);
}

interface Outer {
  readonly key: string;
  readonly node: NodeIndex;
}

/** What code between two nodes of a function binds around it: attributes of the object whose method it is, globals. */
function listOuter(scope: Scope, first: NodeIndex, last: NodeIndex): Outer[] {
  const found: Outer[] = [];
  for (const [kind, names] of outerNames(scope)) {
    for (const [name, nodes] of names) {
      for (const node of nodes)
        if (node > first && node <= last) found.push({ key: `${kind} ${name}`, node });
    }
  }
  return found.sort((left, right) => left.node - right.node);
}

function outerNames(scope: Scope): [kind: string, names: ReadonlyMap<string, readonly NodeIndex[]>][] {
  const names: [string, ReadonlyMap<string, readonly NodeIndex[]>][] = [["global", moduleOf(scope).bindings]];
  if (scope.parent?.kind === "class") names.push(["attribute", scope.parent.selfAttributes]);
  return names;
}

/** New nodes were put behind all others. */
function sortOuter(scope: Scope): void {
  for (const [, names] of outerNames(scope)) {
    for (const nodes of names.values()) (nodes as NodeIndex[]).sort((left, right) => left - right);
  }
}

function moveScopes(table: ScopeTable, { node: first, oldLast, shift }: EditedFunction): void {
  const moved = (nodes: readonly NodeIndex[]): NodeIndex[] =>
    nodes
      .filter((node) => node <= first || node > oldLast)
      .map((node) => (node > oldLast ? node + shift : node));
  // Empty lists are shared by all scopes.
  const move = (nodes: readonly NodeIndex[]): void => {
    if (nodes.length > 0 && nodes[nodes.length - 1] > first)
      (nodes as NodeIndex[]).splice(0, nodes.length, ...moved(nodes));
  };
  for (const scope of table.byNode.values()) {
    if (scope.node > first && scope.node <= oldLast) continue;
    if (scope.node > oldLast) scope.node += shift;
    for (const nodes of scope.bindings.values()) move(nodes);
    for (const nodes of scope.selfAttributes.values()) move(nodes);
    move(scope.returns);
  }
  table.starImports = moved(table.starImports);
  table.futureImports = moved(table.futureImports);
}

function withInside(
  byNode: ReadonlyMap<NodeIndex, Scope>,
  { node: first, oldLast }: EditedFunction,
  inside: ReadonlyMap<NodeIndex, Scope>,
): Map<NodeIndex, Scope> {
  const renewed = new Map<NodeIndex, Scope>();
  for (const [node, scope] of byNode) {
    if (node <= first) renewed.set(node, scope);
    if (node === first) for (const [each, inner] of inside) renewed.set(each, inner);
    // The scopes behind the function have their new nodes already.
    if (node > oldLast) renewed.set(scope.node, scope);
  }
  return renewed;
}
