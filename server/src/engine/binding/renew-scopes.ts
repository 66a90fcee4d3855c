import type { EditedBlock, EditedNodes } from "../syntax/edited-block";
import type { EditedFunction } from "../syntax/edited-function";
import type { NodeIndex, SyntaxTree } from "../syntax/syntax-tree";
import { collectFunction, collectStatements, emptyScope, type InnerScopes } from "./collect-scopes";
import { moduleOf, type Scope, type ScopeTable } from "./scopes";

/** What a function binds in the scopes around it, in order: a node of it before the edit, and the one after. */
export type OuterBinding = readonly [before: NodeIndex, after: NodeIndex];

/** Names by which the code around an edit may see that something is bound in another way. */
export interface ChangedNames {
  /** Names of the module. */
  readonly names: Set<string>;
  /** Names of attributes. */
  readonly attributes: Set<string>;
}

/** What an edit did to the scopes around it. */
export interface RenewedScopes {
  readonly changed: ChangedNames;
  /** What a function still binds around itself; empty for other edits. */
  readonly outer: readonly OuterBinding[];
  /** A function became a generator, or is none any more. */
  readonly yieldsAnew: boolean;
}

/**
 * Makes a scope table fit a tree in which the body of one outermost function is new. Scopes outside of it and its own stay
 * the same objects. `undefined` when the function reaches into the module by means that names do not tell: the table is of
 * no use then.
 */
export function renewFunction(
  table: ScopeTable,
  tree: SyntaxTree,
  edited: EditedFunction,
): RenewedScopes | undefined {
  const scope = table.byNode.get(edited.node);
  if (!scope || bringsNames(table, edited)) return undefined;
  const { yields } = scope;
  const owners = ownersAround(scope.parent);
  const before = listOuter(owners, edited.after, edited.oldLast);
  moveScopes(table, edited);
  emptyScope(scope);
  const inside = collectFunction(tree, scope);
  if (inside.starImports.length > 0 || inside.futureImports.length > 0) return undefined;
  putInside(table, edited, inside, owners);
  const after = listOuter(owners, edited.after, tree.lastInside(edited.node));
  const same =
    before.length === after.length &&
    before.every(({ isName, name }, index) => isName === after[index].isName && name === after[index].name);
  return {
    changed: namesOf(same ? [] : [...before, ...after]),
    outer: same ? before.map(({ node }, index) => [node, after[index].node]) : [],
    yieldsAnew: scope.yields !== yields,
  };
}

/** Makes a scope table fit a tree in which statements of a class or of the module are new; else as `renewFunction`. */
export function renewBlock(
  table: ScopeTable,
  tree: SyntaxTree,
  edited: EditedBlock,
): RenewedScopes | undefined {
  const owner = table.byNode.get(edited.owner);
  if (!owner || bringsNames(table, edited) || isSpecial(owner)) return undefined;
  const owners = ownersAround(owner);
  const before = listOuter(owners, edited.after, edited.oldLast);
  moveScopes(table, edited);
  const inside = collectStatements(tree, owner, edited.after + 1, edited.oldLast + edited.shift);
  if (inside.starImports.length > 0 || inside.futureImports.length > 0 || isSpecial(owner)) return undefined;
  putInside(table, edited, inside, owners);
  const after = listOuter(owners, edited.after, edited.oldLast + edited.shift);
  return { changed: namesOf([...before, ...after]), outer: [], yieldsAnew: false };
}

/** Tells whether nodes that are to go bring names from elsewhere or change what annotations mean. */
function bringsNames({ starImports, futureImports }: ScopeTable, { after, oldLast }: EditedNodes): boolean {
  const isInside = (node: NodeIndex): boolean => node > after && node <= oldLast;
  return starImports.some(isInside) || futureImports.some(isInside);
}

/** A class or module that declares names global, returns or yields: nobody writes that, and nothing is kept of it. */
function isSpecial({ globals, nonlocals, returns, yields }: Scope): boolean {
  return globals.size > 0 || nonlocals.size > 0 || returns.length > 0 || yields;
}

/** The scopes in which code can bind names besides its own: the module, and the class around it. */
function ownersAround(scope: Scope | undefined): Scope[] {
  if (!scope) return [];
  const module = moduleOf(scope);
  return scope.kind === "class" ? [module, scope] : [module];
}

interface Outer {
  readonly isName: boolean;
  readonly name: string;
  readonly node: NodeIndex;
}

/** What code between two nodes binds in some scopes, in order. */
function listOuter(owners: readonly Scope[], after: NodeIndex, last: NodeIndex): Outer[] {
  const found: Outer[] = [];
  const list = (names: ReadonlyMap<string, readonly NodeIndex[]>, isName: boolean): void => {
    for (const [name, nodes] of names)
      for (const node of nodes) if (node > after && node <= last) found.push({ isName, name, node });
  };
  for (const owner of owners) {
    list(owner.bindings, owner.kind === "module");
    list(owner.selfAttributes, false);
  }
  return found.sort((left, right) => left.node - right.node);
}

function namesOf(bindings: readonly Outer[]): ChangedNames {
  const changed: ChangedNames = { names: new Set(), attributes: new Set() };
  for (const { isName, name } of bindings) (isName ? changed.names : changed.attributes).add(name);
  return changed;
}

/** Puts what the new nodes hold among what was there, as if all had been found in one pass. */
function putInside(
  table: ScopeTable,
  edited: EditedNodes,
  inside: InnerScopes,
  owners: readonly Scope[],
): void {
  table.byNode = withInside(table.byNode, edited, inside.byNode);
  for (const owner of owners) {
    putInOrder(owner.bindings);
    putInOrder(owner.selfAttributes);
  }
}

/** New nodes were put behind all others, and names may have lost theirs. */
function putInOrder(names: ReadonlyMap<string, readonly NodeIndex[]>): void {
  let place = -1;
  let isInOrder = true;
  for (const nodes of names.values()) {
    (nodes as NodeIndex[]).sort((left, right) => left - right);
    const first = nodes.at(0) ?? -1;
    if (first <= place) isInOrder = false;
    place = first;
  }
  if (isInOrder) return;
  const sorted = [...names]
    .filter(([, nodes]) => nodes.length > 0)
    .sort(([, left], [, right]) => left[0] - right[0]);
  const map = names as Map<string, readonly NodeIndex[]>;
  map.clear();
  for (const [name, nodes] of sorted) map.set(name, nodes);
}

function moveScopes(table: ScopeTable, { after, oldLast, shift }: EditedNodes): void {
  const moved = (nodes: readonly NodeIndex[]): NodeIndex[] =>
    nodes
      .filter((node) => node <= after || node > oldLast)
      .map((node) => (node > oldLast ? node + shift : node));
  // Empty lists are shared by all scopes.
  const move = (nodes: readonly NodeIndex[]): void => {
    const own = nodes as NodeIndex[];
    let kept = 0;
    for (const node of own)
      if (node <= after || node > oldLast) own[kept++] = node > oldLast ? node + shift : node;
    if (kept < own.length) own.length = kept;
  };
  for (const scope of table.byNode.values()) {
    if (scope.node > after && scope.node <= oldLast) continue;
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
  { after, oldLast }: EditedNodes,
  inside: ReadonlyMap<NodeIndex, Scope>,
): Map<NodeIndex, Scope> {
  const renewed = new Map<NodeIndex, Scope>();
  let isPut = false;
  for (const [node, scope] of byNode) {
    if (node > after && !isPut) {
      for (const [each, inner] of inside) renewed.set(each, inner);
      isPut = true;
    }
    if (node <= after) renewed.set(node, scope);
    // The scopes behind the edit have their new nodes already.
    else if (node > oldLast) renewed.set(scope.node, scope);
  }
  if (!isPut) for (const [each, inner] of inside) renewed.set(each, inner);
  return renewed;
}
