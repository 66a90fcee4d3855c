import { type Scope, scopeOfName } from "../binding/scopes";
import { isSubclass } from "../evaluation/types";
import { membersOf } from "../evaluation/values";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { parentOf } from "./find";
import type { Predicate, Subject } from "./predicate";
import { classOf, onHole, predicate } from "./predicates";
import { scopeFor } from "./subject-scope";

/** Nothing in the document asks for what only ordered dictionaries can, or names them elsewhere. */
export const hasNoOrderedUse: Predicate = predicate("needs-order", ({ roots }, { tree, references }) => {
  const [start, end] = [tree.start(roots[0]), tree.end(roots[roots.length - 1])];
  const elsewhere = references
    .within(0, tree.text.length)
    .some(
      (usage) =>
        usage.entryId === "collections.OrderedDict" &&
        usage.kind !== "import" &&
        (usage.start < start || usage.end > end),
    );
  return !elsewhere && !/\b(?:move_to_end|popitem|pickle)\b/.test(tree.text);
});

/** The expression is what an `except` clause catches, or one of several such. */
export const isInExcept: Predicate = predicate(
  "not-in-except",
  ({ roots }, { tree }) => exceptClauseOf(tree, roots[0]) !== NO_NODE,
);

/** The expression is all that an `except` clause catches. */
export const isWholeHandler: Predicate = predicate("not-in-except", ({ roots }, { tree }) => {
  const parent = parentOf(tree, roots[0]);
  return exceptClauseOf(tree, roots[0]) !== NO_NODE && tree.kind(parent) !== NodeKind.Tuple;
});

/** The `try` whose `except` clause the expression stands in holds nothing but imports. */
export const guardsImports: Predicate = predicate("not-in-except", ({ roots }, { tree }) => {
  const clause = exceptClauseOf(tree, roots[0]);
  const body = clause === NO_NODE ? NO_NODE : tree.child(tree.parent(clause), Field.Body);
  if (body === NO_NODE) return false;
  return tree.namedChildren(body).every((each) => IMPORTS.has(tree.kind(each)));
});

const IMPORTS = new Set([NodeKind.ImportStatement, NodeKind.ImportFromStatement, NodeKind.Comment]);

/** No `except` clause follows the one that the expression stands in. */
export const isLastHandler: Predicate = predicate("handlers-follow", ({ roots }, { tree }) => {
  for (let at = tree.nextSibling(exceptClauseOf(tree, roots[0])); at !== NO_NODE; at = tree.nextSibling(at)) {
    if (tree.kind(at) === NodeKind.ExceptClause) return false;
  }
  return true;
});

/** `$name` is a bare name of a function, of which nothing but calls of some methods is used. */
export function usesOnly(name: string, methods: readonly string[]): Predicate {
  return usesOnlyIn("function", name, methods);
}

/** The same of a name of the module, as far as the document shows: other files may import it. */
export function usesOnlyInModule(name: string, methods: readonly string[]): Predicate {
  return usesOnlyIn("module", name, methods);
}

function usesOnlyIn(kind: Scope["kind"], name: string, methods: readonly string[]): Predicate {
  return onHole(name, "used-elsewhere", (own, subject) => {
    const { tree } = subject;
    if (tree.kind(own) !== NodeKind.Identifier) return false;
    const text = tree.textOf(own);
    const scope = scopeOfName(scopeFor(subject, own), text);
    if (scope?.kind !== kind) return false;
    for (let node = scope.node; node <= tree.lastInside(scope.node); node++) {
      if (node === own || tree.kind(node) !== NodeKind.Identifier || tree.textOf(node) !== text) continue;
      if (tree.field(node) !== Field.Attribute && !isMethodCall(tree, node, methods)) return false;
    }
    return true;
  });
}

/** `$$name` are classes of this document that have no bases or keywords of their own. */
export function hasPlainBases(name: string): Predicate {
  return onHole(name, "bases-unknown", (node, { tree, valueAt }) => {
    const value = valueAt(node);
    return value.tag === "class" && tree.child(value.scope.node, Field.Superclasses) === NO_NODE;
  });
}

/** The statement stands in the body of a class that inherits from a class of the library. */
export function isInClassOf(classId: string): Predicate {
  return predicate("other-class", ({ roots }, subject) => {
    const scope = scopeFor(subject, roots[0]);
    return (
      scope.kind === "class" &&
      basesOf(subject, scope).some((id) => isSubclass(subject.catalogue, id, classId))
    );
  });
}

/** The definition has no decorators. */
export const isUndecorated: Predicate = predicate(
  "is-decorated",
  ({ roots }, { tree }) => tree.kind(tree.parent(roots[0])) !== NodeKind.DecoratedDefinition,
);

/** The class around the code keeps its objects' attributes in a dictionary and compares them by identity. */
export const keepsDict: Predicate = predicate("other-class", ({ roots }, subject) => {
  const scope = scopeFor(subject, roots[0]);
  const { tree } = subject;
  const special = ["__slots__", "__eq__", "__hash__"].some((name) => scope.bindings.has(name));
  return (
    scope.kind === "class" &&
    !special &&
    tree.kind(tree.parent(scope.node)) !== NodeKind.DecoratedDefinition &&
    !/\.__(?:eq|hash)__\s*=(?!=)/.test(tree.text) &&
    basesOf(subject, scope).every((id) => id === "builtins.object")
  );
});

/** The expression is (a part of) an annotation. */
export const isInAnnotation: Predicate = predicate("not-an-annotation", ({ roots }, { tree }) => {
  for (let at = tree.parent(roots[0]); at > 0; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (kind === NodeKind.Type) return true;
    if (kind === NodeKind.Block || kind === NodeKind.Call || kind === NodeKind.ExpressionStatement)
      return false;
  }
  return false;
});

/** The expression is no operand of one more `|`. */
export const isWholeUnion: Predicate = predicate("part-of-more", ({ roots }, { tree }) => {
  const parent = parentOf(tree, roots[0]);
  return (
    tree.kind(parent) !== NodeKind.BinaryOperator && !holdsUnion(tree, tree.child(roots[0], Field.Right))
  );
});

function holdsUnion(tree: SyntaxTree, node: NodeIndex): boolean {
  return node !== NO_NODE && tree.kind(node) === NodeKind.BinaryOperator;
}

/** `$name` is a type that `|` can join: no text with the name of one, and no function. */
export function mayBeUnion(name: string): Predicate {
  return onHole(name, "is-text", (node, { tree, valueAt }) => {
    if (tree.kind(node) === NodeKind.String) return false;
    return membersOf(valueAt(node)).every((member) => {
      if (member.tag === "symbol") return member.entry.kind !== "function" && member.entry.kind !== "module";
      return member.tag !== "function" && member.tag !== "method" && classOf(member) !== "builtins.str";
    });
  });
}

/** `$name` is not `None`, which `|` cannot join to itself. */
export function isNotNothing(name: string): Predicate {
  return onHole(name, "may-be-none", (node, { tree }) => tree.kind(node) !== NodeKind.None);
}

/** The ids of the library classes that a class of this document names as its bases; `?` for any other base. */
export function basesOf(subject: Subject, scope: Scope): string[] {
  const { tree } = subject;
  const list = tree.child(scope.node, Field.Superclasses);
  return (list === NO_NODE ? [] : tree.namedChildren(list)).map((node) => {
    const value = subject.valueAt(node);
    return value.tag === "symbol" ? value.entry.id : "?";
  });
}

function exceptClauseOf(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  let at = parentOf(tree, node);
  if (tree.kind(at) === NodeKind.Tuple) at = parentOf(tree, at);
  if (tree.kind(at) === NodeKind.AsPattern) at = tree.parent(at);
  return tree.kind(at) === NodeKind.ExceptClause ? at : NO_NODE;
}

function isMethodCall(tree: SyntaxTree, node: NodeIndex, methods: readonly string[]): boolean {
  const attribute = tree.parent(node);
  if (tree.kind(attribute) !== NodeKind.Attribute || tree.child(attribute, Field.Object) !== node)
    return false;
  const call = tree.parent(attribute);
  const isCalled = tree.kind(call) === NodeKind.Call && tree.child(call, Field.Function) === attribute;
  return isCalled && methods.includes(tree.textOf(tree.child(attribute, Field.Attribute)));
}

/** Copying single files, which raises no other `shutil.Error` than the one for a file and itself. */
const COPYING = new Set(["shutil.copyfile", "shutil.copy", "shutil.copy2"]);

/** The `try` around an `except` clause copies single files, and does not handle `shutil.Error` by itself. */
export const copiesFiles: Predicate = predicate("not-shown", ({ roots: [root] }, { tree, references }) => {
  const clause = exceptClauseOf(tree, root);
  const statement = tree.parent(clause);
  const body = tree.child(statement, Field.Body);
  for (let at = body; at <= tree.lastInside(body); at++) {
    if (tree.kind(at) !== NodeKind.Call) continue;
    const entry = references.usageAt(tree.child(at, Field.Function))?.entryId;
    if (entry === undefined || (entry.startsWith("shutil.") && !COPYING.has(entry))) return false;
  }
  const clauses = tree.namedChildren(statement).filter((child) => tree.kind(child) === NodeKind.ExceptClause);
  const heads = clauses.flatMap((each) => tree.namedChildren(each).filter(isHead(tree)));
  return heads.every((head) => !/\bshutil\.Error\b/.test(tree.textOf(head)));
});

function isHead(tree: SyntaxTree): (child: NodeIndex) => boolean {
  return (child) => tree.kind(child) !== NodeKind.Block;
}
