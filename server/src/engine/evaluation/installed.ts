import { type InstalledPackage, minorsStoodInFor } from "../catalogue/backports";
import type { Catalogue } from "../catalogue/catalogue";
import type { Usage } from "../findings";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";

/**
 * Takes note of what installed packages stand in for: usages of modules that they bring are provided for. A package that
 * the document imports as it is loaded is there, whoever declares it.
 */
export function providedFor(
  usages: readonly Usage[],
  declared: readonly InstalledPackage[],
  { tree, catalogue }: { readonly tree: SyntaxTree; readonly catalogue: Catalogue },
): readonly Usage[] {
  const minorsOf = new Map<string, MinorSet>();
  let packages: readonly InstalledPackage[] | undefined;
  const minorsFor = (entryId: string): MinorSet => {
    const entry = catalogue.lookup(entryId);
    if (!entry || entry.available === ALL_MINORS || entry.kind === "syntax") return NO_MINORS;
    packages ??= [...declared, ...importedAtTop(tree, catalogue)];
    return minorsStoodInFor(entry, packages, catalogue);
  };
  let provided: Usage[] | undefined;
  for (let index = 0; index < usages.length; index++) {
    const usage = usages[index];
    let minors = minorsOf.get(usage.entryId);
    if (minors === undefined) minorsOf.set(usage.entryId, (minors = minorsFor(usage.entryId)));
    if (minors === NO_MINORS) continue;
    provided ??= [...usages];
    provided[index] = { ...usage, forgiven: usage.forgiven | minors };
  }
  return provided ?? usages;
}

/**
 * The packages that a document imports by statements of the module itself: whatever runs of it, they are there. One that is
 * tried first is there as well, as far as its writer cares.
 */
function importedAtTop(tree: SyntaxTree, catalogue: Catalogue): InstalledPackage[] {
  // A name of the library says nothing of a package that is called like it.
  return importedIn(tree, 0).filter(({ name }) => !catalogue.isModule(name));
}

function importedIn(tree: SyntaxTree, block: NodeIndex): InstalledPackage[] {
  if (block === NO_NODE) return [];
  return tree.namedChildren(block).flatMap((statement) => {
    switch (tree.kind(statement)) {
      case NodeKind.TryStatement:
        return importedIn(tree, tree.child(statement, Field.Body));
      case NodeKind.ImportFromStatement:
        return packageAt(tree, tree.child(statement, Field.ModuleName));
      case NodeKind.ImportStatement:
        return tree
          .namedChildren(statement)
          .flatMap((child) =>
            packageAt(
              tree,
              tree.kind(child) === NodeKind.AliasedImport ? tree.child(child, Field.Name) : child,
            ),
          );
      default:
        return [];
    }
  });
}

function packageAt(tree: SyntaxTree, name: NodeIndex): InstalledPackage[] {
  const first = /^[^\s.\\]+/.exec(name < 0 ? "" : tree.textOf(name))?.[0];
  return first === undefined ? [] : [{ name: first, minors: ALL_MINORS }];
}

/** Nothing in a stub ever runs, so that no Python fails for what it names: its usages are there to be asked about only. */
export function withoutRunning(usages: readonly Usage[]): readonly Usage[] {
  return usages.map((usage) => ({ ...usage, forgiven: ALL_MINORS }));
}
