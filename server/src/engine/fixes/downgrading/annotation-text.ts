import { NodeKind } from "../../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../../syntax/syntax-tree";
import type { FixInput } from "../fixer";
import { holdsComment } from "../layout";

/** Code on one line; `undefined` where a comment or a text over several lines is in it. */
export function singleLine(tree: SyntaxTree, node: NodeIndex): string | undefined {
  const text = tree.textOf(node);
  if (!/[\r\n]/.test(text)) return text;
  if (holdsComment(tree, tree.start(node), tree.end(node))) return undefined;
  for (let at = node; at <= tree.lastInside(node); at++)
    if (tree.kind(at) === NodeKind.String && /[\r\n]/.test(tree.textOf(at))) return undefined;
  return text
    .replace(/\\?\s*[\r\n]\s*/g, " ")
    .replace(/([([{]) /g, "$1")
    .replace(/,? ([)\]}])/g, "$1");
}

/** Tells whether a type is a builtin class under its own name, or `None`. */
export function isBuiltinType(
  { catalogue, scopes }: Pick<FixInput, "catalogue" | "scopes">,
  type: string,
): boolean {
  if (type === "None") return true;
  if (catalogue.lookup(`builtins.${type}`)?.kind !== "class") return false;
  return ![...scopes.byNode.values()].some(({ bindings }) => bindings.has(type));
}
