import { type Scope, scopeOfName } from "../binding/scopes";
import { isSubclass } from "../evaluation/types";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { parentOf } from "./find";
import type { Match } from "./matcher";
import type { Predicate, Subject } from "./predicate";
import { onHole, predicate, scopeAround } from "./predicates";

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
    const scope = scopeOfName(scopeAround(subject, own), text);
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
    const scope = scopeAround(subject, roots[0]);
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
  const scope = scopeAround(subject, roots[0]);
  const special = ["__slots__", "__eq__", "__hash__"].some((name) => scope.bindings.has(name));
  return (
    scope.kind === "class" && !special && basesOf(subject, scope).every((id) => id === "builtins.object")
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

/** `$name` is a type that `|` can join: no text with the name of one. */
export function mayBeUnion(name: string): Predicate {
  return onHole(name, "is-text", (node, { tree }) => tree.kind(node) !== NodeKind.String);
}

/**
 * The number of the member of an enumeration whose value the expression is: one more than that of the member before it;
 * for flags the next power of two. Nothing where the class numbers its members in another way.
 */
export function numberOfMember({ roots }: Match, subject: Subject): Record<string, string> | undefined {
  const { tree } = subject;
  const assignment = parentOf(tree, roots[0]);
  const scope = scopeAround(subject, roots[0]);
  const bases = scope.kind === "class" ? basesOf(subject, scope) : [];
  const isFlag = bases[0] === "enum.Flag" || bases[0] === "enum.IntFlag";
  if (bases.length !== 1 || !(isFlag || bases[0] === "enum.Enum" || bases[0] === "enum.IntEnum"))
    return undefined;
  if (tree.kind(assignment) !== NodeKind.Assignment || scope.bindings.has("_generate_next_value_"))
    return undefined;
  let index = 0;
  for (const [name, [node]] of scope.bindings) {
    const binder = tree.parent(node);
    if (name.startsWith("_") || tree.kind(binder) !== NodeKind.Assignment) continue;
    const expected = isFlag ? 1 << index : index + 1;
    if (binder === assignment) return { number: String(expected) };
    const value = tree.child(binder, Field.Right);
    const isAuto =
      tree.kind(value) === NodeKind.Call &&
      subject.references.entryAt(tree.child(value, Field.Function)) === "enum.auto";
    if (!isAuto && tree.textOf(value) !== String(expected)) return undefined;
    index++;
  }
  return undefined;
}

/** The ids of the library classes that a class of this document names as its bases; `?` for any other base. */
function basesOf(subject: Subject, scope: Scope): string[] {
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
