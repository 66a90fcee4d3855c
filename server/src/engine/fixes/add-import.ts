import type { TextReplacement } from "../findings";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { hasOwnLines, lineEndingOf, startOfLine } from "./layout";

/**
 * The edit that adds `import module` to the head of a document: among the imports there in alphabetical order, or else
 * behind docstring and `__future__` imports. It always comes before the offset `before`.
 */
export function importModule(tree: SyntaxTree, module: string, before: number): TextReplacement {
  const newText = `import ${module}${lineEndingOf(tree.text)}`;
  const next = headImports(tree).find(
    (statement) => nameOf(tree, statement) > module || tree.start(statement) >= before,
  );
  const limit = next === undefined ? before : Math.min(before, tree.start(next));
  const last = headImports(tree).findLast((statement) => tree.end(statement) <= limit);
  if (next !== undefined && tree.start(next) <= before) return insertAt(tree, tree.start(next), newText);
  return last === undefined ? firstPlace(tree, before, newText) : insertBehind(tree, last, newText);
}

/** The plain and `from` imports that a document begins with, those from `__future__` left out. */
function headImports(tree: SyntaxTree): NodeIndex[] {
  const imports: NodeIndex[] = [];
  for (const statement of tree.namedChildren(0)) {
    const kind = tree.kind(statement);
    if (kind === NodeKind.ImportStatement || kind === NodeKind.ImportFromStatement) {
      if (hasOwnLines(tree, statement)) imports.push(statement);
    } else if (kind !== NodeKind.FutureImportStatement && !isString(tree, statement)) break;
  }
  return imports;
}

function nameOf(tree: SyntaxTree, statement: NodeIndex): string {
  if (tree.kind(statement) === NodeKind.ImportFromStatement)
    return tree.textOf(tree.child(statement, Field.ModuleName));
  return tree.textOf(tree.child(statement, Field.Name));
}

/** Behind docstring and `__future__` imports, and before everything else. */
function firstPlace(tree: SyntaxTree, before: number, newText: string): TextReplacement {
  let last: NodeIndex = NO_NODE;
  for (const statement of tree.namedChildren(0)) {
    const isHead = tree.kind(statement) === NodeKind.FutureImportStatement || isString(tree, statement);
    if (!isHead || tree.end(statement) > before) break;
    last = statement;
  }
  if (last !== NO_NODE) return insertBehind(tree, last, newText);
  const first = tree.firstNamedChild(0);
  return insertAt(tree, Math.min(before, first === NO_NODE ? 0 : tree.start(first)), newText);
}

function isString(tree: SyntaxTree, statement: NodeIndex): boolean {
  if (tree.kind(statement) !== NodeKind.ExpressionStatement) return false;
  const kind = tree.kind(tree.firstNamedChild(statement));
  return kind === NodeKind.String || kind === NodeKind.ConcatenatedString;
}

function insertAt(tree: SyntaxTree, offset: number, newText: string): TextReplacement {
  const start = startOfLine(tree.text, offset);
  return { start, end: start, newText };
}

function insertBehind(tree: SyntaxTree, statement: NodeIndex, newText: string): TextReplacement {
  const { text } = tree;
  const rest = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
  rest.lastIndex = tree.end(statement);
  const [line] = rest.exec(text)!;
  const start = tree.end(statement) + line.length;
  const isOpen = !/[\r\n]$/.test(line);
  const lineEnd = lineEndingOf(text);
  return { start, end: start, newText: isOpen ? lineEnd + newText.trimEnd() : newText };
}
