import { lastName } from "../../catalogue/ids";
import { ownerOf } from "../../evaluation/types";
import type { TextReplacement } from "../../findings";
import { namesOfImport } from "../../syntax/imports";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../../syntax/syntax-tree";
import type { FixInput } from "../fixer";
import { addFromImport } from "../imports/add-import";
import { type Imported, importedNames } from "../imports/imported";
import {
  hasOwnLines,
  holdsComment,
  indentationAt,
  lineEndingOf,
  removeListItem,
  startOfLine,
} from "../layout";
import { isLeaving, type Replacement, takesSameArguments } from "./replacement";

/**
 * The edits that import the new name in the place of the old one. The document's uses take the new name too, unless
 * somebody else may know the old one (`__all__`, a package's own module) or `keepLocal` asks for it.
 */
export function replaceImport(
  input: FixInput,
  replacement: Replacement,
  options: { readonly keepLocal: boolean },
): TextReplacement[] | undefined {
  const { tree, scopes, catalogue, finding } = input;
  const { to } = replacement;
  const node = tree.innermost(finding.start, finding.end);
  const imported = importedNames(tree, scopes).find(
    (each) => each.node <= node && node <= tree.lastInside(each.node),
  );
  const module = ownerOf(to.id);
  if (!imported || tree.kind(imported.statement) !== NodeKind.ImportFromStatement) return undefined;
  if (!catalogue.isModule(module) || module === "builtins") return undefined;
  const references = referencesTo(input, replacement);
  if (!references.every((reference) => takesSameArguments(tree, reference, replacement))) return undefined;
  const isAliased = tree.kind(imported.node) === NodeKind.AliasedImport;
  const name = lastName(to.id);
  const keeps = isAliased || options.keepLocal || !mayRename(input, imported, { references, name });
  const item = keeps && imported.local !== name ? `${name} as ${imported.local}` : name;
  const renamed = keeps || imported.local === name ? [] : references;
  const edits = moveItem(input, imported, { module, name, item });
  return edits && [...edits, ...renamed.map((reference) => rename(input, reference, name))];
}

/** The identifiers by which the document uses what it imported. */
function referencesTo({ tree, analysis }: FixInput, { usage }: Replacement): NodeIndex[] {
  return analysis.usages
    .filter(({ kind, entryId }) => kind === "reference" && entryId === usage.entryId)
    .map(({ start, end }) => tree.innermost(start, end))
    .filter((node) => tree.kind(node) === NodeKind.Identifier);
}

function rename({ tree }: FixInput, node: NodeIndex, newText: string): TextReplacement {
  return { start: tree.start(node), end: tree.end(node), newText };
}

/** Tells whether every mention of the name is one of the references, and the new name is free. */
function mayRename(
  { tree, analysis, catalogue }: FixInput,
  { local, node: own }: Imported,
  { references, name }: { readonly references: readonly NodeIndex[]; readonly name: string },
): boolean {
  if (/\/__init__\.pyi?$/.test(analysis.uri) || catalogue.lookup(`builtins.${name}`)) return false;
  for (let node = 0; node < tree.count; node++) {
    if (node >= own && node <= tree.lastInside(own)) continue;
    const kind = tree.kind(node);
    if (kind === NodeKind.StringContent && tree.textOf(node) === local) return false;
    if (kind !== NodeKind.Identifier || tree.field(node) === Field.Attribute) continue;
    const text = tree.textOf(node);
    if (text === name || (text === local && !references.includes(node))) return false;
  }
  return true;
}

/**
 * Takes one name out of its statement and imports another one; in place where it is the only one. `undefined` where a
 * comment or another statement on the line is in the way.
 */
export function moveItem(
  input: FixInput,
  { node, statement, path, scope }: Imported,
  { module, name, item }: { readonly module: string; readonly name: string; readonly item: string },
): TextReplacement[] | undefined {
  const { tree, scopes } = input;
  const names = namesOfImport(tree, statement);
  const moduleNode = tree.child(statement, Field.ModuleName);
  const isSameModule = path.slice(0, path.lastIndexOf(".")) === module;
  const isThere = isSameModule && names.some((each) => tree.textOf(each) === name);
  if (isThere && item === name && names.length > 1) return [removeListItem(tree, node, names)];
  const inPlace = { start: tree.start(node), end: tree.end(node), newText: item };
  if (isSameModule) return [inPlace];
  if (names.length === 1)
    return [{ start: tree.start(moduleNode), end: tree.end(moduleNode), newText: module }, inPlace];
  if (item === tree.textOf(node) && names.every((each) => movesTo(input, each, module)))
    return [{ start: tree.start(moduleNode), end: tree.end(moduleNode), newText: module }];
  const removal = removeListItem(tree, node, names);
  if (holdsComment(tree, removal.start, removal.end) || !hasOwnLines(tree, statement)) return undefined;
  const beside = importedNames(tree, scopes).find(
    (each) =>
      each.scope === scope &&
      each.isUnconditional &&
      each.path.slice(0, each.path.lastIndexOf(".")) === module &&
      tree.kind(each.statement) === NodeKind.ImportFromStatement &&
      each.statement < statement,
  );
  if (beside) return [addFromImport(tree, beside.statement, item, undefined), removal];
  const start = startOfLine(tree.text, tree.start(statement));
  const line = `${indentationAt(tree.text, start)}from ${module} import ${item}${lineEndingOf(tree.text)}`;
  return tree.parent(statement) === NO_NODE ? undefined : [{ start, end: start, newText: line }, removal];
}

/** Tells whether a finding asks for the same name from another module, so that the statement may change as a whole. */
function movesTo({ tree, catalogue, analysis }: FixInput, name: NodeIndex, module: string): boolean {
  const own = tree.kind(name) === NodeKind.AliasedImport ? tree.child(name, Field.Name) : name;
  return analysis.findings.some((finding) => {
    const isHere = tree.start(name) <= finding.start && finding.end <= tree.end(name);
    const entry = isHere && isLeaving(finding) ? catalogue.lookup(finding.entryId) : undefined;
    return entry?.dropIn === "safe" && entry.replacement === `${module}.${tree.textOf(own)}`;
  });
}
