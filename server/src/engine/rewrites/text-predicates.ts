import { type Scope, scopeOfName } from "../binding/scopes";
import { enclosingBinder } from "../evaluation/assignment";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { readString } from "./literals";
import type { Match } from "./matcher";
import { unwrap } from "./node-parts";
import type { Predicate, Subject } from "./predicate";
import { holeOf, onHole, predicate } from "./predicates";
import { scopeFor } from "./subject-scope";
import { membersOf } from "../evaluation/values";

/** The value of the string literal that a hole stands for; `undefined` where it stands for anything else. */
export function stringOf(match: Match, { tree }: Subject, name: string): string | undefined {
  const [node] = holeOf(match, name);
  const literal = node === undefined ? undefined : readString(tree, node);
  return literal && !literal.isBytes ? literal.value : undefined;
}

/** `$length` is the length of the literal `$affix`, below zero where it counts from the end. */
export function hasAffixLength(affix: string, length: string, fromEnd: boolean): Predicate {
  return predicate("not-a-literal", (match, subject) => {
    const value = stringOf(match, subject, affix);
    const [node] = holeOf(match, length);
    const expected = value === undefined ? "" : `${fromEnd ? "-" : ""}${[...value].length}`;
    return value !== "" && subject.tree.textOf(node).replace(/\s+/g, "") === expected;
  });
}

const PARTS: Readonly<Record<string, string>> = {
  Y: "\\d{4}",
  m: "\\d\\d",
  d: "\\d\\d",
  H: "\\d\\d",
  M: "\\d\\d",
  S: "\\d\\d",
  f: "\\d{6}",
};

const WRITERS = new Set(["datetime.datetime.isoformat", "datetime.date.isoformat"]);

/** `$name` is text that `isoformat` wrote, or a literal of that kind, for a format of `strptime`. */
export function isIsoText(name: string, format: string): Predicate {
  const shape = shapeOf(format);
  return onHole(name, "text-unknown", (node, subject) => {
    const value = subject.valueAt(node);
    if (value.tag === "instance" && typeof value.constant === "string") return shape.test(value.constant);
    const call = unwrap(subject.tree, definitionOf(subject, node));
    if (subject.tree.kind(call) !== NodeKind.Call || !/T%H|%d$/.test(format) || format.endsWith("f"))
      return false;
    const writer = subject.references.entryAt(subject.tree.child(call, Field.Function));
    return writer !== undefined && WRITERS.has(writer);
  });
}

/** `$name` is not known to be text of another kind than a format of `strptime` reads. */
export function mayBeIsoText(name: string, format: string): Predicate {
  const shape = shapeOf(format);
  return onHole(name, "text-unknown", (node, { valueAt }) =>
    membersOf(valueAt(node)).every(
      (member) =>
        member.tag !== "instance" || typeof member.constant !== "string" || shape.test(member.constant),
    ),
  );
}

function shapeOf(format: string): RegExp {
  return new RegExp(`^${format.replace(/%(\w)/g, (_whole, part: string) => PARTS[part])}$`);
}

/** The expression that a name is bound to by the one assignment that binds it; the node itself for anything else. */
export function definitionOf(subject: Subject, node: NodeIndex): NodeIndex {
  const { tree } = subject;
  if (tree.kind(node) !== NodeKind.Identifier) return node;
  const name = tree.textOf(node);
  const scope: Scope | undefined = scopeOfName(scopeFor(subject, node), name);
  const bindings = scope?.bindings.get(name) ?? [];
  if (bindings.length !== 1) return node;
  const binder = enclosingBinder(tree, bindings[0]);
  if (
    binder === NO_NODE ||
    tree.kind(binder) !== NodeKind.Assignment ||
    tree.child(binder, Field.Left) !== bindings[0]
  )
    return node;
  const right = tree.child(binder, Field.Right);
  return right === NO_NODE ? node : right;
}
