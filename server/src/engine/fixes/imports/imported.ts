import { type Scope, scopeOfName, type ScopeTable } from "../../binding/scopes";
import { scopeAround } from "../../rewrites/scope-around";
import { isImport, withoutBlanks } from "../../syntax/imports";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";

/** A name that an import statement of the document binds. */
export interface Imported {
  /** What the document calls it. */
  readonly local: string;
  /** What it is: a module, or a name of one. Relative imports have none and are not listed. */
  readonly path: string;
  /** The module whose import makes it reachable: `a.b` of `import a.b`, which binds `a`. */
  readonly reaches: string;
  /** The name, or the `name as alias`, in its statement. */
  readonly node: NodeIndex;
  readonly statement: NodeIndex;
  readonly scope: Scope;
  /** Nothing but the start of its module or function decides whether it runs. */
  readonly isUnconditional: boolean;
}

/** Everything that the document imports by name, in document order. */
export function importedNames(tree: SyntaxTree, scopes: ScopeTable): readonly Imported[] {
  const known = byTree.get(tree);
  if (known) return known;
  const found: Imported[] = [];
  for (const scope of scopes.byNode.values()) {
    for (const [local, nodes] of scope.bindings) {
      for (const node of nodes) {
        const imported = readBinding(tree, scope, local, node);
        if (imported) found.push(imported);
      }
    }
  }
  found.sort((a, b) => a.node - b.node);
  byTree.set(tree, found);
  return found;
}

const byTree = new WeakMap<SyntaxTree, readonly Imported[]>();

/** The imports of names that mean the same wherever they are read at a node. */
export function importsVisibleAt(tree: SyntaxTree, scopes: ScopeTable, node: NodeIndex): Imported[] {
  const scope = scopeAround(tree, scopes, node);
  return importedNames(tree, scopes).filter((imported) => {
    if (!imported.isUnconditional || scopeOfName(scope, imported.local) !== imported.scope) return false;
    if (imported.scope === ownerScope(scope) && imported.node > node) return false;
    return isOnlyMeaning(tree, imported);
  });
}

/** The module or function whose code runs in one go around a scope. */
function ownerScope(scope: Scope): Scope {
  let at = scope;
  while (at.parent && (at.kind === "comprehension" || at.kind === "class")) at = at.parent;
  return at;
}

/** Tells whether every binding of a name in its scope imports the same. */
function isOnlyMeaning(tree: SyntaxTree, { local, path, scope }: Imported): boolean {
  const nodes = scope.bindings.get(local) ?? [];
  return nodes.every((node) => readBinding(tree, scope, local, node)?.path === path);
}

function readBinding(tree: SyntaxTree, scope: Scope, local: string, node: NodeIndex): Imported | undefined {
  const statement = tree.parent(node);
  const kind = tree.kind(statement);
  if (!isImport(kind)) return undefined;
  const aliased = tree.kind(node) === NodeKind.AliasedImport;
  const name = withoutBlanks(tree.textOf(aliased ? tree.child(node, Field.Name) : node));
  const isUnconditional = isTopLevel(tree, statement, scope);
  const common = { local, node, statement, scope, isUnconditional };
  if (kind === NodeKind.ImportStatement) return { ...common, path: aliased ? name : local, reaches: name };
  const module = tree.child(statement, Field.ModuleName);
  if (module === NO_NODE || tree.kind(module) !== NodeKind.DottedName) return undefined;
  const path = `${withoutBlanks(tree.textOf(module))}.${name}`;
  return { ...common, path, reaches: path };
}

function isTopLevel(tree: SyntaxTree, statement: NodeIndex, scope: Scope): boolean {
  const parent = tree.parent(statement);
  return parent === 0 || (scope.kind !== "module" && tree.parent(parent) === scope.node);
}
