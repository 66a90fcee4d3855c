import type { Scope } from "../../binding/scopes";
import { scopeAround } from "../../rewrites/scope-around";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { FixInput } from "../fixer";
import type { Replacement } from "./replacement";

/**
 * Tells whether the code around a name shows that the one that stands in for it does something else there: where no loop
 * runs, where tasks that have ended are read, and with coroutines that are generators.
 */
export function differsHere({ tree, scopes }: FixInput, { from, usage }: Replacement): boolean {
  if (usage.kind === "import") return false;
  const node = tree.innermost(usage.start, usage.end);
  switch (from.id) {
    case "asyncio.Task.current_task":
      return asksForLoop(tree, node) && !isInCoroutine(tree, scopeAround(tree, scopes, node));
    case "asyncio.Task.all_tasks":
      return (
        (asksForLoop(tree, node) && !isInCoroutine(tree, scopeAround(tree, scopes, node))) ||
        readsEnded(tree, node)
      );
    case "asyncio.iscoroutinefunction":
      return /\b(?:asyncio|types)\.coroutine\b/.test(tree.text);
    default:
      return false;
  }
}

/** Tells whether a name is called without arguments, so that the loop is the one that runs. */
function asksForLoop(tree: SyntaxTree, node: NodeIndex): boolean {
  const callee = tree.field(node) === Field.Attribute ? tree.parent(node) : node;
  const list = tree.child(tree.parent(callee), Field.Arguments);
  return list !== NO_NODE && tree.namedChildren(list).length === 0;
}

function isInCoroutine(tree: SyntaxTree, scope: Scope): boolean {
  let at: Scope | undefined = scope;
  while (at?.kind === "comprehension") at = at.parent;
  return at?.kind === "function" && tree.childOfKind(at.node, NodeKind.TokenAsync) !== NO_NODE;
}

/** Tells whether a statement asks tasks for what they gave, or takes those that are done. */
function readsEnded(tree: SyntaxTree, node: NodeIndex): boolean {
  let statement = node;
  while (tree.parent(statement) > 0 && tree.kind(tree.parent(statement)) !== NodeKind.Block)
    statement = tree.parent(statement);
  return /\.(?:result|exception)\(|(?<!\bnot\s+\w+)\.done\(/.test(tree.textOf(statement));
}
