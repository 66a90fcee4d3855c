import type { Scope } from "../binding/scopes";
import type { Usage } from "../findings";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import type { Context } from "./context";
import { scopeAt } from "./functions";
import { importSource } from "./imports";
import type { ModuleTable } from "./module-table";
import { reachInScope, stayedBefore } from "./reachability";

/** Packages nested deeper than this are not asked. */
const DEEPEST = 12;

/** The file that makes a folder a package, and the part of a path that every module file ends in. */
const PACKAGE_FILE = /\/__init__\.pyi?$/;
const MODULE_ENDING = /\.pyi?$/;

/**
 * Narrows usages to the minors on which anything loads their file: where its package imports it behind a test of the version
 * and nowhere else (`if sys.version_info >= (3, 8): from ._new import run`), so does whoever goes through the package. The
 * same goes for the packages around.
 */
export function narrowedToImporters(
  usages: readonly Usage[],
  uri: string,
  modules: ModuleTable | undefined,
): readonly Usage[] {
  const loaded = modules ? loadedOn(modules, uri) : ALL_MINORS;
  if (loaded === ALL_MINORS) return usages;
  return usages.map((usage) => ({ ...usage, reach: usage.reach & loaded }));
}

/** The minors on which the packages around a file import it. */
function loadedOn(modules: ModuleTable, uri: string): MinorSet {
  const names = uri.replace(MODULE_ENDING, "").split("/");
  const isPackage = PACKAGE_FILE.test(uri);
  if (isPackage) names.pop();
  let reach: MinorSet = ALL_MINORS;
  for (let level = isPackage ? 2 : 1; level <= DEEPEST; level++) {
    const name = names.pop() ?? "";
    const found = modules.find({ from: uri, level, name: "", isLibrary: false });
    if (!found || !PACKAGE_FILE.test(found.uri)) break;
    if (importsBehindSomething(found.text, name)) reach &= importedOn(modules.contextOf(found), name);
  }
  return reach;
}

/** Tells, without parsing, whether a package imports a module of its own, and none of the imports is at the margin. */
function importsBehindSomething(text: string, name: string): boolean {
  if (!/^\w+$/.test(name) || !text.includes(name)) return false;
  const imports = text.match(new RegExp(`^[ \\t]*(?:from|import)\\b.*\\b${name}\\b`, "gm")) ?? [];
  return imports.length > 0 && imports.every((line) => /^\s/.test(line));
}

/** The minors on which a package imports a module of its own; all where it does not, as far as can be told. */
function importedOn(home: Context, name: string): MinorSet {
  const { tree } = home;
  let reach: MinorSet = NO_MINORS;
  for (let node = 0; node < tree.count; node++) {
    const kind = tree.kind(node);
    if (kind === NodeKind.ImportFromStatement && importsModule(home, node, name))
      reach |= reachOf(home, node);
    // A plain import may be of anything that is called so below some package.
    if (kind === NodeKind.ImportStatement && tree.textOf(node).includes(`.${name}`)) return ALL_MINORS;
  }
  return reach === NO_MINORS ? ALL_MINORS : reach;
}

/** `from .name import x` and `from . import name`, absolute ones too. */
function importsModule(home: Context, statement: NodeIndex, name: string): boolean {
  const { tree } = home;
  const source = importSource(home, statement);
  if (source.kind !== "own") return false;
  const { uri } = source.module.module;
  if (uri !== home.uri) return moduleNameOf(uri) === name;
  return tree.namedChildren(statement).some((child) => {
    if (tree.field(child) !== Field.Name) return false;
    const named = tree.kind(child) === NodeKind.AliasedImport ? tree.child(child, Field.Name) : child;
    return named !== NO_NODE && tree.textOf(named) === name;
  });
}

function moduleNameOf(uri: string): string {
  const path = uri.replace(PACKAGE_FILE, "").replace(MODULE_ENDING, "");
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The minors on which a statement runs, going by the tests around it and around the functions that it stands in. */
function reachOf(home: Context, statement: NodeIndex): MinorSet {
  let reach: MinorSet = ALL_MINORS;
  let node = statement;
  for (let scope: Scope | undefined = scopeAt(home, node); scope; scope = scope.parent) {
    reach &= reachInScope(home, scope, node).may & stayedBefore(home, scope, node);
    node = scope.node;
  }
  return reach;
}
