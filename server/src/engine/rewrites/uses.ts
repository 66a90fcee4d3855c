import { scopeOfName } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { membersOf } from "../evaluation/values";
import { parentOf } from "./find";
import type { Predicate } from "./predicate";
import { classOf, onHole, predicate } from "./predicates";
import { scopeFor } from "./subject-scope";

/** `$name` is no buffer in memory of which something may have been read before: the newer form takes all of it. */
export function isWholeBuffer(name: string): Predicate {
  return onHole(name, "used-elsewhere", (node, subject) => {
    const { tree, valueAt } = subject;
    if (!membersOf(valueAt(node)).some((member) => classOf(member) === "io.BytesIO")) return true;
    if (tree.kind(node) !== NodeKind.Identifier) return false;
    const text = tree.textOf(node);
    const scope = scopeOfName(scopeFor(subject, node), text);
    if (!scope) return false;
    let uses = 0;
    for (let at = scope.node; at < node; at++) {
      if (tree.kind(at) === NodeKind.Identifier && tree.textOf(at) === text) uses++;
    }
    return uses <= 1;
  });
}

/**
 * The name that the `except` clause around the expression gives its error is asked for no more than what every error has,
 * and these attributes.
 */
export function asksErrorOnlyFor(...attributes: readonly string[]): Predicate {
  const known = new Set([...OF_EVERY_ERROR, ...attributes]);
  return predicate("used-elsewhere", ({ roots }, { tree }) => {
    const parent = parentOf(tree, roots[0]);
    const alias = tree.kind(parent) === NodeKind.Tuple ? parentOf(tree, parent) : parent;
    if (tree.kind(alias) !== NodeKind.AsPattern) return true;
    const target = tree.childOfKind(alias, NodeKind.AsPatternTarget);
    if (target === NO_NODE) return true;
    const name = tree.textOf(target);
    for (let at = tree.lastInside(alias) + 1; at <= tree.lastInside(tree.parent(alias)); at++) {
      if (tree.kind(at) !== NodeKind.Identifier || tree.textOf(at) !== name) continue;
      const owner = tree.parent(at);
      if (tree.kind(owner) !== NodeKind.Attribute || tree.field(at) !== Field.Object) continue;
      if (!known.has(tree.textOf(tree.child(owner, Field.Attribute)))) return false;
    }
    return true;
  });
}

const OF_EVERY_ERROR = ["args", "with_traceback", "__cause__", "__context__", "__traceback__", "__class__"];

/** Where a loop goes through the expression, its body does not change `$name`, which one form has a copy of. */
export function isNotChangedInLoop(name: string): Predicate {
  return onHole(name, "used-elsewhere", (node, { tree }, { roots }) => {
    let from = roots[0];
    for (let at = tree.parent(from); at > 0; from = at, at = tree.parent(at)) {
      const kind = tree.kind(at);
      if (kind === NodeKind.Block || kind === NodeKind.FunctionDefinition) return true;
      if (kind === NodeKind.ForStatement)
        return (
          tree.field(from) !== Field.Right || !changes(tree, tree.child(at, Field.Body), tree.textOf(node))
        );
    }
    return true;
  });
}

function changes(tree: SyntaxTree, body: NodeIndex, text: string): boolean {
  for (let at = body; at <= tree.lastInside(body); at++) {
    const kind = tree.kind(at);
    if ((kind !== NodeKind.Identifier && kind !== NodeKind.Attribute) || tree.textOf(at) !== text) continue;
    const parent = tree.parent(at);
    const isMethod = tree.kind(parent) === NodeKind.Attribute && tree.field(at) === Field.Object;
    if (isMethod && CHANGING.has(tree.textOf(tree.child(parent, Field.Attribute)))) return true;
    const isItem = tree.kind(parent) === NodeKind.Subscript && tree.field(at) === Field.Value;
    if (
      isItem &&
      (tree.field(parent) === Field.Left || tree.kind(tree.parent(parent)) === NodeKind.DeleteStatement)
    )
      return true;
    if (tree.kind(parent) === NodeKind.AugmentedAssignment && tree.field(at) === Field.Left) return true;
  }
  return false;
}

const CHANGING = new Set(["append", "clear", "extend", "insert", "pop", "remove", "reverse", "sort"]);

/** The expression is no key of a dictionary, no item of a set, and nobody asks for its hash there. */
export const isNoKey: Predicate = predicate("result-used", ({ roots: [root] }, { tree, references }) => {
  const parent = parentOf(tree, root);
  const kind = tree.kind(parent);
  if (kind === NodeKind.Pair) return tree.child(parent, Field.Key) !== root;
  if (kind === NodeKind.Set) return false;
  if (kind !== NodeKind.ArgumentList) return true;
  return references.entryAt(tree.child(tree.parent(parent), Field.Function)) !== "builtins.hash";
});

/** `$name` is nowhere joined to a type by `|`. */
export function isInNoUnion(name: string): Predicate {
  return onHole(name, "used-elsewhere", (node, { tree }) => {
    const text = tree.textOf(node);
    for (let at = 0; at < tree.count; at++) {
      if (tree.kind(at) !== NodeKind.Identifier || tree.textOf(at) !== text) continue;
      const kind = tree.kind(parentOf(tree, at));
      if (kind === NodeKind.UnionType) return false;
      const isOperand = kind === NodeKind.BinaryOperator;
      if (isOperand && /\|/.test(tree.textOf(parentOf(tree, at)))) return false;
    }
    return true;
  });
}

/** `$name` is no parameter, whose object somebody else has, too. */
export function isNoParameter(name: string): Predicate {
  return onHole(name, "used-elsewhere", (node, subject) => {
    const { tree } = subject;
    const text = tree.textOf(node);
    const bindings = scopeOfName(scopeFor(subject, node), text)?.bindings.get(text) ?? [];
    return bindings.length > 0 && !bindings.some((binding) => isInParameters(tree, binding));
  });
}

function isInParameters(tree: SyntaxTree, node: NodeIndex): boolean {
  const owners = [tree.kind(tree.parent(node)), tree.kind(tree.parent(tree.parent(node)))];
  return owners.some((kind) => kind === NodeKind.Parameters || kind === NodeKind.LambdaParameters);
}

/** The variable that the expression is assigned to is only kept: nobody calls it or asks it for anything. */
export const isAskedForNothing: Predicate = predicate("used-elsewhere", ({ roots: [root] }, subject) => {
  const { tree } = subject;
  const target = tree.child(parentOf(tree, root), Field.Left);
  const text = target === NO_NODE ? "" : tree.textOf(target);
  const scope = scopeOfName(scopeFor(subject, root), text);
  if (!scope) return false;
  for (let at = scope.node; at <= tree.lastInside(scope.node); at++) {
    if (tree.kind(at) !== NodeKind.Identifier || tree.textOf(at) !== text) continue;
    const field = tree.field(at);
    if (
      field === Field.Function ||
      (field === Field.Object && tree.kind(tree.parent(at)) === NodeKind.Attribute)
    )
      return false;
  }
  return true;
});

/** Of the class `$name`, the document names only its members, each by an attribute, and asks none for its name or value. */
export function usesOnlyMembers(name: string): Predicate {
  return onHole(name, "used-elsewhere", (node, { tree }) => {
    const text = tree.textOf(node);
    for (let at = 0; at < tree.count; at++) {
      if (at === node || tree.kind(at) !== NodeKind.Identifier || tree.textOf(at) !== text) continue;
      if (tree.field(at) === Field.Attribute || isInType(tree, at)) continue;
      const member = tree.parent(at);
      if (tree.kind(member) !== NodeKind.Attribute || tree.textOf(member).includes("__")) return false;
      const more = tree.parent(member);
      if (tree.kind(more) === NodeKind.Attribute && tree.field(member) === Field.Object) return false;
    }
    return true;
  });
}

function isInType(tree: SyntaxTree, node: NodeIndex): boolean {
  for (let at = tree.parent(node); at > 0; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (kind === NodeKind.Type) return true;
    if (kind === NodeKind.Block || kind === NodeKind.Call) return false;
  }
  return false;
}
