import type { ScopeTable } from "../binding/scopes";
import type { TextReplacement } from "../findings";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { importModule } from "./add-import";
import { functionAround, isModuleName } from "./statements";

/** How code at a place reaches `sys.version_info`, with the import that this takes. */
export interface VersionInfo {
  readonly text: string;
  readonly edits: readonly TextReplacement[];
}

/**
 * Spells `sys.version_info` for a statement: as the document does where it imports `sys` before, with an import of `sys`
 * otherwise. `undefined` where `sys` means something else there.
 */
export function versionInfoFor(
  tree: SyntaxTree,
  scopes: ScopeTable,
  statement: NodeIndex,
): VersionInfo | undefined {
  const runsLater = functionAround(tree, scopes, statement) !== undefined;
  for (const [name, nodes] of scopes.module.bindings) {
    const spelled = spellingBy(tree, name, nodes);
    if (spelled === undefined || (!runsLater && nodes[0] > statement)) continue;
    if (isModuleName(tree, scopes, { node: statement, name })) return { text: spelled, edits: [] };
  }
  const isTaken =
    scopes.module.bindings.has("sys") && !onlyImportsSys(tree, scopes.module.bindings.get("sys")!);
  const isShadowed =
    scopes.module.bindings.has("sys") && !isModuleName(tree, scopes, { node: statement, name: "sys" });
  if (isTaken || isShadowed || isBoundAnywhere(scopes, "sys")) return undefined;
  return { text: "sys.version_info", edits: [importModule(tree, "sys", tree.start(statement))] };
}

/** What a name of the module spells `sys.version_info` with; `undefined` when it is something else. */
function spellingBy(tree: SyntaxTree, name: string, nodes: readonly NodeIndex[]): string | undefined {
  if (nodes.length !== 1) return onlyImportsSys(tree, nodes) ? `${name}.version_info` : undefined;
  const [node] = nodes;
  const statement = importOf(tree, node);
  if (statement === NO_NODE || tree.parent(statement) !== 0) return undefined;
  if (tree.kind(statement) === NodeKind.ImportStatement)
    return importedName(tree, node) === "sys" ? `${name}.version_info` : undefined;
  const module = tree.textOf(tree.child(statement, Field.ModuleName));
  return module === "sys" && importedName(tree, node) === "version_info" ? name : undefined;
}

function onlyImportsSys(tree: SyntaxTree, nodes: readonly NodeIndex[]): boolean {
  return nodes.every((node) => {
    const statement = importOf(tree, node);
    return (
      statement !== NO_NODE &&
      tree.parent(statement) === 0 &&
      tree.kind(statement) === NodeKind.ImportStatement &&
      importedName(tree, node) === "sys"
    );
  });
}

/** The import statement that binds a name at a node; `NO_NODE` where something else binds it. */
function importOf(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  for (let at = node; at > 0; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (kind === NodeKind.ImportStatement || kind === NodeKind.ImportFromStatement) return at;
    if (kind !== NodeKind.DottedName && kind !== NodeKind.Identifier && kind !== NodeKind.AliasedImport)
      return NO_NODE;
  }
  return NO_NODE;
}

/** The dotted name behind `import`, whatever it is bound to. */
function importedName(tree: SyntaxTree, node: NodeIndex): string {
  let at = node;
  while (tree.field(at) !== Field.Name || tree.kind(tree.parent(at)) === NodeKind.AliasedImport) {
    const parent = tree.parent(at);
    const kind = parent === NO_NODE ? NodeKind.Other : tree.kind(parent);
    if (kind !== NodeKind.DottedName && kind !== NodeKind.AliasedImport) break;
    at = parent;
  }
  const name = tree.kind(at) === NodeKind.AliasedImport ? tree.child(at, Field.Name) : at;
  return tree.textOf(name);
}

function isBoundAnywhere(scopes: ScopeTable, name: string): boolean {
  return [...scopes.byNode.values()].some(
    (scope) => scope !== scopes.module && (scope.bindings.has(name) || scope.globals.has(name)),
  );
}
