import type { TextReplacement } from "../findings";
import { namesOfImport, originalName } from "../syntax/imports";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";

/** One name of a `from module import name` statement at the top of a document. */
interface ImportedName {
  readonly statement: NodeIndex;
  /** The name, or `name as alias`. */
  readonly node: NodeIndex;
  /** What the document calls it. */
  readonly local: string;
}

/** Finds what a document calls `name` of `module`, where it imports it by name; the first such import counts. */
export function localNameOf(tree: SyntaxTree, module: string, name: string): string | undefined {
  return importedNames(tree, module).find((imported) => originalName(tree, imported.node) === name)?.local;
}

/** The edit that makes `name` known where `sibling` is imported from the same module; undefined where it is not. */
export function importBeside(
  tree: SyntaxTree,
  module: string,
  sibling: string,
  name: string,
): TextReplacement | undefined {
  const beside = importedNames(tree, module).find(({ local }) => local === sibling);
  if (!beside) return undefined;
  const end = tree.end(beside.node);
  return { start: end, end, newText: `, ${name}` };
}

function importedNames(tree: SyntaxTree, module: string): ImportedName[] {
  return fromImports(tree).flatMap((statement) => {
    if (tree.textOf(tree.child(statement, Field.ModuleName)) !== module) return [];
    return namesOfImport(tree, statement).map((node) => {
      const alias = tree.child(node, Field.Alias);
      return { statement, node, local: tree.textOf(alias === NO_NODE ? node : alias) };
    });
  });
}

const importsByTree = new WeakMap<SyntaxTree, readonly NodeIndex[]>();

/** Every `from ... import` statement of a document. */
function fromImports(tree: SyntaxTree): readonly NodeIndex[] {
  const known = importsByTree.get(tree);
  if (known) return known;
  const statements: NodeIndex[] = [];
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind(node) === NodeKind.ImportFromStatement) statements.push(node);
  }
  importsByTree.set(tree, statements);
  return statements;
}
