import type { TextReplacement } from "../../findings";
import { NodeKind } from "../../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../../syntax/syntax-tree";
import type { FixInput } from "../fixer";
import { type Imported, importedNames } from "../imports/imported";
import { usesOfModule } from "../imports/module-uses";
import { isTaken } from "./taken";

/**
 * The edits that call a module by one name, which the document reaches through its package until now
 * (`importlib.metadata` of `import importlib.metadata`). `undefined` where the name is taken, or where the document needs
 * the package for something else that no other import brings.
 */
export function renamedModule(
  input: FixInput,
  imported: Imported,
  name: string,
): readonly TextReplacement[] | undefined {
  const { tree, scopes } = input;
  if (isTaken(input, name, [])) return undefined;
  const others = importedNames(tree, scopes).filter(
    (each) => each !== imported && each.local === imported.local && each.scope === imported.scope,
  );
  if (others.some(({ reaches }) => reaches === imported.reaches)) return undefined;
  for (let node = 0; node < tree.count; node++)
    if (isQuotedAnnotation(tree, node, imported.reaches)) return undefined;
  const uses = usesOfModule(input, imported);
  if (uses.others.length > 0 && others.length === 0) return undefined;
  return uses.chains.map((use) => ({ start: tree.start(use), end: tree.end(use), newText: name }));
}

/** An annotation in quotes that speaks of the module, which no edit here would reach. */
function isQuotedAnnotation(tree: SyntaxTree, node: NodeIndex, path: string): boolean {
  if (tree.kind(node) !== NodeKind.Type) return false;
  const text = tree.textOf(node);
  return /["']/.test(text) && text.includes(path);
}
