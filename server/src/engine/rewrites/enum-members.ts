import type { Scope } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import type { NodeIndex } from "../syntax/syntax-tree";
import { basesOf } from "./document-predicates";
import { parentOf } from "./find";
import type { Match } from "./matcher";
import type { Subject } from "./predicate";
import { scopeFor } from "./subject-scope";

/**
 * The number of the member of an enumeration whose value the expression is: one more than that of the member before it;
 * for flags the next power of two. Nothing where the class numbers its members in another way, or has a statement that may
 * bring members of its own.
 */
export function numberOfMember({ roots }: Match, subject: Subject): Record<string, string> | undefined {
  const { tree } = subject;
  const assignment = parentOf(tree, roots[0]);
  const scope = scopeFor(subject, roots[0]);
  const isFlag = isFlagClass(subject, scope);
  if (isFlag === undefined || tree.kind(assignment) !== NodeKind.Assignment) return undefined;
  let index = 0;
  for (const statement of tree.namedChildren(tree.child(scope.node, Field.Body))) {
    if (!isMember(subject, statement)) {
      if (mayBringMembers(subject, statement)) return undefined;
      continue;
    }
    const binder = tree.firstNamedChild(statement);
    const expected = String(isFlag ? 1 << index : index + 1);
    if (binder === assignment) return { number: expected };
    if (!isAuto(subject, binder) && tree.textOf(tree.child(binder, Field.Right)) !== expected)
      return undefined;
    index++;
  }
  return undefined;
}

/** Whether a plain enumeration is one of flags; `undefined` for any other class. */
function isFlagClass(subject: Subject, scope: Scope): boolean | undefined {
  if (scope.kind !== "class" || scope.bindings.has("_generate_next_value_")) return undefined;
  const [base, ...others] = basesOf(subject, scope);
  if (others.length > 0) return undefined;
  if (base === "enum.Flag" || base === "enum.IntFlag") return true;
  return base === "enum.Enum" || base === "enum.IntEnum" ? false : undefined;
}

/** Tells whether a statement gives one public name a value. */
function isMember({ tree }: Subject, statement: NodeIndex): boolean {
  if (tree.kind(statement) !== NodeKind.ExpressionStatement) return false;
  const inner = tree.firstNamedChild(statement);
  if (tree.kind(inner) !== NodeKind.Assignment) return false;
  const left = tree.child(inner, Field.Left);
  return (
    tree.kind(left) === NodeKind.Identifier &&
    !tree.textOf(left).startsWith("_") &&
    tree.kind(tree.child(inner, Field.Right)) !== NodeKind.Assignment
  );
}

/** Tells whether a statement that is no plain member may bring members, or depend on them. */
function mayBringMembers({ tree }: Subject, statement: NodeIndex): boolean {
  switch (tree.kind(statement)) {
    case NodeKind.FunctionDefinition:
    case NodeKind.DecoratedDefinition:
    case NodeKind.PassStatement:
    case NodeKind.Comment:
      return false;
    case NodeKind.ExpressionStatement: {
      const inner = tree.firstNamedChild(statement);
      if (tree.kind(inner) === NodeKind.String) return false;
      // A name with two underscores on both sides is none of a member.
      return !/^__\w+__\s*=[^=]/.test(tree.textOf(statement));
    }
    default:
      return true;
  }
}

function isAuto({ tree, references }: Subject, assignment: NodeIndex): boolean {
  const value = tree.child(assignment, Field.Right);
  return (
    tree.kind(value) === NodeKind.Call &&
    references.entryAt(tree.child(value, Field.Function)) === "enum.auto"
  );
}
