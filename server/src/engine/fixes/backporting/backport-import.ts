import { namesOfImport } from "../../syntax/imports";
import { Field, NodeKind } from "../../syntax/node-kind";
import type { TextReplacement } from "../../findings";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { Fixer, FixInput } from "../fixer";
import { isGuardable } from "../guards/need";
import { type Imported, importedNames } from "../imports/imported";
import {
  hasOwnLines,
  indentationAt,
  indentationUnit,
  joinEdits,
  lineEndingOf,
  startOfLine,
  takeOut,
} from "../layout";
import { indentLines } from "../reindent";
import { writeTest } from "../version-bounds";
import { versionInfoFor } from "../version-info";
import { type BackportOffer, offerFor } from "./offer";
import { renamedModule } from "./renamed-module";

/** An import of something that is new, with what of its statement goes the same way. */
interface NewImport {
  readonly statement: NodeIndex;
  /** The names that come from the package where they are missing, with those that stay. */
  readonly names: readonly NodeIndex[];
  readonly siblings: readonly NodeIndex[];
  readonly offer: BackportOffer;
  /** The statement that imports from the package. */
  readonly fallback: string;
  /** The statement that imports from the standard library. */
  readonly original: string;
  /** Where the document must call it by another name from now on. */
  readonly uses?: readonly TextReplacement[];
}

/** How the two imports are held together. */
type Form = "version" | "try";

/**
 * Imports from a package where the standard library has not got it yet, under a version test, which type checkers read.
 * Other names of the statement stay. Safe where the project has the package already.
 */
export const backportImport: Fixer = {
  id: "backport-import",
  appliesTo: isGuardable,
  compute: (input) => fixBy(input, "version", "backport-import"),
};

/** The same by `try` and `except ImportError`. */
export const backportImportTry: Fixer = {
  id: "backport-import-try",
  appliesTo: isGuardable,
  compute: (input) => fixBy(input, "try", "backport-import-try"),
};

function fixBy(input: FixInput, form: Form, id: string): ReturnType<Fixer["compute"]> {
  const { tree } = input;
  const found = newImportAt(input);
  if (!found || !hasOwnLines(tree, found.statement)) return undefined;
  const edits = editsFor(input, found, form);
  if (!edits) return undefined;
  const { backport, dependency, safety } = found.offer;
  return { id, safety, details: { package: backport.package }, edits: joinEdits(edits), dependency };
}

function editsFor(input: FixInput, found: NewImport, form: Form): TextReplacement[] | undefined {
  const { tree } = input;
  const { statement, names, siblings, offer } = found;
  const info = form === "version" ? versionInfoFor(input, statement) : { text: "", edits: [] };
  if (!info) return undefined;
  const head = form === "version" ? `if ${writeTest(offer.bounds, info.text)}:` : "try:";
  const middle = form === "version" ? "else:" : "except ImportError:";
  const start = startOfLine(tree.text, tree.start(statement));
  const end = tree.end(statement) + restOfLine(tree, statement).length;
  const outer = indentationAt(tree.text, start);
  const unit = indentationUnit(tree);
  const eol = lineEndingOf(tree.text);
  const indented = (text: string): string =>
    text
      .split(/\r\n|\n|\r/)
      .map((line) => (line === "" ? "" : outer + unit + line))
      .join(eol);
  if (names.length === siblings.length && !found.uses) {
    const last = `${eol}${outer}${middle}${eol}${indented(withoutIndent(found.fallback, outer))}`;
    return [
      ...info.edits,
      { start, end: start, newText: `${outer}${head}${eol}` },
      ...indentLines(tree, start, end, unit),
      { start: end, end, newText: last },
    ];
  }
  const lines = [outer + head, indented(found.original), outer + middle, indented(found.fallback)];
  if (names.length === siblings.length) {
    const at = tree.start(statement);
    const newText = lines.join(eol).slice(outer.length);
    return [...info.edits, { start: at, end: tree.end(statement), newText }, ...(found.uses ?? [])];
  }
  const removals = takeOut(tree, names, siblings);
  if (!removals) return undefined;
  return [
    ...info.edits,
    ...removals,
    { start: end, end, newText: lines.map((line) => eol + line).join("") },
    ...(found.uses ?? []),
  ];
}

function newImportAt(input: FixInput): NewImport | undefined {
  const { tree, scopes, finding } = input;
  const node = tree.innermost(finding.start, finding.end);
  const imported = importedNames(tree, scopes).find(
    (each) => each.node <= node && node <= tree.lastInside(each.node),
  );
  const offer = imported && offerFor(input);
  if (!offer) return undefined;
  const kind = tree.kind(imported.statement);
  if (kind === NodeKind.ImportStatement) return newModule(input, imported, offer);
  return kind === NodeKind.ImportFromStatement ? newNames(input, imported, offer) : undefined;
}

/** `import tomllib` falls back on `import tomli as tomllib`. A package under the module's own name needs no other import. */
function newModule(input: FixInput, imported: Imported, offer: BackportOffer): NewImport | undefined {
  const { tree } = input;
  const { node, statement, local, path, reaches } = imported;
  const { module } = offer.backport;
  if (module === reaches) return undefined;
  const common = { statement, names: [node], siblings: namesOfImport(tree, statement), offer };
  if (reaches === path)
    return { ...common, original: `import ${tree.textOf(node)}`, fallback: importAs(module, local) };
  // `import a.b` binds `a`, which the package has not: the document calls it by the package's name from now on.
  const name = module.slice(module.lastIndexOf(".") + 1);
  const uses = renamedModule(input, imported, name);
  return uses && { ...common, original: importAs(reaches, name), fallback: importAs(module, name), uses };
}

/** The statement that imports a module under a name, without an alias where it has that name. */
function importAs(module: string, local: string): string {
  if (module === local) return `import ${module}`;
  const dot = module.lastIndexOf(".");
  if (dot >= 0 && module.slice(dot + 1) === local) return `from ${module.slice(0, dot)} import ${local}`;
  return `import ${module} as ${local}`;
}

/** `from importlib import metadata` imports a module: the package has it as a whole, not a name of it. */
function newModuleOf(tree: SyntaxTree, imported: Imported, offer: BackportOffer): NewImport | undefined {
  const { node, statement, local, path } = imported;
  const { module } = offer.backport;
  if (module === path) return undefined;
  const from = tree.textOf(tree.child(statement, Field.ModuleName));
  return {
    statement,
    names: [node],
    siblings: namesOfImport(tree, statement),
    offer,
    original: `from ${from} import ${tree.textOf(node)}`,
    fallback: importAs(module, local),
  };
}

/** Every name of the statement that the same package has for the same Pythons goes the same way. */
function newNames(input: FixInput, imported: Imported, offer: BackportOffer): NewImport | undefined {
  const { tree, analysis, finding } = input;
  const { statement } = imported;
  const moduleNode = tree.child(statement, Field.ModuleName);
  const module = tree.textOf(moduleNode);
  const { backport, bounds } = offer;
  if (moduleNode === NO_NODE || backport.module === module) return undefined;
  if (input.catalogue.isModule(imported.path)) return newModuleOf(tree, imported, offer);
  const siblings = namesOfImport(tree, statement);
  const names = siblings.filter((name) => {
    const own = analysis.findings.find(
      (each) => each.code === finding.code && each.start >= tree.start(name) && each.end <= tree.end(name),
    );
    const other = own && offerFor(input, own);
    return (
      other?.backport.module === backport.module &&
      other.bounds.from === bounds.from &&
      other.bounds.before === bounds.before
    );
  });
  if (names.length === 0) return undefined;
  const list = names.map((name) => tree.textOf(name)).join(", ");
  const isWhole = names.length === siblings.length;
  const text = tree.textOf(statement);
  const at = tree.start(moduleNode) - tree.start(statement);
  return {
    statement,
    names,
    siblings,
    offer,
    original: `from ${module} import ${list}`,
    fallback: isWhole
      ? text.slice(0, at) + backport.module + text.slice(at + module.length)
      : `from ${backport.module} import ${list}`,
  };
}

function restOfLine(tree: SyntaxTree, statement: NodeIndex): string {
  return /^[^\r\n]*/.exec(tree.text.slice(tree.end(statement)))![0].trimEnd();
}

/** The lines behind the first of a statement, as if it stood at the margin. */
function withoutIndent(text: string, outer: string): string {
  return outer === "" ? text : text.replaceAll(new RegExp(`(\\r\\n|\\n|\\r)${outer}`, "g"), "$1");
}
