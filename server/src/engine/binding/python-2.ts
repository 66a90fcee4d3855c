import { Field, NodeKind } from "../syntax/node-kind";
import { kindSet, NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import type { ScopeTable } from "./scopes";

/**
 * Tells whether a document is plainly written in Python 2, so that no Python 3 compiles it: it has a `print` or `exec`
 * statement, `raise Error, "why"`, or `except Error, error:`. Python 3.14 takes the last for two exceptions, so that it
 * counts only where the second is a name that nothing else binds.
 */
export function isPython2(tree: SyntaxTree, scopes: ScopeTable): boolean {
  for (const node of tree.nodesOf(TELLING)) {
    switch (tree.kind(node)) {
      case NodeKind.PrintStatement:
        if (!isShift(tree, node)) return true;
        break;
      case NodeKind.ExecStatement:
        return true;
      case NodeKind.RaiseStatement: {
        const raised = tree.firstNamedChild(node);
        if (raised !== NO_NODE && tree.kind(raised) === NodeKind.ExpressionList) return true;
        break;
      }
      case NodeKind.ExceptClause:
        if (bindsBehindComma(tree, scopes, node)) return true;
        break;
      default:
    }
  }
  return false;
}

const TELLING = kindSet([
  NodeKind.PrintStatement,
  NodeKind.ExecStatement,
  NodeKind.RaiseStatement,
  NodeKind.ExceptClause,
]);

/** `print >>file, text`: to Python 3 that is a tuple with an operation in it. */
function isShift(tree: SyntaxTree, statement: NodeIndex): boolean {
  return /^print\s*>>/.test(tree.text.slice(tree.start(statement), tree.start(statement) + MARGIN));
}

/** `print`, blanks and an operator are no longer. */
const MARGIN = 40;

function bindsBehindComma(tree: SyntaxTree, scopes: ScopeTable, clause: NodeIndex): boolean {
  const values = tree.namedChildren(clause).filter((child) => tree.field(child) === Field.Value);
  if (values.length !== 2 || tree.kind(values[1]) !== NodeKind.Identifier) return false;
  const name = tree.textOf(values[1]);
  return /^[a-z_]/.test(name) && !scopes.module.bindings.has(name);
}
