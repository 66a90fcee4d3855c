import { Field, NodeKind } from "../syntax/node-kind";
import { isSubset, minorsFrom } from "../version";
import { parentOf } from "./find";
import type { Predicate } from "./predicate";
import { predicate } from "./predicates";

/** The expression is the whole of a decorator, and the definition has no other one. */
export const isOnlyDecorator: Predicate = predicate("is-decorated", ({ roots: [root] }, { tree }) => {
  const decorator = parentOf(tree, root);
  const definition = tree.parent(decorator);
  if (tree.kind(decorator) !== NodeKind.Decorator) return false;
  return (
    tree.namedChildren(definition).filter((child) => tree.kind(child) === NodeKind.Decorator).length === 1
  );
});

/** Functions are registered for types that are written out, as `register` wants it before 3.7. */
export const registersTypes: Predicate = predicate("not-shown", (_match, { tree, minors }) => {
  if (isSubset(minors, minorsFrom(7))) return true;
  for (let at = 0; at < tree.count; at++) {
    if (tree.kind(at) !== NodeKind.Decorator) continue;
    const inner = tree.firstNamedChild(at);
    const isBare = tree.kind(inner) === NodeKind.Attribute;
    if (isBare && tree.textOf(tree.child(inner, Field.Attribute)) === "register") return false;
  }
  return true;
});
