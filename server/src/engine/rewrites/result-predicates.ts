import { elementOf } from "../evaluation/types";
import { membersOf } from "../evaluation/values";
import { isImport } from "../syntax/imports";
import { holdsName } from "../syntax/contents";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isSubset, minorsFrom } from "../version";
import { scopeOfName } from "../binding/scopes";
import { isPure, parentOf } from "./find";
import { unwrap } from "./node-parts";
import type { Match } from "./matcher";
import type { Predicate, Subject } from "./predicate";
import { classOf, holdsIdentifier, onHole, predicate } from "./predicates";
import { scopeFor } from "./subject-scope";
import { definitionOf } from "./text-predicates";
import { usesOf } from "./use-predicates";

/** Every targeted Python is of this minor or newer. */
export function isFrom(minor: number): Predicate {
  return predicate("not-shown", (_match, { minors }) => isSubset(minors, minorsFrom(minor)));
}

/** The code stands in no `try` statement that handles one of these errors, by its name, or every error. */
export function isNotCaught(...errors: readonly string[]): Predicate {
  const names = [...errors, "Exception", "BaseException"];
  return predicate("error-is-caught", ({ roots: [root] }, { tree }) => {
    for (let at = root, parent = tree.parent(at); parent > 0; at = parent, parent = tree.parent(at)) {
      const kind = tree.kind(parent);
      if (kind === NodeKind.FunctionDefinition || kind === NodeKind.Lambda) return true;
      const isInTry = kind === NodeKind.TryStatement && tree.field(at) === Field.Body;
      if (isInTry && handlersOf(tree, parent).some((clause) => catches(tree, clause, names))) return false;
    }
    return true;
  });
}

/** The `except` clauses of a `try` statement. */
export function handlersOf(tree: SyntaxTree, statement: NodeIndex): NodeIndex[] {
  return tree.namedChildren(statement).filter((child) => tree.kind(child) === NodeKind.ExceptClause);
}

/** Tells whether an `except` clause names one of some errors, or none at all. */
export function catches(tree: SyntaxTree, clause: NodeIndex, names: readonly string[]): boolean {
  const heads = tree.namedChildren(clause).filter((child) => tree.kind(child) !== NodeKind.Block);
  return heads.length === 0 || heads.some((head) => names.some((name) => holdsName(tree, head, name)));
}

const EXACTLY = new Set(["==", "!=", "in", "not in", "is", "is not"]);

/** Neither the value nor a name that it is given to is compared exactly with another. */
export const isNotCompared: Predicate = predicate(
  "is-compared",
  (match, subject) =>
    !placesOfResult(match, subject).some((node) => isComparedBy(subject.tree, node, EXACTLY)),
);

/** Neither the value nor a name that it is given to is told from `None`. */
export const isNotToldFromNone: Predicate = predicate("is-compared", (match, subject) => {
  const { tree } = subject;
  return placesOfResult(match, subject).every((node) => {
    const parent = parentOf(tree, node);
    return tree.kind(parent) !== NodeKind.ComparisonOperator || !/\bNone\b/.test(tree.textOf(parent));
  });
});

function isComparedBy(tree: SyntaxTree, node: NodeIndex, operators: ReadonlySet<string>): boolean {
  const parent = parentOf(tree, node);
  if (tree.kind(parent) !== NodeKind.ComparisonOperator) return false;
  const operands = tree.namedChildren(parent);
  return operands.slice(1).some((operand, index) => {
    const between = tree.text.slice(tree.end(operands[index]), tree.start(operand));
    return operators.has(
      between
        .replace(/[()\\]/g, "")
        .trim()
        .replace(/\s+/g, " "),
    );
  });
}

/** Where the value of an expression stands: there, and wherever a name stands that is given it. */
function placesOfResult({ roots: [root] }: Match, subject: Subject): NodeIndex[] {
  const { tree } = subject;
  const parent = parentOf(tree, root);
  if (tree.kind(parent) !== NodeKind.Assignment) return [root];
  const left = tree.child(parent, Field.Left);
  return tree.kind(left) === NodeKind.Identifier ? [root, ...usesOf(subject, left)] : [root];
}

/** The value is not compared with, added to or taken from anything that a float was made of. */
export const isApartFromFloats: Predicate = predicate("is-compared", (match, subject) =>
  placesOfResult(match, subject).every((node) => !isAmongFloats(subject.tree, node)),
);

function isAmongFloats(tree: SyntaxTree, node: NodeIndex): boolean {
  for (let at = node, parent = parentOf(tree, at); ; at = parent, parent = parentOf(tree, at)) {
    const kind = tree.kind(parent);
    if (kind !== NodeKind.ComparisonOperator && kind !== NodeKind.BinaryOperator) return false;
    const before = tree.text.slice(tree.start(parent), tree.start(at));
    const behind = tree.text.slice(tree.end(at), tree.end(parent));
    if (FLOATING.test(before) || FLOATING.test(behind)) return true;
  }
}

/** A product, a quotient, or a literal of a float. */
const FLOATING = /\*|(?<!\/)\/(?!\/)|\d\.|\.\d|\de\d/;

const GONE_THROUGH_ONCE = /^(?:types|typing|collections\.abc)\.\w*(?:Generator|Iterator)\w*$/;
const MAKING_ITERATORS = new Set(
  ["iter", "map", "filter", "zip", "reversed", "enumerate"].map((name) => `builtins.${name}`),
);

/** `$name` is not known to be an iterator, which has no length and can be gone through once only. */
export function isNoIterator(name: string): Predicate {
  return onHole(name, "not-shown", (node, subject) => {
    const { tree, references } = subject;
    const code = unwrap(tree, definitionOf(subject, node));
    if (tree.kind(code) === NodeKind.GeneratorExpression) return false;
    const callee = tree.kind(code) === NodeKind.Call ? tree.child(code, Field.Function) : NO_NODE;
    if (callee !== NO_NODE && MAKING_ITERATORS.has(references.entryAt(callee) ?? "")) return false;
    return !membersOf(subject.valueAt(node)).some((member) => {
      const own = classOf(member) ?? "";
      return GONE_THROUGH_ONCE.test(own) || MAKING_ITERATORS.has(own);
    });
  });
}

/** `$name` is no object of a class of the user's own, whose methods may do anything. */
export function isNoUserObject(name: string): Predicate {
  return onHole(name, "type-unknown", (node, { valueAt }) =>
    membersOf(valueAt(node)).every(({ tag }) => tag !== "object"),
  );
}

/** `$name` is not known to be an object of these classes. */
export function isNotKnownAs(name: string, ...classIds: readonly string[]): Predicate {
  return onHole(name, "type-unknown", (node, { valueAt }) =>
    membersOf(valueAt(node)).every((member) => !classIds.includes(classOf(member) ?? "")),
  );
}

/** Going through `$name` and comparing its items runs no code of the user's own, as far as is known. */
export function runsNoCode(name: string): Predicate {
  return onHole(name, "not-shown", (node, { tree, valueAt, catalogue }) => {
    for (let at = node; at <= tree.lastInside(node); at++) {
      const kind = tree.kind(at);
      if (kind === NodeKind.Await || kind === NodeKind.Yield) return false;
      if (kind !== NodeKind.Call) continue;
      if (!/\.(?:values|keys|items|copy)\(\s*\)$/.test(tree.textOf(at))) return false;
    }
    return membersOf(elementOf(catalogue, valueAt(node))).every(({ tag }) => tag !== "object");
  });
}

/** `$name` is not written as `None`, nor known to be it. */
export function isNotKnownNone(name: string): Predicate {
  return onHole(
    name,
    "may-be-none",
    (node, { tree, valueAt }) =>
      tree.kind(node) !== NodeKind.None && membersOf(valueAt(node)).every(({ tag }) => tag !== "none"),
  );
}

/** The code of `$name`, or of what it is defined as, has nothing in it that a pattern finds. */
export function hasNoneOf(name: string, pattern: RegExp): Predicate {
  return onHole(name, "not-shown", (node, subject) => {
    const { tree } = subject;
    return [node, definitionOf(subject, node)].every((code) => !pattern.test(tree.textOf(code)));
  });
}

/**
 * Evaluating `$name` where it was not needed before raises nothing: it is a literal, something that was imported, or a
 * name that is bound on every way to it.
 */
export function isThere(name: string): Predicate {
  return onHole(name, "has-effects", (node, subject) => {
    const { tree, references } = subject;
    const inner = unwrap(tree, node);
    if (tree.kind(inner) === NodeKind.Attribute) return references.entryAt(inner) !== undefined;
    return tree.kind(inner) !== NodeKind.Identifier || isBoundAbove(subject, inner);
  });
}

/**
 * `$name` can be evaluated before the code that may raise it: a name, or an attribute of something that is imported or
 * defined by the module, but not of an object that is handed around.
 */
export function isEvaluatedEarly(name: string): Predicate {
  return onHole(name, "has-effects", (node, subject) => {
    const { tree } = subject;
    if (!isPure(tree, node)) return tree.kind(node) === NodeKind.ListSplat;
    let root = unwrap(tree, node);
    if (tree.kind(root) !== NodeKind.Attribute) return true;
    while (tree.kind(root) === NodeKind.Attribute) root = tree.child(root, Field.Object);
    return tree.kind(root) === NodeKind.Identifier && !isLocal(subject, root);
  });
}

function isLocal(subject: Subject, node: NodeIndex): boolean {
  const { tree } = subject;
  const name = tree.textOf(node);
  const scope = scopeOfName(scopeFor(subject, node), name);
  if (scope?.kind !== "function") return false;
  return (scope.bindings.get(name) ?? []).some((binding) => !isImport(tree.kind(tree.parent(binding))));
}

/** The expression is not entered by `async with`. */
export const isNotInAsyncWith: Predicate = predicate("not-in-with", ({ roots: [root] }, { tree }) => {
  for (let at = tree.parent(root); at > 0; at = tree.parent(at)) {
    if (tree.kind(at) === NodeKind.WithStatement)
      return tree.childOfKind(at, NodeKind.TokenAsync) === NO_NODE;
    if (tree.kind(at) === NodeKind.Block) return true;
  }
  return true;
});

/** Tells whether some binding of a name stands above it in none but blocks that it stands in itself. */
function isBoundAbove(subject: Subject, node: NodeIndex): boolean {
  const { tree } = subject;
  const bindings = usesOf(subject, node).filter((use) => use !== node && isBindingAt(tree, use));
  if (bindings.length === 0) return true;
  return bindings.some((use) => {
    for (let at = use; at > 0; at = tree.parent(at)) {
      const kind = tree.kind(at);
      if (kind === NodeKind.Block || kind === NodeKind.Module)
        return use < node && node <= tree.lastInside(at);
      if (kind === NodeKind.Parameters || kind === NodeKind.LambdaParameters) return true;
    }
    return true;
  });
}

function isBindingAt(tree: SyntaxTree, node: NodeIndex): boolean {
  for (let at = tree.parent(node); at > 0; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (BINDERS.has(kind)) return !holdsUse(tree, at, node);
    if (kind === NodeKind.Block || kind === NodeKind.Call || kind === NodeKind.Subscript) return false;
  }
  return false;
}

const BINDERS = new Set([
  NodeKind.Assignment,
  NodeKind.AugmentedAssignment,
  NodeKind.ForStatement,
  NodeKind.AsPatternTarget,
  NodeKind.Parameters,
  NodeKind.ImportStatement,
  NodeKind.ImportFromStatement,
]);

/** Tells whether a name stands on the side of a binding statement that is read. */
function holdsUse(tree: SyntaxTree, binder: NodeIndex, node: NodeIndex): boolean {
  const right = tree.child(binder, Field.Right);
  const body = tree.child(binder, Field.Body);
  return [right, body].some((part) => part !== NO_NODE && node >= part && node <= tree.lastInside(part));
}

/** A word stands nowhere in `$$$name`, attributes left out. */
export function namesNone(name: string, ...words: readonly string[]): Predicate {
  return onHole(name, "not-shown", (node, { tree }) => !holdsIdentifier(tree, node, words));
}
