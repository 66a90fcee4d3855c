import { elementOf } from "../evaluation/types";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { minorsFrom, NO_MINORS } from "../version";
import { parentOf } from "./find";
import { readString } from "./literals";
import type { Match } from "./matcher";
import type { Predicate, Subject } from "./predicate";
import { classOf, everyMember, holeOf, onHole, predicate } from "./predicates";
import { scopeFor } from "./subject-scope";

/** No argument of `$$name` has another name than these; what is written may only be thrown away. */
export function hasOnlyKeywords(name: string, allowed: readonly string[]): Predicate {
  return onHole(name, "other-arguments", (node, { tree, references }) => {
    if (tree.kind(node) !== NodeKind.KeywordArgument) return true;
    const keyword = tree.textOf(tree.child(node, Field.Name));
    const isStream = keyword === "stdout" || keyword === "stderr";
    if (isStream) return references.entryAt(tree.child(node, Field.Value)) === "subprocess.DEVNULL";
    return allowed.includes(keyword);
  });
}

/** `$name` is a collection whose items are known to be of these classes. */
export function holdsOnly(name: string, ...classIds: readonly string[]): Predicate {
  return onHole(name, "type-unknown", (node, { valueAt, catalogue }) =>
    everyMember(elementOf(catalogue, valueAt(node)), (member) => classIds.includes(classOf(member) ?? "")),
  );
}

/** The code stands right in the body of a class. */
export const isInClass: Predicate = predicate(
  "other-class",
  ({ roots }, subject) => scopeFor(subject, roots[0]).kind === "class",
);

/** The expression is read, not assigned to or deleted. */
export const isRead: Predicate = predicate("is-assigned", ({ roots }, { tree }) => {
  for (let at = roots[0]; at > 0; at = tree.parent(at)) {
    const kind = tree.kind(tree.parent(at));
    if (kind === NodeKind.DeleteStatement) return false;
    const isTarget = kind === NodeKind.Assignment || kind === NodeKind.AugmentedAssignment;
    if (isTarget && tree.field(at) === Field.Left) return false;
    if (kind === NodeKind.ExpressionStatement || kind === NodeKind.Block) return true;
  }
  return true;
});

/** The expression is what an assignment gives to a bare name. */
export const isAssigned: Predicate = predicate("result-used", ({ roots }, { tree }) => {
  const parent = parentOf(tree, roots[0]);
  return (
    tree.kind(parent) === NodeKind.Assignment &&
    tree.kind(tree.child(parent, Field.Left)) === NodeKind.Identifier
  );
});

/** The method is called on this class itself, not on one that inherits it. */
export function isCalledOn(classId: string): Predicate {
  return predicate("other-class", ({ roots: [root] }, { tree, references }) => {
    const callee = tree.kind(root) === NodeKind.Call ? tree.child(root, Field.Function) : NO_NODE;
    if (callee === NO_NODE || tree.kind(callee) !== NodeKind.Attribute) return false;
    return references.entryAt(tree.child(callee, Field.Object)) === classId;
  });
}

/** What stands before the dot of the function that the code calls, for the hole `$module`. */
export function moduleOfCall({ roots: [root] }: Match, { tree }: Subject): { module: string } | undefined {
  const callee = tree.kind(root) === NodeKind.Call ? tree.child(root, Field.Function) : NO_NODE;
  if (callee === NO_NODE || tree.kind(callee) !== NodeKind.Attribute) return undefined;
  return { module: tree.textOf(tree.child(callee, Field.Object)) };
}

/** What a path that no file can have is refused with: before 3.5 by a TypeError, too. For the hole `$error`. */
export function badNameErrors(_match: Match, { minors }: Subject): { error: string } {
  const isOld = (minors & ~minorsFrom(5)) !== NO_MINORS;
  return { error: isOld ? "(TypeError, ValueError)" : "ValueError" };
}

/** `$key` is the text with the name of the attribute `$attribute`. */
export function isNameOf(key: string, attribute: string): Predicate {
  return predicate("not-a-literal", (match, { tree }) => {
    const [text, name] = [holeOf(match, key)[0], holeOf(match, attribute)[0]];
    const literal = readString(tree, text);
    return literal !== undefined && !literal.isBytes && literal.value === tree.textOf(name);
  });
}

/** An attribute to keep the value of a property in: its name with a `_` in front, for `$attribute` and as a text `$key`. */
export function attributeOfProperty(
  match: Match,
  { tree }: Subject,
): { attribute: string; key: string } | undefined {
  const [name] = holeOf(match, "name");
  const attribute = `_${tree.textOf(name)}`;
  if (standsOutside(tree, attribute, NO_NODE, NO_NODE)) return undefined;
  return { attribute, key: `"${attribute}"` };
}

/** `$name` is what a definition binds, and nothing else binds it in its scope: a property without a setter. */
export function isBoundOnce(name: string): Predicate {
  return onHole(name, "used-elsewhere", (node, subject, { roots }) => {
    const { bindings } = scopeFor(subject, roots[0]);
    return bindings.get(subject.tree.textOf(node))?.length === 1;
  });
}

/** The attribute `$name` stands nowhere in the document but in the code that is rewritten. */
export function isAttributeOnlyHere(name: string): Predicate {
  return onHole(name, "used-elsewhere", (node, { tree }, { roots }) => {
    const [from, to] = [roots[0], tree.lastInside(roots[roots.length - 1])];
    return !standsOutside(tree, tree.textOf(node), from, to);
  });
}

/** Tells whether a name or a text that is one stands in a document, but not from one node to another. */
export function standsOutside(tree: Subject["tree"], name: string, from: NodeIndex, to: NodeIndex): boolean {
  for (let at = 0; at < tree.count; at++) {
    if (at >= from && at <= to) continue;
    const kind = tree.kind(at);
    if (kind !== NodeKind.Identifier && kind !== NodeKind.StringContent) continue;
    if (tree.end(at) - tree.start(at) === name.length && tree.textOf(at) === name) return true;
  }
  return false;
}

/** Nothing in the document gives or asks for an attribute or argument of a name: a class body may still define it. */
export function isAskedForNowhere(name: string): Predicate {
  return predicate("used-elsewhere", (_match, { tree }) => {
    for (let at = 0; at < tree.count; at++) {
      if (tree.kind(at) === NodeKind.StringContent && tree.textOf(at) === name) return false;
      if (tree.kind(at) !== NodeKind.Identifier || tree.textOf(at) !== name) continue;
      const isKeyword =
        tree.kind(tree.parent(at)) === NodeKind.KeywordArgument && tree.field(at) === Field.Name;
      if (isKeyword || tree.field(at) === Field.Attribute) return false;
    }
    return true;
  });
}

/** The expression is only gone through: by a loop, a comprehension, or a builtin that takes what is iterable. */
export const isIterated: Predicate = predicate("not-iterated", ({ roots: [root] }, { tree, references }) => {
  const parent = parentOf(tree, root);
  switch (tree.kind(parent)) {
    case NodeKind.ForStatement:
    case NodeKind.ForInClause:
      return tree.child(parent, Field.Left) < root;
    case NodeKind.ArgumentList:
      return ITERATING.has(references.entryAt(tree.child(tree.parent(parent), Field.Function)) ?? "");
    default:
      return false;
  }
});

const ITERATING = new Set(
  ["list", "tuple", "sorted", "enumerate", "zip", "map", "filter"].map((name) => `builtins.${name}`),
);
