import { scopeOfName } from "../../binding/scopes";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { FixInput } from "../fixer";
import type { Imported } from "./imported";
import { scopeAround } from "../../rewrites/scope-around";

/** How a document uses what `import a.b` binds. */
export interface ModuleUses {
  /** Attributes that spell the module: `a.b` of `a.b.c`. */
  readonly chains: readonly NodeIndex[];
  /** Names `a` that go on in another way. */
  readonly others: readonly NodeIndex[];
}

/** Lists the places where a module is reached through the package that an import of it binds. */
export function usesOfModule(
  { tree, scopes }: Pick<FixInput, "tree" | "scopes">,
  { local, reaches, scope }: Imported,
): ModuleUses {
  const chains: NodeIndex[] = [];
  const others: NodeIndex[] = [];
  for (let node = 0; node < tree.count; node++) {
    if (!readsName(tree, node, local)) continue;
    if (scopeOfName(scopeAround(tree, scopes, node), local) !== scope) continue;
    const whole = chainAt(tree, node, reaches);
    if (whole === NO_NODE) others.push(node);
    else chains.push(whole);
  }
  return { chains, others };
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
