import type { ScopeTable } from "../../binding/scopes";
import type { OffsetRange, TextReplacement } from "../../findings";
import { namesOfImport } from "../../syntax/imports";
import { Field } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { hasOwnLines, holdsComment, removeListItems, startOfLine } from "../layout";
import { type Imported, importedNames } from "./imported";
import { usesOfImports } from "./name-uses";

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

/** How imports go. */
interface DroppedImports {
  readonly drops: readonly TextReplacement[];
  /** What is left to put in: names that take the place of dropped ones are among the drops. */
  readonly added: readonly TextReplacement[];
}

/**
 * The edits that drop imports of some names once code is gone. An import stays where its name is used elsewhere, stands in
 * a string of its own (`__all__`) or a type comment, has a comment, is said to be for others, or is made under a condition.
 */
export function dropUnusedImports(
  tree: SyntaxTree,
  scopes: ScopeTable,
  names: Iterable<string>,
  removed: RemovedCode,
): DroppedImports {
  const uses = usesOfImports(tree, scopes);
  const byStatement = new Map<NodeIndex, NodeIndex[]>();
  for (const name of names) {
    const imports = importedNames(tree, scopes).filter(({ local }) => local === name);
    if (imports.length !== 1 || removed.used.has(name) || isNeeded(uses.get(name) ?? [], removed.gone))
      continue;
    const [{ statement, node, isUnconditional, scope }] = imports;
    if (node !== removed.faulty && isExported(tree, imports[0])) continue;
    // What is at fault goes from under a condition, too, where nothing else binds its name there.
    const isOnly = node === removed.faulty && scope.bindings.get(name)?.length === 1;
    // A name that a class body imports is an attribute of the class.
    if (!(isUnconditional || isOnly) || scope.kind === "class") continue;
    const nodes = byStatement.get(statement);
    if (nodes) nodes.push(node);
    else byStatement.set(statement, [node]);
  }
  const lines: OffsetRange[] = [];
  const edits: TextReplacement[] = [];
  const settled: TextReplacement[] = [];
  for (const [statement, nodes] of byStatement) {
    const siblings = namesOfImport(tree, statement);
    const range = { start: tree.start(siblings[0]), end: tree.end(siblings[siblings.length - 1]) };
    const inserted = removed.added.filter((edit) => range.start <= edit.start && edit.end <= range.end);
    if (inserted.length > 0) {
      const { drops, settled: taken } = giveWay(tree, { nodes, siblings, inserted });
      edits.push(...drops);
      settled.push(...taken);
      continue;
    }
    const whole =
      nodes.length === siblings.length
        ? wholeLines(tree, statement, { withComment: nodes.includes(removed.faulty ?? -1) })
        : undefined;
    if (whole) lines.push(whole);
    else if (nodes.length < siblings.length)
      edits.push(...removeListItems(tree, nodes, siblings).map((range) => ({ ...range, newText: "" })));
  }
  return {
    drops: [...edits, ...dropLines(tree.text, lines, removed.added)],
    added: removed.added.filter((edit) => !settled.includes(edit)),
  };
}

/** Drops names from a list to which others are added: what is put in beside a dropped name takes its place. */
function giveWay(
  tree: SyntaxTree,
  list: {
    readonly nodes: readonly NodeIndex[];
    readonly siblings: readonly NodeIndex[];
    readonly inserted: readonly TextReplacement[];
  },
): { readonly drops: readonly TextReplacement[]; readonly settled: readonly TextReplacement[] } {
  const { nodes, siblings, inserted } = list;
  const taken = new Map<NodeIndex, TextReplacement>();
  for (const edit of inserted) {
    const place = nodes.find(
      (node) => !taken.has(node) && (tree.start(node) === edit.start || tree.end(node) === edit.start),
    );
    if (place !== undefined) taken.set(place, edit);
  }
  const others = nodes.filter((node) => !taken.has(node));
  return {
    drops: [
      ...removeListItems(tree, others, siblings).map((range) => ({ ...range, newText: "" })),
      ...[...taken].map(([node, { newText }]) => {
        return { start: tree.start(node), end: tree.end(node), newText: newText.replace(/^, |, $/g, "") };
      }),
    ],
    settled: [...taken.values()],
  };
}

/** Takes out lines, those that follow each other at once, with the blank lines that then are too many. */
export function dropLines(
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
export function wholeLines(
  tree: SyntaxTree,
  statement: NodeIndex,
  { withComment }: { readonly withComment: boolean },
): OffsetRange | undefined {
  const { text } = tree;
  if (!hasOwnLines(tree, statement)) return undefined;
  const parent = tree.parent(statement);
  if (parent !== 0 && tree.namedChildren(parent).length < 2) return undefined;
  const rest = /^([^\r\n]*)(\r\n|\n|\r|$)/.exec(text.slice(tree.end(statement)));
  if (!rest || (rest[1].trim() !== "" && !withComment)) return undefined;
  if (!withComment && holdsComment(tree, tree.start(statement), tree.end(statement))) return undefined;
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

function isNeeded(uses: readonly number[], gone: readonly OffsetRange[]): boolean {
  return uses.some((use) => !gone.some(({ start, end }) => start <= use && use < end));
}

/** Tells whether somebody says that an import is there for others: `import a as a`, or a comment for linters. */
function isExported(tree: SyntaxTree, { node, statement }: Imported): boolean {
  const alias = tree.child(node, Field.Alias);
  if (alias !== NO_NODE && tree.textOf(tree.child(node, Field.Name)) === tree.textOf(alias)) return true;
  const rest = /^[^\r\n]*/.exec(tree.text.slice(tree.end(statement)))?.[0] ?? "";
  return /#.*\b(?:noqa|unused-import)\b/i.test(tree.textOf(statement) + rest);
}
