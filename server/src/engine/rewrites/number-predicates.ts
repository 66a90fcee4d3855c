import { membersOf } from "../evaluation/values";
import { NodeKind } from "../syntax/node-kind";
import type { NodeIndex } from "../syntax/syntax-tree";
import type { Match } from "./matcher";
import { unwrap } from "./node-parts";
import type { Predicate, Subject } from "./predicate";
import { holeOf, onHole, predicate } from "./predicates";
import { enclosingBinder } from "../evaluation/assignment";
import { scopeOfName } from "../binding/scopes";
import { scopeFor } from "./subject-scope";

/** The whole number that an expression is known to be; `undefined` where it may be any. */
function numberAt({ tree, valueAt }: Subject, node: NodeIndex): number | undefined {
  const inner = unwrap(tree, node);
  const text = tree.textOf(inner).replaceAll("_", "");
  if (/^-?\s*\d+$/.test(text)) return Number(text.replace(/\s+/g, ""));
  const members = membersOf(valueAt(inner));
  const [member] = members;
  return members.length === 1 && member.tag === "instance" && typeof member.constant === "number"
    ? member.constant
    : undefined;
}

/** `$name` is not known to be a number outside of a range. */
export function mayBeBetween(name: string, least: number, most: number): Predicate {
  return onHole(name, "not-shown", (node, subject) => {
    const number = numberAt(subject, node);
    return number === undefined || (number >= least && number <= most);
  });
}

/** `$year` is known to have a week `$week`. */
export const isWeekOfYear: Predicate = predicate("not-shown", (match, subject) => {
  const { year, week } = weekAt(match, subject);
  return week !== undefined && week >= 1 && (week <= 52 || (year !== undefined && week <= weeksOf(year)));
});

/** `$year` is not known to have no week `$week`. */
export const mayBeWeekOfYear: Predicate = predicate("not-shown", (match, subject) => {
  const { year, week } = weekAt(match, subject);
  return week === undefined || (week >= 1 && week <= (year === undefined ? 53 : weeksOf(year)));
});

function weekAt(match: Match, subject: Subject): { year: number | undefined; week: number | undefined } {
  const [year, week] = ["year", "week"].map((name) => numberAt(subject, holeOf(match, name)[0]));
  return { year, week };
}

/** How many weeks a year has: the last one holds the 28th of December. */
function weeksOf(year: number): number {
  const last = new Date(Date.UTC(2000, 11, 28));
  last.setUTCFullYear(year);
  const day = Math.floor((last.getTime() - Date.UTC(last.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
  return Math.floor((day - (last.getUTCDay() || 7) + 10) / 7);
}

/** `$small` is not known to be more than `$large`. */
export function mayBeInOrder(small: string, large: string): Predicate {
  return predicate("not-shown", (match, subject) => {
    const [a, b] = [small, large].map((name) => numberAt(subject, holeOf(match, name)[0]));
    return a === undefined || b === undefined || a <= b;
  });
}

/** No number that is written in `$name`, or where that name is bound, is complex or too large for its square to be a float. */
export function mayBeSquared(...names: readonly string[]): Predicate {
  return predicate("not-shown", (match, subject) =>
    names.every((name) =>
      holeOf(match, name).every((node) =>
        literalsOf(subject, node).every((text) => !/j$/i.test(text) && Math.abs(Number(text)) < 1e150),
      ),
    ),
  );
}

/** No number that is written in `$name`, or where that name is bound, is zero or less. */
export function mayBePositive(name: string): Predicate {
  return onHole(name, "not-shown", (node, subject) =>
    literalsOf(subject, node).every((text) => Number(text) > 0),
  );
}

/** The literals of numbers in an expression, and in what a name is bound to, with their signs. */
function literalsOf(subject: Subject, node: NodeIndex): string[] {
  const { tree } = subject;
  const found: string[] = [];
  for (const code of [node, ...binders(subject, node)]) {
    for (let at = code; at <= tree.lastInside(code); at++) {
      const kind = tree.kind(at);
      if (kind !== NodeKind.Integer && kind !== NodeKind.Float) continue;
      const isNegative =
        tree.text[tree.start(at) - 1] === "-" && tree.kind(tree.parent(at)) === NodeKind.UnaryOperator;
      found.push(`${isNegative ? "-" : ""}${tree.textOf(at).replaceAll("_", "")}`);
    }
  }
  return found;
}

/** The assignments that bind a bare name in its scope. */
function binders(subject: Subject, node: NodeIndex): NodeIndex[] {
  const { tree } = subject;
  if (tree.kind(node) !== NodeKind.Identifier) return [];
  const name = tree.textOf(node);
  const bindings = scopeOfName(scopeFor(subject, node), name)?.bindings.get(name) ?? [];
  return bindings
    .map((binding) => enclosingBinder(tree, binding))
    .filter((binder) => binder > 0 && tree.kind(binder) === NodeKind.Assignment);
}
