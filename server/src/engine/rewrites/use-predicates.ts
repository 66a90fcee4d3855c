import { scopeOfName } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { parentOf } from "./find";
import type { Predicate, Subject } from "./predicate";
import { holeOf, onHole, predicate } from "./predicates";
import { scopeFor } from "./subject-scope";

/** No word of the document, comments and texts included, is one that a pattern finds: what only one of the forms can do. */
export function isWordNowhere(pattern: RegExp): Predicate {
  return predicate("asked-about", (_match, { tree }) => !pattern.test(tree.text));
}

/** Nothing in the document refers to an entry. */
export function isUsedNowhere(entryId: string): Predicate {
  return predicate("used-elsewhere", (_match, { tree, references }) =>
    references.within(0, tree.text.length).every((usage) => usage.entryId !== entryId),
  );
}

/** `$$$body` does not bind the bare name `$name` to anything else, so that it stands for the same object behind it. */
export function keepsName(name: string, body: string): Predicate {
  return predicate("used-elsewhere", (match, subject) => {
    const { tree, scopes } = subject;
    const [own] = holeOf(match, name);
    const nodes = holeOf(match, body);
    if (own === undefined || nodes.length === 0) return true;
    const text = tree.textOf(own);
    const [first, last] = [nodes[0], tree.lastInside(nodes[nodes.length - 1])];
    const isInBody = (node: NodeIndex): boolean => node >= first && node <= last;
    const bindings = scopeOfName(scopeFor(subject, first), text)?.bindings.get(text) ?? [];
    if (bindings.some(isInBody)) return false;
    for (const [node, { nonlocals, globals }] of scopes.byNode) {
      if (isInBody(node) && (nonlocals.has(text) || globals.has(text))) return false;
    }
    return true;
  });
}

/** No attribute called `$name` is set or deleted anywhere in the document, nor is there a text that names it. */
export function isSetNowhere(name: string): Predicate {
  return onHole(name, "is-assigned", (node, { tree }, { roots }) => {
    const text = tree.textOf(node);
    const [from, to] = [roots[0], tree.lastInside(roots[roots.length - 1])];
    for (let at = 0; at < tree.count; at++) {
      if (at >= from && at <= to) continue;
      const kind = tree.kind(at);
      if (kind === NodeKind.StringContent) {
        if (tree.textOf(at) === text) return false;
      } else if (kind === NodeKind.Identifier && tree.field(at) === Field.Attribute) {
        if (tree.textOf(at) === text && isTarget(tree, tree.parent(at))) return false;
      }
    }
    return true;
  });
}

/** Tells whether an expression is assigned to or deleted, alone or with others. */
export function isTarget(tree: SyntaxTree, node: NodeIndex): boolean {
  let at = node;
  while (LISTS.has(tree.kind(tree.parent(at)))) at = tree.parent(at);
  switch (tree.kind(tree.parent(at))) {
    case NodeKind.DeleteStatement:
    case NodeKind.AsPatternTarget:
      return true;
    case NodeKind.Assignment:
    case NodeKind.AugmentedAssignment:
    case NodeKind.ForStatement:
    case NodeKind.ForInClause:
      return tree.field(at) === Field.Left;
    default:
      return false;
  }
}

const LISTS = new Set([
  NodeKind.PatternList,
  NodeKind.TuplePattern,
  NodeKind.ListPattern,
  NodeKind.ExpressionList,
  NodeKind.Tuple,
  NodeKind.List,
  NodeKind.ParenthesizedExpression,
]);

/** Functions that tell what an object or a class is. */
const ASKING =
  /^(?:isinstance|issubclass|hasattr|type|dir|vars|signature|is(?:coroutine|asyncgen|generator)?(?:function|class|awaitable|coroutine)|isawaitable|isclass)$/;

/**
 * Nothing in the document asks what the bare name `$name` stands for, or what it is called; of a class, whether anything
 * is of it.
 */
export function isNotAskedAbout(name: string, isClass = false): Predicate {
  return onHole(name, "asked-about", (own, { tree }) => {
    const text = tree.textOf(own);
    for (let at = 0; at < tree.count; at++) {
      if (tree.kind(at) !== NodeKind.Identifier || tree.textOf(at) !== text) continue;
      if (tree.field(at) !== Field.Attribute && isAskedAbout(tree, at, isClass)) return false;
    }
    return true;
  });
}

function isAskedAbout(tree: SyntaxTree, node: NodeIndex, isClass: boolean): boolean {
  let parent = tree.parent(node);
  if (tree.kind(parent) === NodeKind.Attribute)
    return tree.textOf(tree.child(parent, Field.Attribute)).startsWith("__");
  if (tree.kind(parent) === NodeKind.Tuple) parent = tree.parent(parent);
  if (tree.kind(parent) !== NodeKind.ArgumentList) return false;
  if (isClass && tree.firstNamedChild(parent) === node) return false;
  const callee = tree.textOf(tree.child(tree.parent(parent), Field.Function));
  return ASKING.test(callee.slice(callee.lastIndexOf(".") + 1));
}

/** None of some attributes is read right from the value. */
export function isNotAskedFor(...attributes: readonly string[]): Predicate {
  return predicate("asked-about", ({ roots: [root] }, { tree }) => {
    const parent = parentOf(tree, root);
    return (
      tree.kind(parent) !== NodeKind.Attribute ||
      !attributes.includes(tree.textOf(tree.child(parent, Field.Attribute)))
    );
  });
}

/** Nothing is added to what the bare name `$name` stands for, as far as its scope shows. */
export function isNotAddedTo(name: string): Predicate {
  return onHole(name, "used-elsewhere", (own, subject) => {
    const { tree } = subject;
    if (tree.kind(own) !== NodeKind.Identifier) return true;
    return usesOf(subject, own).every((node) => {
      const parent = tree.parent(node);
      if (tree.kind(parent) === NodeKind.Subscript) return !isTarget(tree, parent);
      if (tree.kind(parent) === NodeKind.AugmentedAssignment) return false;
      if (tree.kind(parent) !== NodeKind.Attribute) return true;
      return !/^(?:append|extend|insert|add|update)$/.test(tree.textOf(tree.child(parent, Field.Attribute)));
    });
  });
}

/** The places in its scope where a bare name stands, itself included. */
export function usesOf(subject: Subject, node: NodeIndex): NodeIndex[] {
  const { tree } = subject;
  const name = tree.textOf(node);
  const scope = scopeOfName(scopeFor(subject, node), name);
  if (!scope) return [node];
  const found: NodeIndex[] = [];
  for (let at = scope.node; at <= tree.lastInside(scope.node); at++) {
    if (tree.kind(at) !== NodeKind.Identifier || tree.field(at) === Field.Attribute) continue;
    if (tree.textOf(at) === name) found.push(at);
  }
  return found;
}

/** Nothing that `$$$name` uses is an entry that a pattern finds. */
export function usesNone(name: string, pattern: RegExp): Predicate {
  return onHole(name, "not-shown", (node, { tree, references }) =>
    references.within(tree.start(node), tree.end(node)).every(({ entryId }) => !pattern.test(entryId)),
  );
}

/** No test around the code asks whether it runs on Windows. */
export const isNotOnWindows: Predicate = predicate("not-shown", ({ roots: [root] }, { tree }) => {
  for (let at = tree.parent(root); at > 0; at = tree.parent(at)) {
    const condition = tree.child(at, Field.Condition);
    if (condition !== NO_NODE && /["'](?:nt|win32|cygwin|Windows)["']/.test(tree.textOf(condition)))
      return false;
  }
  return true;
});
