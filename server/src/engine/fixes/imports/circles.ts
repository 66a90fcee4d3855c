import type { FoundModule } from "../../analysis";
import { type DottedImport, importsAtStart } from "../../binding/start-imports";
import type { Catalogue } from "../../catalogue/catalogue";
import type { Surroundings } from "../../evaluation/context";
import type { ModuleTable } from "../../evaluation/module-table";
import type { SyntaxTree } from "../../syntax/syntax-tree";
import { isPackage } from "./left-over";

/** Whoever imports more files than this at his start is not followed to the end. */
const MOST_FILES = 2_000;

/** What was found out about a document, as long as neither it nor the files around it change. */
const known = new WeakMap<
  SyntaxTree,
  { readonly modules: ModuleTable; readonly answers: Map<string, boolean> }
>();

/** A document of a project, and the files around it. */
interface Importer {
  readonly uri: string;
  readonly tree: SyntaxTree;
  readonly modules: ModuleTable;
}

/**
 * Tells whether a document may import a module that it has not imported yet: not where that module, as the project has it,
 * imports the document in turn, through however many others. A file of the standard library itself may only import what
 * it loads anyway: much of that runs before anything can be imported, or is loaded with every other module.
 */
export function mayImport(
  module: string,
  { tree, uri, modules }: { readonly tree: SyntaxTree } & Surroundings,
  catalogue: Catalogue,
): boolean {
  if (!modules) return true;
  let kept = known.get(tree);
  if (kept?.modules !== modules) known.set(tree, (kept = { modules, answers: new Map<string, boolean>() }));
  let answer = kept.answers.get(module);
  if (answer === undefined)
    kept.answers.set(module, (answer = isHarmless(module, { tree, uri, modules }, catalogue)));
  return answer;
}

function isHarmless(module: string, importer: Importer, catalogue: Catalogue): boolean {
  const { tree, uri, modules } = importer;
  const wanted = findAll(modules, uri, { level: 0, name: module });
  const isLibrary = standsForLibrary(importer, catalogue);
  if (wanted.length === 0) return !isLibrary;
  if (leadsTo(modules, wanted, uri)) return false;
  if (!isLibrary) return true;
  const loaded = importsAtStart(tree).flatMap((each) => findAll(modules, uri, each));
  return leadsTo(modules, loaded, wanted[wanted.length - 1].uri);
}

/** Tells whether a file is among some, or is loaded with them. */
function leadsTo(modules: ModuleTable, files: readonly FoundModule[], goal: string): boolean {
  const seen = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (file.uri === goal || seen.size > MOST_FILES) return true;
    if (seen.has(file.uri)) continue;
    seen.add(file.uri);
    if (file.text === "") continue;
    const from = file.uri;
    for (const each of importsAtStart(modules.syntaxOf(file).tree))
      open.push(...findAll(modules, from, each));
  }
  return false;
}

/** The files that an import runs: the packages around the module, and the module. */
function findAll(modules: ModuleTable, from: string, { level, name }: DottedImport): FoundModule[] {
  const parts = name === "" ? [] : name.split(".");
  const names = level > 0 ? [""] : [];
  for (let length = 1; length <= parts.length; length++) names.push(parts.slice(0, length).join("."));
  return names.flatMap((each) => modules.find({ from, level, name: each, isLibrary: false }) ?? []);
}

/** Tells whether the document is what an import of a module of the standard library finds. */
function standsForLibrary({ modules, uri }: Importer, catalogue: Catalogue): boolean {
  const parts = uri.replace(/\.pyi?$/, "").split(/[\\/]/);
  if (isPackage(uri)) parts.pop();
  for (let count = 1; count <= 3 && count <= parts.length; count++) {
    const name = parts.slice(-count).join(".");
    if (!catalogue.isModule(name)) continue;
    if (modules.find({ from: uri, level: 0, name, isLibrary: false })?.uri === uri) return true;
  }
  return false;
}
