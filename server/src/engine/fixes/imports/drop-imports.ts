import type { ScopeTable } from "../../binding/scopes";
import type { OffsetRange, TextReplacement } from "../../findings";
import { Field, NodeKind } from "../../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../../syntax/syntax-tree";
import { hasOwnLines, removeListItems, startOfLine } from "../layout";
import { type Imported, importedNames, namesOfStatement } from "./imported";

/** What happens to a document besides its imports. */
export interface RemovedCode {
  /** Stretches of code that go. */
  readonly gone: readonly OffsetRange[];
  /** Names that the new code uses. */
  readonly used: ReadonlySet<string>;
  /** What is put in: blank lines around a dropped import stay where another one takes its place. */
  readonly added: readonly TextReplacement[];
  /** The import that must go whatever else is said of it: it is what a finding is about. */
  readonly faulty?: NodeIndex;
}

/**
 * The edits that drop imports of some names once code is gone. An import stays where its name is used elsewhere, stands in
 * a string of its own (`__all__`), has a comment, or is made under a condition.
 */
export function dropUnusedImports(
  tree: SyntaxTree,
  scopes: ScopeTable,
  names: Iterable<string>,
  removed: RemovedCode,
): TextReplacement[] {
  const byStatement = new Map<NodeIndex, NodeIndex[]>();
  for (const name of names) {
    const imports = importedNames(tree, scopes).filter(({ local }) => local === name);
    if (imports.length !== 1 || removed.used.has(name) || isNeeded(tree, imports[0], removed.gone)) continue;
    const [{ statement, node, isUnconditional, scope }] = imports;
    // A name that a class body imports is an attribute of the class.
    if (!isUnconditional || scope.kind === "class") continue;
    const nodes = byStatement.get(statement);
    if (nodes) nodes.push(node);
    else byStatement.set(statement, [node]);
  }
  const lines: OffsetRange[] = [];
  const edits: TextReplacement[] = [];
  for (const [statement, nodes] of byStatement) {
    const siblings = namesOfStatement(tree, statement);
    const whole =
      nodes.length === siblings.length
        ? wholeLines(tree, statement, nodes.includes(removed.faulty ?? -1))
        : undefined;
    if (whole) lines.push(whole);
    else if (nodes.length < siblings.length)
      edits.push(...removeListItems(tree, nodes, siblings).map((range) => ({ ...range, newText: "" })));
  }
  return [...edits, ...dropLines(tree.text, lines, removed.added)];
}

/** Takes out lines, those that follow each other at once, with the blank lines that then are too many. */
function dropLines(
  text: string,
  lines: readonly OffsetRange[],
  added: RemovedCode["added"],
): TextReplacement[] {
  const joined: OffsetRange[] = [];
  for (const range of lines.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last?.end === range.start) joined[joined.length - 1] = { start: last.start, end: range.end };
    else joined.push(range);
  }
  return joined.map((range) => {
    const isReplaced = added.some(({ start }) => range.start <= start && start <= range.end);
    const end = isReplaced ? range.end : range.end + spareBlankLines(text, range);
    return { start: range.start, end, newText: "" };
  });
}

/** The lines of a statement with their end; `undefined` where something else stands on them, or nothing else in the block. */
function wholeLines(tree: SyntaxTree, statement: NodeIndex, withComment: boolean): OffsetRange | undefined {
  const { text } = tree;
  if (!hasOwnLines(tree, statement)) return undefined;
  const parent = tree.parent(statement);
  if (parent !== 0 && tree.namedChildren(parent).length < 2) return undefined;
  const rest = /^([^\r\n]*)(\r\n|\n|\r|$)/.exec(text.slice(tree.end(statement)));
  if (!rest || (rest[1].trim() !== "" && !withComment)) return undefined;
  return { start: startOfLine(text, tree.start(statement)), end: tree.end(statement) + rest[0].length };
}

/** The length of the blank lines behind some lines that those before them make superfluous. */
function spareBlankLines(text: string, { start, end }: OffsetRange): number {
  const before = /(?:^|[^\r\n])(?:\r\n|\n|\r)?((?:[ \t]*(?:\r\n|\n|\r))*)$/.exec(text.slice(0, start));
  const isFirst = start === 0 || /:[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(0, start));
  const spare = isFirst ? Infinity : countLines(before?.[1] ?? "");
  let length = 0;
  for (let count = 0; count < spare; count++) {
    const blank = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(end + length));
    if (!blank) break;
    length += blank[0].length;
  }
  return length;
}

function countLines(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function isNeeded(tree: SyntaxTree, { local, node: own }: Imported, gone: readonly OffsetRange[]): boolean {
  for (let node = 0; node < tree.count; node++) {
    if (node >= own && node <= tree.lastInside(own)) continue;
    const kind = tree.kind(node);
    if (kind === NodeKind.String) {
      if (tree.end(node) - tree.start(node) <= local.length + 6 && tree.textOf(node).includes(local))
        return true;
      continue;
    }
    if (kind !== NodeKind.Identifier || tree.field(node) === Field.Attribute) continue;
    const start = tree.start(node);
    if (tree.end(node) - start !== local.length || tree.textOf(node) !== local) continue;
    if (isModuleName(tree, node)) continue;
    if (!gone.some((range) => range.start <= start && start < range.end)) return true;
  }
  return false;
}

/** The module of a `from` import is found by its name, whatever else the document calls so. */
function isModuleName(tree: SyntaxTree, node: NodeIndex): boolean {
  const path = tree.parent(node);
  return tree.kind(path) === NodeKind.DottedName && tree.field(path) === Field.ModuleName;
}
