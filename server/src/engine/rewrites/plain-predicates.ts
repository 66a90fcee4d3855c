import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE } from "../syntax/syntax-tree";
import { readString } from "./literals";
import type { Predicate, Subject } from "./predicate";
import { holeOf, onHole, predicate } from "./predicates";
import { scopeFor } from "./subject-scope";

/**
 * The code stands right in a method whose class is `$cls` and whose first parameter is `$self`, so that `super()` finds both.
 * A decorator may make another class of it, and what is nested has no first parameter of the method.
 */
export const isOfMethod: Predicate = predicate("other-class", (match, subject) => {
  const { tree, scopes } = subject;
  const scope = scopeFor(subject, match.roots[0]);
  const definition = scope.node;
  const owner = scope.parent;
  if (scope.kind !== "function" || tree.kind(definition) !== NodeKind.FunctionDefinition) return false;
  if (owner?.kind !== "class" || tree.kind(tree.parent(owner.node)) === NodeKind.DecoratedDefinition)
    return false;
  const [cls, self] = [holeOf(match, "cls")[0], holeOf(match, "self")[0]].map((node) => tree.textOf(node));
  const [first] = tree.namedChildren(tree.child(definition, Field.Parameters));
  const isFirst =
    first !== undefined && tree.kind(first) === NodeKind.Identifier && tree.textOf(first) === self;
  const isOwn = tree.textOf(tree.child(owner.node, Field.Name)) === cls && owner.parent === scopes.module;
  return isFirst && isOwn && scope.bindings.get(self)?.length === 1 && bindsOnce(subject, cls);
});

function bindsOnce({ scopes }: Subject, name: string): boolean {
  return scopes.module.bindings.get(name)?.length === 1;
}

/** `$name` is a string literal of text, or of bytes, without anything to work out in it. */
export function isLiteralOf(name: string, isBytes: boolean): Predicate {
  return onHole(name, "not-a-literal", (node, { tree }) => {
    const literal = readString(tree, node);
    return tree.kind(node) === NodeKind.String && literal?.isBytes === isBytes;
  });
}

/** The function around the code is a generator that is no coroutine, so that it may hand everything on. */
export const isInPlainGenerator: Predicate = predicate("not-shown", ({ roots: [root] }, subject) => {
  const { tree } = subject;
  const scope = scopeFor(subject, root);
  return (
    scope.kind === "function" &&
    tree.kind(scope.node) === NodeKind.FunctionDefinition &&
    tree.childOfKind(scope.node, NodeKind.TokenAsync) === NO_NODE &&
    tree.childOfKind(root, NodeKind.TokenAsync) === NO_NODE &&
    tree.childOfKind(root, NodeKind.ElseClause) === NO_NODE
  );
});

/** A builtin under its own name, as `$name`; nothing where some scope of the document has another meaning for it. */
export function builtin(name: string, { scopes }: Subject): { name: string } | undefined {
  const isTaken = [...scopes.byNode.values()].some(({ bindings }) => bindings.has(name));
  return isTaken || scopes.starImports.length > 0 ? undefined : { name };
}
