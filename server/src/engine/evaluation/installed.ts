import { type InstalledPackage, minorsStoodInFor } from "../catalogue/backports";
import type { Catalogue } from "../catalogue/catalogue";
import type { Entry } from "../catalogue/entry";
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
  const minorsFor = (entry: Entry): MinorSet => {
    packages ??= [...declared, ...importedAtTop(tree, catalogue)];
    return minorsStoodInFor(entry, packages, catalogue);
  };
  let provided: Usage[] | undefined;
  for (let index = 0; index < usages.length; index++) {
    const usage = usages[index];
    const entry = lackingEntry(usage.entryId, catalogue);
    if (!entry) continue;
    let minors = minorsOf.get(entry.id);
    if (minors === undefined) minorsOf.set(entry.id, (minors = minorsFor(entry)));
    if (minors === NO_MINORS) continue;
    provided ??= [...usages];
    provided[index] = { ...usage, forgiven: usage.forgiven | minors };
  }
  return provided ?? usages;
}

/** By catalogue and id: entries that some Python lacks. Nearly all usages are of others, in each document. */
const lacking = new WeakMap<Catalogue, Map<string, Entry | undefined>>();

/** The entry of an id, where it is of the library and some Python lacks it. */
function lackingEntry(entryId: string, catalogue: Catalogue): Entry | undefined {
  let known = lacking.get(catalogue);
  if (!known) lacking.set(catalogue, (known = new Map<string, Entry | undefined>()));
  const found = known.get(entryId);
  if (found || known.has(entryId)) return found;
  const entry = catalogue.lookup(entryId);
  const isLacking = entry && entry.available !== ALL_MINORS && entry.kind !== "syntax";
  known.set(entryId, isLacking ? entry : undefined);
  return isLacking ? entry : undefined;
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
