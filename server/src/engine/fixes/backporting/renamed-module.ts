import { scopeOfName } from "../../binding/scopes";
import type { TextReplacement } from "../../findings";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { FixInput } from "../fixer";
import { type Imported, importedNames, scopeAt } from "../imports/imported";
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
  const edits: TextReplacement[] = [];
  for (let node = 0; node < tree.count; node++) {
    if (isQuotedAnnotation(tree, node, imported.reaches)) return undefined;
    if (!readsName(tree, node, imported.local)) continue;
    if (scopeOfName(scopeAt(tree, scopes, node), imported.local) !== imported.scope) continue;
    const whole = chainAt(tree, node, imported.reaches);
    if (whole !== NO_NODE) edits.push({ start: tree.start(whole), end: tree.end(whole), newText: name });
    else if (others.length === 0) return undefined;
  }
  return edits;
}

function readsName(tree: SyntaxTree, node: NodeIndex, name: string): boolean {
  if (tree.kind(node) !== NodeKind.Identifier || tree.textOf(node) !== name) return false;
  const parent = tree.kind(tree.parent(node));
  return tree.field(node) !== Field.Attribute && parent !== NodeKind.DottedName;
}

/** The attribute that a name begins and that spells a dotted path; `NO_NODE` where it goes on in another way. */
function chainAt(tree: SyntaxTree, node: NodeIndex, path: string): NodeIndex {
  for (let at = tree.parent(node); tree.kind(at) === NodeKind.Attribute; at = tree.parent(at)) {
    const text = tree.textOf(at).replace(/\s+/g, "");
    if (text === path) return at;
    if (!path.startsWith(`${text}.`)) break;
  }
  return NO_NODE;
}

/** An annotation in quotes that speaks of the module, which no edit here would reach. */
function isQuotedAnnotation(tree: SyntaxTree, node: NodeIndex, path: string): boolean {
  if (tree.kind(node) !== NodeKind.Type) return false;
  const text = tree.textOf(node);
  return /["']/.test(text) && text.includes(path);
}
