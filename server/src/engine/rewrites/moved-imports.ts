import type { Catalogue } from "../catalogue/catalogue";
import type { Entry } from "../catalogue/entry";
import { namesOfImport, withoutBlanks } from "../syntax/imports";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isSubset, lowestMinor, type MinorSet } from "../version";
import { LIBRARY_PACKAGES, type LibraryPackage } from "./packages";
import type { WholeImport } from "./whole-module";

/** One name that the standard library has on every Python that matters. */
export interface MovedName {
  /** The name in its statement, or the name with its alias. */
  readonly node: NodeIndex;
  /** As the package and the library call it. */
  readonly name: string;
  /** The module of the library, `builtins` for what needs no import. */
  readonly home: string;
}

/** An import from a package that the standard library could serve. */
export interface MovedImport {
  readonly statement: NodeIndex;
  readonly package: LibraryPackage;
  /** The module that is imported from, or as a whole. */
  readonly module: NodeIndex;
  /** `undefined` for an import of the package as a whole. */
  readonly names: readonly MovedName[] | undefined;
  /** The import of a package as a whole. */
  readonly whole?: WholeImport;
  /** What the standard library has since. */
  readonly entry: Entry;
  /** The package may do more than the library of some Python. */
  readonly differs: boolean;
}

/** Tells whether a text may import one of the packages: what most do not. */
export function mayImportPackages(text: string): boolean {
  return ANY_PACKAGE.test(text);
}

const ANY_PACKAGE = new RegExp(
  `\\b(?:import|from)\\s+(?:${[...new Set(LIBRARY_PACKAGES.map(({ module }) => module.split(".", 1)[0]))].join("|")})\\b`,
);

/**
 * Reads an import of a package whose names the standard library has on all of some minors: all of them where the package is
 * imported as a whole, some of them where they are named. Stars and imports that a `try` is made for are left alone.
 */
export function readMovedImport(
  tree: SyntaxTree,
  statement: NodeIndex,
  catalogue: Catalogue,
  minors: MinorSet,
): MovedImport | undefined {
  if (isTried(tree, statement)) return undefined;
  switch (tree.kind(statement)) {
    case NodeKind.ImportStatement:
      return readWhole(tree, statement, catalogue, minors);
    case NodeKind.ImportFromStatement:
      return readNames(tree, statement, catalogue, minors) ?? readWhole(tree, statement, catalogue, minors);
    default:
      return undefined;
  }
}

/** `import a`, `import a.b`, `import a.b as c` and `from a import b`. */
function readWhole(
  tree: SyntaxTree,
  statement: NodeIndex,
  catalogue: Catalogue,
  minors: MinorSet,
): MovedImport | undefined {
  const [node, ...others] = namesOfImport(tree, statement);
  if (node === undefined || others.length > 0) return undefined;
  const isAliased = tree.kind(node) === NodeKind.AliasedImport;
  const name = isAliased ? tree.child(node, Field.Name) : node;
  const from = tree.child(statement, Field.ModuleName);
  if (from !== NO_NODE && tree.kind(from) !== NodeKind.DottedName) return undefined;
  const [text, parent] = [
    withoutBlanks(tree.textOf(name)),
    from === NO_NODE ? "" : withoutBlanks(tree.textOf(from)),
  ];
  const path = parent === "" ? text : `${parent}.${text}`;
  const found = LIBRARY_PACKAGES.find((each) => each.module === path);
  const entry = found && catalogue.lookup(found.homes[0]);
  if (!entry || found.names) return undefined;
  if (entry.kind !== "module" || !isSubset(minors, entry.available)) return undefined;
  const spelling = isAliased ? tree.textOf(tree.child(node, Field.Alias)) : text;
  return {
    statement,
    package: found,
    module: name,
    names: undefined,
    whole: { statement, spelling, local: spelling.split(".", 1)[0] },
    entry,
    differs: found.isAhead === true || found.ownUntil !== undefined,
  };
}

function readNames(
  tree: SyntaxTree,
  statement: NodeIndex,
  catalogue: Catalogue,
  minors: MinorSet,
): MovedImport | undefined {
  const module = tree.child(statement, Field.ModuleName);
  if (module === NO_NODE || tree.kind(module) !== NodeKind.DottedName) return undefined;
  const path = withoutBlanks(tree.textOf(module));
  const found = LIBRARY_PACKAGES.find((each) => each.module === path);
  if (!found) return undefined;
  const names: MovedName[] = [];
  const entries: Entry[] = [];
  for (const node of namesOfImport(tree, statement)) {
    const isAliased = tree.kind(node) === NodeKind.AliasedImport;
    const name = tree.textOf(isAliased ? tree.child(node, Field.Name) : node);
    const entry = found.names && !found.names.includes(name) ? undefined : homeOf(found, name, catalogue);
    if (!entry || !isSubset(minors, entry.available)) continue;
    const home = entry.id.slice(0, entry.id.lastIndexOf("."));
    // A builtin under another name needs an assignment, which is not the style of imports.
    if (home === "builtins" && isAliased) continue;
    names.push({ node, name, home });
    entries.push(entry);
  }
  if (names.length === 0) return undefined;
  const lowest = lowestMinor(minors) ?? 0;
  const differs = found.isAhead === true || names.some(({ name }) => lowest < (found.ownUntil?.[name] ?? 0));
  const whole = catalogue.lookup(found.homes[0]);
  const entry = found.homes.length === 1 && whole?.added !== undefined ? whole : entries[0];
  return { statement, package: found, module, names, entry, differs };
}

function homeOf({ homes }: LibraryPackage, name: string, catalogue: Catalogue): Entry | undefined {
  for (const home of homes) {
    const entry = catalogue.lookup(`${home}.${name}`);
    if (entry?.id === `${home}.${name}` && entry.internal !== true) return entry;
  }
  return undefined;
}

/** An import in a `try` is made to fail on some machine, whatever the Python. */
function isTried(tree: SyntaxTree, statement: NodeIndex): boolean {
  for (let at = tree.parent(statement); at > 0; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (kind === NodeKind.TryStatement) return true;
    if (kind === NodeKind.FunctionDefinition) return false;
  }
  return false;
}
