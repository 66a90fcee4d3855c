import { compareText } from "../../compare-text";
import type { TextReplacement } from "../../findings";
import { isImport, namesOfImport } from "../../syntax/imports";
import { Field, NodeKind } from "../../syntax/node-kind";
import { isNamed, NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import { hasOwnLines, lineEndingOf, previousLineEnd, startOfLine } from "../layout";

/**
 * The edit that imports a module at the top of a document: among the plain imports of the first group, in their order, or
 * behind the docstring and `__future__`. `module` may be followed by `as` and a name. `undefined` where the code at `place` would run before it.
 */
export function addImport(tree: SyntaxTree, module: string, place: NodeIndex): TextReplacement | undefined {
  const eol = lineEndingOf(tree.text);
  const statements = topStatements(tree);
  const first = statements.findIndex((node) => isImport(tree.kind(node)));
  if (first >= 0 && statements[first] < place) {
    const group = importGroup(tree, statements, first);
    const plain = group.filter((node) => tree.kind(node) === NodeKind.ImportStatement);
    const next = plain.find((node) => moduleText(tree, node) > module) ?? NO_NODE;
    // An unordered list of imports gets the new one at its end.
    const anchor = isSorted(tree, plain) ? next : NO_NODE;
    if (anchor !== NO_NODE && anchor <= place) return insertBefore(tree, anchor, `import ${module}${eol}`);
    const last = plain.at(-1);
    if (last !== undefined && last < place) return insertAfter(tree, last, `import ${module}${eol}`);
    return insertBefore(tree, group[0], `import ${module}${eol}`);
  }
  return insertOnTop(tree, statements, module, place);
}

/** The statements of a document, without comments; listed once, since every finding of a document asks. */
function topStatements(tree: SyntaxTree): readonly NodeIndex[] {
  let statements = statementsByTree.get(tree);
  if (!statements) {
    statements = tree.namedChildren(0).filter((node) => isNamed(tree.kind(node)));
    statementsByTree.set(tree, statements);
  }
  return statements;
}

const statementsByTree = new WeakMap<SyntaxTree, readonly NodeIndex[]>();

/** The edit that adds a name to a `from` import; `before` is what an earlier call for the statement gave. */
export function addFromImport(
  tree: SyntaxTree,
  statement: NodeIndex,
  name: string,
  before: TextReplacement | undefined,
): TextReplacement {
  const names = namesOfImport(tree, statement);
  const texts = names.map((node) => tree.textOf(node));
  const isOrdered = texts.every((text, index) => index === 0 || compareNames(texts[index - 1], text) <= 0);
  const next = isOrdered ? names.find((node) => compareNames(tree.textOf(node), name) > 0) : undefined;
  const at = next === undefined ? tree.end(names[names.length - 1]) : tree.start(next);
  if (!before) return { start: at, end: at, newText: next === undefined ? `, ${name}` : `${name}, ` };
  const isListed = before.newText.split(", ").includes(name);
  if (isListed) return before;
  // Several names go in at one place, on the side of the name beside which the first of them does.
  const isBehind = before.newText.startsWith(", ");
  return { ...before, newText: before.newText + (isBehind ? `, ${name}` : `${name}, `) };
}

function insertOnTop(
  tree: SyntaxTree,
  statements: readonly NodeIndex[],
  module: string,
  place: NodeIndex,
): TextReplacement | undefined {
  const eol = lineEndingOf(tree.text);
  const [docstring] = statements;
  let index = docstring !== undefined && isDocstring(tree, docstring) ? 1 : 0;
  while (index < statements.length && tree.kind(statements[index]) === NodeKind.FutureImportStatement)
    index++;
  const next = statements[index] as NodeIndex | undefined;
  if (next === undefined || next > place) return undefined;
  const gap = isImport(tree.kind(next)) ? "" : eol;
  const own = insertBefore(tree, next, `import ${module}${eol}${gap}`);
  const previous = statements[index - 1] as NodeIndex | undefined;
  const above = previous === undefined ? 0 : tree.end(previous);
  const start = own && gap !== "" ? startOfComments(tree.text, own.start, above) : own?.start;
  const edit = own && { ...own, start: start!, end: start! };
  // A first statement that shares its line with the docstring has no place above it.
  return edit && (previous === undefined || tree.end(previous) <= edit.start) ? edit : undefined;
}

/** What must stay on the first two lines of a file: https://docs.python.org/3/reference/lexical_analysis.html */
const HEAD = /^[ \t\f]*#(?:!|.*coding[:=])/;
/** What speaks of the file or a cell as a whole, or to a tool, and so is no comment on the statement below it. */
const OF_THE_FILE =
  /^[ \t\f]*#(?:\s*%|.*\b(?:copyright|licen[cs]e|SPDX|vim|pylint|flake8|noqa|ruff|mypy|pyright|isort|fmt|type|sincewhen)\b)/i;

/** Where the comments right above a line begin that speak of what stands on it. Nothing before `above` is looked at. */
function startOfComments(text: string, line: number, above: number): number {
  let start = line;
  while (start > above) {
    const end = previousLineEnd(text, start);
    const previous = startOfLine(text, end);
    const comment = text.slice(Math.max(previous, above), end);
    if (previous < above || !/^[ \t\f]*#/.test(comment) || HEAD.test(comment)) return start;
    if (OF_THE_FILE.test(comment)) return line;
    start = previous;
  }
  return start;
}

function insertBefore(tree: SyntaxTree, statement: NodeIndex, newText: string): TextReplacement | undefined {
  const start = startOfLine(tree.text, tree.start(statement));
  if (tree.text.slice(start, tree.start(statement)).trim() !== "") return undefined;
  return { start, end: start, newText };
}

function insertAfter(tree: SyntaxTree, statement: NodeIndex, newText: string): TextReplacement | undefined {
  if (!hasOwnLines(tree, statement)) return undefined;
  const rest = /^[^\r\n]*(?:\r\n|\n|\r)/.exec(tree.text.slice(tree.end(statement)));
  if (!rest) return undefined;
  const start = tree.end(statement) + rest[0].length;
  return { start, end: start, newText };
}

/** The imports that follow each other without a blank line, from the first on. */
function importGroup(tree: SyntaxTree, statements: readonly NodeIndex[], first: number): NodeIndex[] {
  const group = [statements[first]];
  for (let index = first + 1; index < statements.length; index++) {
    const node = statements[index];
    const between = tree.text.slice(tree.end(group[group.length - 1]), tree.start(node));
    const lineBreaks = between.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (!isImport(tree.kind(node)) || lineBreaks > 1 || /[#;]/.test(between)) break;
    group.push(node);
  }
  return group;
}

function isSorted(tree: SyntaxTree, imports: readonly NodeIndex[]): boolean {
  const names = imports.map((node) => moduleText(tree, node));
  return names.every((name, index) => index === 0 || names[index - 1] <= name);
}

function moduleText(tree: SyntaxTree, statement: NodeIndex): string {
  return tree.textOf(tree.child(statement, Field.Name));
}

function isDocstring(tree: SyntaxTree, statement: NodeIndex): boolean {
  const only = tree.firstNamedChild(statement);
  return (
    tree.kind(statement) === NodeKind.ExpressionStatement &&
    only !== NO_NODE &&
    (tree.kind(only) === NodeKind.String || tree.kind(only) === NodeKind.ConcatenatedString)
  );
}

function compareNames(left: string, right: string): number {
  return compareText(left.toLowerCase(), right.toLowerCase());
}
