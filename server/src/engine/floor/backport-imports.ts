import type { Catalogue } from "../catalogue/catalogue";
import type { Entry } from "../catalogue/entry";
import { namesOfImport, originalName } from "../syntax/imports";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { ALL_MINORS, highestMinor, OLDEST_MINOR } from "../version";
import type { FloorGain } from "./facts";

/** What a package brings to older Pythons: the entries of the standard library, by the module to import from. */
type Backports = ReadonlyMap<string, readonly Entry[]>;

const known = new WeakMap<Catalogue, Backports>();

/**
 * Lists the imports from packages that bring parts of the standard library to older Pythons, each with the minor from
 * which on the standard library has everything that is imported. Silent on names that it does not know.
 */
export function listBackportImports(tree: SyntaxTree, catalogue: Catalogue): FloorGain[] {
  const gains: FloorGain[] = [];
  for (let node = 0; node < tree.count; node++) {
    const kind = tree.kind(node);
    if (kind === NodeKind.ImportFromStatement) gains.push(...fromImport(tree, node, catalogue));
    else if (kind === NodeKind.ImportStatement) gains.push(...plainImport(tree, node, catalogue));
  }
  return gains;
}

function fromImport(tree: SyntaxTree, node: NodeIndex, catalogue: Catalogue): FloorGain[] {
  const module = tree.child(node, Field.ModuleName);
  if (module === NO_NODE || tree.kind(module) !== NodeKind.DottedName) return [];
  const path = tree.textOf(module);
  if (!backportsOf(catalogue).has(path)) return [];
  const names = namesOfImport(tree, node);
  const entries = names.map((name) => standardName(path, originalName(tree, name), catalogue));
  if (names.length === 0 || entries.includes(undefined)) return [];
  const from = Math.max(...entries.map((entry) => steadySince(entry!)));
  const { id } = entries.find((entry) => steadySince(entry!) === from)!;
  return [{ kind: "backport", entryId: id, from, start: tree.start(module), end: tree.end(module) }];
}

function plainImport(tree: SyntaxTree, node: NodeIndex, catalogue: Catalogue): FloorGain[] {
  return tree.namedChildren(node).flatMap((child): FloorGain[] => {
    const aliased = tree.child(child, Field.Name);
    const name = tree.kind(child) === NodeKind.AliasedImport && aliased !== NO_NODE ? aliased : child;
    const modules = backportsOf(catalogue).get(tree.textOf(name)) ?? [];
    const module = modules.find(({ kind }) => kind === "module");
    if (!module) return [];
    const [start, end] = [tree.start(name), tree.end(name)];
    return [{ kind: "backport", entryId: module.id, from: steadySince(module), start, end }];
  });
}

/** Finds what the standard library calls a name of a package. */
function standardName(path: string, name: string, catalogue: Catalogue): Entry | undefined {
  const entries = backportsOf(catalogue).get(path) ?? [];
  const module = entries.find(({ kind }) => kind === "module");
  if (module) return catalogue.member(module.id, name) ?? catalogue.lookup(`${module.id}.${name}`);
  // A package such as typing_extensions has more than what anybody marked as coming from it.
  const owners = new Set(entries.map(({ id }) => id.slice(0, id.lastIndexOf("."))));
  const members = [...owners].map((owner) => catalogue.isModule(owner) && catalogue.member(owner, name));
  const marked = entries.filter(({ id }) => id.endsWith(`.${name}`));
  const candidates = marked.length > 0 ? marked : members.filter((member) => !!member);
  // Modules import from each other, so that a name is found in several: the oldest is where it lives.
  return candidates.toSorted((a, b) => steadySince(a) - steadySince(b)).at(0);
}

/** The minor from which on no Python lacks an entry any more. */
function steadySince({ available }: Entry): number {
  const lacking = highestMinor(ALL_MINORS & ~available);
  return lacking === undefined ? OLDEST_MINOR : lacking + 1;
}

/** Sorts the catalogue's backports by module. Packages that bring back what is gone are none of them. */
function backportsOf(catalogue: Catalogue): Backports {
  const found = known.get(catalogue);
  if (found) return found;
  const backports = new Map<string, Entry[]>();
  for (const entry of catalogue.entries()) {
    const module = entry.backport?.module;
    if (module === undefined || catalogue.isModule(module) || entry.removed !== undefined) continue;
    backports.set(module, [...(backports.get(module) ?? []), entry]);
  }
  known.set(catalogue, backports);
  return backports;
}
