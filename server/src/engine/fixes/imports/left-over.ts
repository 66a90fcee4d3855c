import type { ScopeTable } from "../../binding/scopes";
import type { Fix, OffsetRange, TextReplacement } from "../../findings";
import type { SyntaxTree } from "../../syntax/syntax-tree";
import type { FixInput } from "../fixer";
import { mergeAdjacent } from "../layout";
import { dropUnusedImports } from "./drop-imports";
import { importedNames } from "./imported";
import { usesOfImports } from "./name-uses";

/** A document as far as its imports go. */
interface ImportingDocument {
  readonly tree: SyntaxTree;
  readonly scopes: ScopeTable;
}

/** Tells whether a file is a package's own module: what that imports may be what others import from it. */
export function isPackage(path: string): boolean {
  return /(?:^|[\\/])__init__\.pyi?$/.test(path);
}

/**
 * The edits that drop the imports that a document made no use of any more, though it did before it was edited, and those
 * that came with the edits.
 */
export function importsLeftOver(
  path: string,
  before: ImportingDocument,
  after: ImportingDocument,
): readonly TextReplacement[] {
  if (isPackage(path)) return [];
  const usesBefore = usesOfImports(before.tree, before.scopes);
  const uses = usesOfImports(after.tree, after.scopes);
  // What was imported under a condition, and used in a branch that went, may be there for others (`compat.py`).
  const conditional = new Set(
    importedNames(before.tree, before.scopes).flatMap((it) => (it.isUnconditional ? [] : [it.local])),
  );
  const names = [...uses].filter(
    ([name, { length }]) => length === 0 && usesBefore.get(name)?.length !== 0 && !conditional.has(name),
  );
  return dropUnusedImports(
    after.tree,
    after.scopes,
    names.map(([name]) => name),
    { gone: [], used: new Set(), added: [] },
  ).drops;
}

/** A fix with the edits that drop the imports of what it alone makes unused. */
export function withImportsDropped(fix: Fix, { tree, scopes, analysis }: FixInput): Fix {
  const gone = fix.edits.filter(({ start, end }) => start < end);
  if (gone.length === 0 || isPackage(analysis.uri)) return fix;
  const uses = usesOfImports(tree, scopes);
  const names = new Set<string>();
  for (const { local, statement } of importedNames(tree, scopes)) {
    // An import that the fix itself is about is its own affair.
    const range = { start: tree.start(statement), end: tree.end(statement) };
    if (fix.edits.some((edit) => edit.start <= range.end && range.start <= edit.end)) continue;
    if (uses.get(local)?.some((use) => isInside(use, gone))) names.add(local);
  }
  if (names.size === 0) return fix;
  const used = new Set(fix.edits.flatMap(({ newText }) => newText.match(/[^\W\d]\w*/g) ?? []));
  const added = fix.edits.filter(({ start, end }) => start === end);
  const { drops } = dropUnusedImports(tree, scopes, names, { gone, used, added });
  const isApart = drops.every(
    (drop) => !fix.edits.some((edit) => edit.start < drop.end && drop.start < edit.end),
  );
  return drops.length > 0 && isApart ? { ...fix, edits: mergeAdjacent([...fix.edits, ...drops]) } : fix;
}

function isInside(offset: number, ranges: readonly OffsetRange[]): boolean {
  return ranges.some(({ start, end }) => start <= offset && offset < end);
}
