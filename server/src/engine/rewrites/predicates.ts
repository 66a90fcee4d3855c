import { namesCoroutine } from "../binding/coroutines";
import type { Scope } from "../binding/scopes";
import { elementOf, isSubclass } from "../evaluation/types";
import { type ClassValue, membersOf, type Value } from "../evaluation/values";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { isSubset } from "../version";
import { isPure, parentOf } from "./find";
import { readString } from "./literals";
import type { Match } from "./matcher";
import { unwrap } from "./node-parts";
import type { Predicate, Subject } from "./predicate";
import { scopeFor, standsOnlyIn } from "./subject-scope";

/** A predicate from a reason and a test. */
export function predicate(reason: string, holds: Predicate["holds"]): Predicate {
  return { reason, holds };
}

/** A predicate on the one expression that a hole stands for. */
export function onHole(
  name: string,
  reason: string,
  test: (node: NodeIndex, subject: Subject, match: Match) => boolean,
): Predicate {
  return {
    reason,
    holds: (match, subject) => holeOf(match, name).every((node) => test(node, subject, match)),
  };
}

/** What a hole stands for; nothing where the form that matched does not have it. */
export function holeOf({ holes }: Match, name: string): readonly NodeIndex[] {
  return holes.get(name) ?? [];
}

/** `$name` is sure to be an object of one of these classes, or of one that inherits from them. */
export function isType(name: string, ...classIds: readonly string[]): Predicate {
  return onHole(name, "type-unknown", (node, subject) => hasType(subject, node, classIds));
}

/** `$name` is sure to be an object of exactly these classes, as far as annotations and literals tell. */
export function isExactType(name: string, ...classIds: readonly string[]): Predicate {
  return onHole(name, "type-unknown", (node, { valueAt }) =>
    everyMember(valueAt(node), (member) => classIds.includes(classOf(member) ?? "")),
  );
}

/** `$name` is sure not to be an object of these classes. */
export function isNoType(name: string, ...classIds: readonly string[]): Predicate {
  return onHole(name, "type-unknown", (node, { valueAt, catalogue }) =>
    everyMember(valueAt(node), (member) => {
      const own = classOf(member);
      return own !== undefined && !classIds.some((id) => isSubclass(catalogue, own, id));
    }),
  );
}

/** Evaluating `$name` does nothing else: it is a name, an attribute of one, or a literal. */
export function isSimple(...names: readonly string[]): Predicate {
  return predicate("has-effects", (match, { tree }) =>
    names.every((name) => holeOf(match, name).every((node) => isPure(tree, node))),
  );
}

/** `$name` is a bare name. */
export function isName(...names: readonly string[]): Predicate {
  return predicate("not-a-name", (match, { tree }) =>
    names.every((name) => holeOf(match, name).every((node) => tree.kind(node) === NodeKind.Identifier)),
  );
}

/** `$name` is a string literal whose value passes a test. */
export function isString(name: string, test: (value: string) => boolean = () => true): Predicate {
  return onHole(name, "not-a-literal", (node, { tree }) => {
    const literal = readString(tree, node);
    return literal !== undefined && test(literal.value);
  });
}

/** `$name` is written as a whole number above zero. */
export function isPositiveNumber(name: string): Predicate {
  return onHole(
    name,
    "not-a-literal",
    (node, { tree }) => tree.kind(node) === NodeKind.Integer && /[1-9]/.test(tree.textOf(node)),
  );
}

/** `$name` is sure not to be `None`. */
export function isNotNone(name: string): Predicate {
  return onHole(name, "may-be-none", (node, { valueAt }) =>
    everyMember(valueAt(node), (member) => member.tag !== "none" && member.tag !== "external"),
  );
}

/** `$name` is a dotted name. */
export function isPath(name: string): Predicate {
  return onHole(
    name,
    "not-a-name",
    (node, { tree }) => /^[\w.]+$/.test(tree.textOf(node)) && isPure(tree, node),
  );
}

/** Two names stand for tuples of one length, as far as their displays tell. */
export function hasSameLength(left: string, right: string): Predicate {
  return predicate("lengths-unknown", (match, { valueAt }) => {
    const [a, b] = [left, right].map((name) => valueAt(holeOf(match, name)[0]));
    return a.tag === "tuple" && b.tag === "tuple" && a.items.length === b.items.length;
  });
}

/** `$name` is a collection that is known to hold floats only. */
export function holdsFloats(name: string): Predicate {
  return onHole(name, "type-unknown", (node, { valueAt, catalogue }) =>
    everyMember(elementOf(catalogue, valueAt(node)), (member) => classOf(member) === "builtins.float"),
  );
}

/** The expression is what a `with` statement enters. */
export const isInWith: Predicate = predicate("not-in-with", ({ roots }, { tree }) => {
  const parent = parentOf(tree, roots[0]);
  return tree.kind(parent) === NodeKind.WithItem || tree.kind(tree.parent(parent)) === NodeKind.WithItem;
});

/** The code stands in an `async def`, not in a function or class inside of it. */
export const inAsync: Predicate = predicate("not-in-async", (match, subject) =>
  isInAsync(subject, match.roots[0]),
);

/** The expression is the whole of a decorator. */
export const isDecorator: Predicate = predicate(
  "not-a-decorator",
  ({ roots }, { tree }) => tree.kind(parentOf(tree, roots[0])) === NodeKind.Decorator,
);

/** The expression is the whole of a statement, so that nobody looks at its value. */
export const isDiscarded: Predicate = predicate(
  "result-used",
  ({ roots }, { tree }) => tree.kind(parentOf(tree, roots[0])) === NodeKind.ExpressionStatement,
);

/** `$name` is a bare name that stands nowhere else in its scope but in the code that is rewritten. */
export function isUsedOnlyHere(...names: readonly string[]): Predicate {
  return predicate("used-elsewhere", (match, subject) =>
    names.every((name) => holeOf(match, name).every((node) => standsOnlyIn(subject, node, match.roots))),
  );
}

/** `$name` is a call of an `async def` of this document, so that it is a coroutine and nothing else. */
export function isCoroutine(name: string): Predicate {
  return onHole(name, "not-a-coroutine", (node, subject) =>
    isCoroutineCall(subject, unwrap(subject.tree, node)),
  );
}

/** `$name` is not named anywhere in `$$$body`. */
export function isNotNamedIn(name: string, body: string): Predicate {
  return predicate("used-elsewhere", (match, { tree }) => {
    const names = holeOf(match, name).map((node) => tree.textOf(node));
    return holeOf(match, body).every((node) => !holdsIdentifier(tree, node, names));
  });
}

/** The code does not stand in a loop, where what it costs more would count. */
export const notInLoop: Predicate = predicate("in-loop", ({ roots }, { tree }) => {
  for (let at = tree.parent(roots[0]); at > 0; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (kind === NodeKind.ForStatement || kind === NodeKind.WhileStatement) return false;
    if (kind === NodeKind.FunctionDefinition) return true;
  }
  return true;
});

/** Nothing that `$$$name` uses is missing on some Python, so that its failing is no test of what there is. */
export function guardsNothing(name: string): Predicate {
  return onHole(name, "is-guard", (node, { tree, references, catalogue, minors }) =>
    references
      .within(tree.start(node), tree.end(node))
      .every(({ entryId }) => isSubset(minors, catalogue.lookup(entryId)?.available ?? minors)),
  );
}

/** `$$$name` holds no node of these kinds. */
export function holdsNone(name: string, ...kinds: readonly NodeKind[]): Predicate {
  return onHole(name, "not-shown", (node, { tree }) => {
    for (let at = node; at <= tree.lastInside(node); at++) if (kinds.includes(tree.kind(at))) return false;
    return true;
  });
}

/** Tells whether one of some names stands in code, attributes left out. */
export function holdsIdentifier(tree: SyntaxTree, node: NodeIndex, names: readonly string[]): boolean {
  for (let at = node; at <= tree.lastInside(node); at++) {
    if (tree.kind(at) !== NodeKind.Identifier || tree.field(at) === Field.Attribute) continue;
    if (names.includes(tree.textOf(at))) return true;
  }
  return false;
}

/** Nothing in `$$$name` yields or awaits, so that nobody else runs in between. */
export function isUninterrupted(name: string): Predicate {
  return onHole(name, "is-interrupted", (node, { tree }) => {
    for (let at = node; at <= tree.lastInside(node); at++) {
      const kind = tree.kind(at);
      if (kind === NodeKind.Yield || kind === NodeKind.Await || kind === NodeKind.TokenAsync) return false;
    }
    return true;
  });
}

/** Tells whether an expression is sure to be an object of one of some classes, or of one that inherits from them. */
export function hasType(subject: Subject, node: NodeIndex, classIds: readonly string[]): boolean {
  const inherits = (own: string): boolean => classIds.some((id) => isSubclass(subject.catalogue, own, id));
  return everyMember(subject.valueAt(node), (member) => {
    if (member.tag === "object") return libraryBasesOf(subject, member.of).some(inherits);
    const own = classOf(member);
    return own !== undefined && inherits(own);
  });
}

/** Tells whether a class is one of this document: the nodes of another file's are not those of its tree. */
export function isOwnClass({ scopes }: Subject, { scope }: ClassValue): boolean {
  return scopes.byNode.get(scope.node) === scope;
}

/** The bases of a class of this document, as values. */
export function basesOfClass({ tree, valueAt }: Subject, { scope }: ClassValue): Value[] {
  const list = tree.child(scope.node, Field.Superclasses);
  return list === NO_NODE ? [] : tree.namedChildren(list).map((node) => valueAt(node));
}

/** The library classes that a class of this document inherits from, by way of others of it too. */
function libraryBasesOf(subject: Subject, of: ClassValue, depth = 0): string[] {
  if (depth > 20 || !isOwnClass(subject, of)) return [];
  return basesOfClass(subject, of).flatMap((base) => {
    if (base.tag === "class") return libraryBasesOf(subject, base, depth + 1);
    return base.tag === "symbol" ? [base.entry.id] : [];
  });
}

/** The class of an object, as an id of the catalogue. */
export function classOf(value: Value): string | undefined {
  if (value.tag === "instance") return value.classId;
  if (value.tag === "tuple") return "builtins.tuple";
  return value.tag === "test" ? "builtins.bool" : undefined;
}

/** Tells whether everything that a value may be passes a test; what is unknown does not. */
export function everyMember(value: Value, test: (member: Value) => boolean): boolean {
  return value.tag !== "unknown" && membersOf(value).every(test);
}

function isInAsync(subject: Subject, node: NodeIndex): boolean {
  let scope: Scope | undefined = scopeFor(subject, node);
  while (scope?.kind === "comprehension") scope = scope.parent;
  return scope?.kind === "function" && subject.tree.childOfKind(scope.node, NodeKind.TokenAsync) !== NO_NODE;
}

function isCoroutineCall(subject: Subject, node: NodeIndex): boolean {
  const { tree } = subject;
  if (tree.kind(node) !== NodeKind.Call) return false;
  const callee = tree.child(node, Field.Function);
  if (tree.kind(callee) !== NodeKind.Identifier) return subject.valueAt(node).tag === "awaitable";
  return namesCoroutine(tree, subject.scopes, scopeFor(subject, node), tree.textOf(callee));
}
