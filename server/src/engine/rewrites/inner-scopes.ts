import { Field, NodeKind } from "../syntax/node-kind";
import { type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { COMPREHENSIONS } from "./hole-places";
import type { Match } from "./matcher";
import type { Pattern } from "./pattern";
import type { Subject } from "./predicate";
import type { DirectionRule } from "./rewrite";
import { scopeFor } from "./subject-scope";

/** The holes of a pattern whose code is evaluated in a comprehension or a lambda. */
interface InnerHoles {
  /** Those that are evaluated inside, where names of a class are not seen. */
  readonly inside: ReadonlySet<string>;
  /** Those that a comprehension goes through first, which is evaluated around it. */
  readonly first: ReadonlySet<string>;
  /** Those that a comprehension or a lambda binds. */
  readonly bound: ReadonlySet<string>;
}

/**
 * Tells whether a comprehension or a lambda would read a `fresh` name that the new code makes in a class, where it is not
 * seen, or would go through something that binds a name by `:=`, which cannot stand there.
 */
export function losesScope(
  match: Match,
  to: Pattern,
  subject: Subject,
  fresh: DirectionRule["fresh"] = {},
): boolean {
  const into = innerHolesOf(to);
  const makesName = Object.keys(fresh).some((name) => into.inside.has(name) && !into.bound.has(name));
  if (makesName && scopeFor(subject, match.roots[0]).kind === "class") return true;
  const from = innerHolesOf(match.pattern);
  return [...into.first].some(
    (name) => !from.first.has(name) && match.holes.get(name)?.some((node) => bindsName(subject.tree, node)),
  );
}

const known = new WeakMap<Pattern, InnerHoles>();

function innerHolesOf(pattern: Pattern): InnerHoles {
  const found = known.get(pattern);
  if (found) return found;
  const [inside, first, bound] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [node, { name }] of pattern.holes) {
    const place = placeOf(pattern.tree, node);
    if (place === "inside") inside.add(name);
    if (place === "first") first.add(name);
    if (place === "bound") bound.add(name);
  }
  const holes = { inside, first, bound };
  known.set(pattern, holes);
  return holes;
}

function placeOf(tree: SyntaxTree, node: NodeIndex): keyof InnerHoles | undefined {
  let isFirst = false;
  for (let at = node, parent = tree.parent(at); parent > 0; at = parent, parent = tree.parent(at)) {
    const kind = tree.kind(parent);
    if (kind === NodeKind.ForInClause) {
      if (tree.field(at) === Field.Left) return "bound";
      isFirst = isFirstClause(tree, parent);
    } else if (COMPREHENSIONS.has(kind)) {
      if (!isFirst) return "inside";
      // What is gone through first is evaluated around, where another comprehension may be.
      isFirst = false;
      if (!isInComprehension(tree, parent)) return "first";
    } else if (kind === NodeKind.Lambda) {
      return tree.field(at) === Field.Parameters ? "bound" : "inside";
    }
  }
  return undefined;
}

function isInComprehension(tree: SyntaxTree, node: NodeIndex): boolean {
  for (let at = tree.parent(node); at > 0; at = tree.parent(at)) {
    if (COMPREHENSIONS.has(tree.kind(at)) || tree.kind(at) === NodeKind.Lambda) return true;
  }
  return false;
}

function isFirstClause(tree: SyntaxTree, clause: NodeIndex): boolean {
  const clauses = tree.namedChildren(tree.parent(clause));
  return clauses.find((each) => tree.kind(each) === NodeKind.ForInClause) === clause;
}

function bindsName(tree: SyntaxTree, node: NodeIndex): boolean {
  for (let at = node; at <= tree.lastInside(node); at++) {
    if (tree.kind(at) === NodeKind.NamedExpression) return true;
  }
  return false;
}
