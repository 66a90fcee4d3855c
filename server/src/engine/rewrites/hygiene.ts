import { membersOf, type ClassValue } from "../evaluation/values";
import { holdsKind } from "../syntax/contents";
import { NodeKind } from "../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../syntax/syntax-tree";
import { isPure } from "./find";
import { keywordOf } from "./hole-places";
import type { Match } from "./matcher";
import { unwrap } from "./node-parts";
import type { Pattern } from "./pattern";
import type { Predicate, Subject } from "./predicate";
import { basesOfClass, holdsIdentifier, isOwnClass } from "./predicates";
import type { DirectionRule } from "./rewrite";
import { scopeFor } from "./subject-scope";

/** Where code moves to, and what may be done with it there. */
interface Move {
  readonly match: Match;
  readonly to: Pattern;
  readonly subject: Subject;
  readonly rule: DirectionRule;
}

/**
 * Tells what is in the way of writing what a match's holes stand for where another form has them, as a key of the messages:
 * arguments that it gives itself, names that it does not bind any more, code that would run another number of times or at
 * another time, names of a class that an inner scope does not see, methods that a class of the document has in its own
 * way, and what a comprehension cannot go through.
 */
export function captureOf(
  match: Match,
  to: Pattern,
  subject: Subject,
  rule: DirectionRule,
): Predicate["reason"] | undefined {
  const move = { match, to, subject, rule };
  if (namesTwice(move)) return "has-keywords";
  if (overwrites(move)) return "used-elsewhere";
  if (losesNames(move)) return "used-elsewhere";
  if (changesNumber(move)) return "evaluated-once";
  if (losesClassNames(move)) return "class-names";
  if (hasOwnMethods(move)) return "own-methods";
  return losesFreshNames(move) || iteratesWalrus(move) ? "other-scope" : undefined;
}

/** Tells whether an argument would be given by a name that one of the given arguments has, too. */
function namesTwice({ match: { holes }, to, subject: { tree } }: Move): boolean {
  return [...holes].some(([name, nodes]) => {
    const own = to.places.keywords.get(name);
    return own !== undefined && nodes.some((node) => own.includes(keywordOf(tree, node) ?? ""));
  });
}

/** Tells whether the other form binds a name before it reads code that has it, which the document's own form reads before. */
function overwrites({ match: { pattern, holes }, to, subject: { tree } }: Move): boolean {
  return [...to.places.boundIn].some(([bound, statement]) => {
    const names = (holes.get(bound) ?? []).map((node) => tree.textOf(node));
    const before = pattern.places.boundIn.get(bound) ?? Infinity;
    return [...to.places.readIn].some(
      ([name, last]) =>
        name !== bound &&
        last > statement &&
        (pattern.places.readIn.get(name) ?? -1) <= before &&
        (holes.get(name) ?? []).some((node) => holdsIdentifier(tree, node, names)),
    );
  });
}

function losesNames({ match: { pattern, holes }, to, subject: { tree } }: Move): boolean {
  const lost = [...pattern.places.bound]
    .filter((name) => !to.counts.has(name))
    .flatMap((name) => [...(holes.get(name) ?? [])])
    .filter((node) => tree.kind(node) === NodeKind.Identifier)
    .map((node) => tree.textOf(node));
  if (lost.length === 0) return false;
  return [...holes].some(
    ([name, nodes]) => to.counts.has(name) && nodes.some((node) => holdsIdentifier(tree, node, lost)),
  );
}

function changesNumber({ match: { pattern, holes }, to, subject: { tree }, rule }: Move): boolean {
  return [...holes].some(
    ([name, nodes]) =>
      !rule.carried?.includes(name) &&
      to.counts.has(name) &&
      pattern.places.repeated.has(name) !== to.places.repeated.has(name) &&
      !nodes.every((node) => isRepeatable(tree, node)),
  );
}

/** Evaluating an expression again gives the same: what is pure, or a display of such, which nobody keeps. */
function isRepeatable(tree: SyntaxTree, node: NodeIndex): boolean {
  if (isPure(tree, node)) return true;
  const inner = unwrap(tree, node);
  const kind = tree.kind(inner);
  return (
    (kind === NodeKind.List || kind === NodeKind.Set) &&
    tree.namedChildren(inner).every((item) => isRepeatable(tree, item))
  );
}

function losesClassNames({ match: { pattern, roots, holes }, to, subject }: Move): boolean {
  const scope = scopeFor(subject, roots[0]);
  if (scope.kind !== "class") return false;
  const names = [...scope.bindings.keys()];
  return [...to.places.enclosed].some(
    (name) =>
      !pattern.places.enclosed.has(name) &&
      (holes.get(name) ?? []).some((node) => holdsIdentifier(subject.tree, node, names)),
  );
}

/** A name that the other form makes in a class is not seen by the scopes inside of it that read it. */
function losesFreshNames({ match: { roots }, to, subject, rule: { fresh = {} } }: Move): boolean {
  const { enclosed, boundInside } = to.places;
  const isRead = Object.keys(fresh).some((name) => enclosed.has(name) && !boundInside.has(name));
  return isRead && scopeFor(subject, roots[0]).kind === "class";
}

/** What binds a name by `:=` cannot stand in what a comprehension goes through. */
function iteratesWalrus({ match: { pattern, holes }, to, subject: { tree } }: Move): boolean {
  return [...to.places.iterated].some(
    (name) =>
      !pattern.places.iterated.has(name) &&
      (holes.get(name) ?? []).some((node) => holdsKind(tree, node, NodeKind.NamedExpression)),
  );
}

/** A class of the document may have a method of the name that one form calls, while the other asks the library. */
function hasOwnMethods({ match: { pattern, holes }, to, subject }: Move): boolean {
  return [...holes].some(([hole, nodes]) => {
    const [before, after] = [pattern.places.attributes.get(hole), to.places.attributes.get(hole)];
    const changed = [...(before ?? []), ...(after ?? [])].filter(
      (name) => !before?.has(name) || !after?.has(name),
    );
    return (
      changed.length > 0 &&
      nodes.some((node) =>
        membersOf(subject.valueAt(node)).some(
          (member) => member.tag === "object" && defines(subject, member.of, changed),
        ),
      )
    );
  });
}

function defines(subject: Subject, of: ClassValue, names: readonly string[], depth = 0): boolean {
  if (!isOwnClass(subject, of) || depth > 20) return true;
  if (names.some((name) => of.scope.bindings.has(name))) return true;
  return basesOfClass(subject, of).some(
    (base) => base.tag === "class" && defines(subject, base, names, depth + 1),
  );
}
