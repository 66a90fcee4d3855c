import { ALWAYS, both, either, negate, type Truth, UNKNOWN_TRUTH } from "../guard/truth";
import { compareVersion, type VersionShape } from "../guard/version-test";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { branch, join } from "./branches";
import { truthOf } from "./conditions";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import type { Branch } from "./flow";
import { bindName, lookupName } from "./names";
import { narrowedTo, type Narrowing } from "./narrowing";
import { patternValue, walkPattern } from "./patterns";
import { walkBlock, walkStatement } from "./statements";
import { UNKNOWN, type Value } from "./values";
import { asVersion, versionConstant } from "./version-values";

/** Walks `match` with its cases: each is reached where none before it was sure to be taken. */
export function walkMatch(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  const subjects: Value[] = [];
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    if (tree.field(child) === Field.Subject) subjects.push(evaluate(ctx, child));
  }
  const subject = subjects.length === 1 ? asVersion(subjects[0]) : UNKNOWN;
  const body = tree.child(node, Field.Body);
  let rest = ctx.reach;
  const branches: Branch[] = [];
  for (const clause of body === NO_NODE ? [] : tree.namedChildren(body)) {
    let taken: Truth = UNKNOWN_TRUTH;
    branches.push(
      branch(ctx, rest, narrowingsIn(ctx, node, clause), () => {
        taken = walkCase(ctx, clause, subject);
      }),
    );
    rest &= taken.no;
  }
  join(ctx, [...branches, branch(ctx, rest, [], () => undefined)]);
}

/** What a case with one pattern tells of a subject that is a name. */
function narrowingsIn(ctx: Context, match: NodeIndex, clause: NodeIndex): readonly Narrowing[] {
  const { tree } = ctx;
  const subject = tree.child(match, Field.Subject);
  if (subject === NO_NODE || tree.kind(subject) !== NodeKind.Identifier) return [];
  const [pattern, another] = tree.namedChildren(clause);
  if (pattern === undefined || tree.kind(pattern) !== NodeKind.CasePattern) return [];
  if (another !== undefined && tree.kind(another) === NodeKind.CasePattern) return [];
  const value = patternValue(ctx, pattern);
  const name = tree.textOf(subject);
  return value.tag === "unknown" ? [] : [[name, narrowedTo(lookupName(ctx, name), value)]];
}

/** Gives where the case can be taken and where it can be passed over. */
function walkCase(ctx: Context, clause: NodeIndex, subject: Value): Truth {
  const { tree } = ctx;
  if (tree.kind(clause) !== NodeKind.CaseClause) {
    walkStatement(ctx, clause);
    return UNKNOWN_TRUTH;
  }
  const patterns = tree.namedChildren(clause).filter((child) => tree.kind(child) === NodeKind.CasePattern);
  for (const pattern of patterns) walkPattern(ctx, pattern);
  // `case 3, 8:` has its patterns side by side.
  let taken =
    patterns.length === 1 ? patternTruth(ctx, patterns[0], subject) : sequenceTruth(ctx, patterns, subject);
  ctx.reach &= taken.yes;
  const guard = tree.namedChildren(clause).find((child) => tree.kind(child) === NodeKind.IfClause);
  if (guard !== undefined) {
    const holds = truthOf(evaluate(ctx, tree.firstNamedChild(guard)));
    taken = both(taken, holds);
    ctx.reach &= holds.yes;
  }
  walkBlock(ctx, tree.child(clause, Field.Consequence));
  return taken;
}

/** Decides where a pattern takes a value made from the version; captures bind their part of it. */
function patternTruth(ctx: Context, pattern: NodeIndex, subject: Value): Truth {
  const { tree } = ctx;
  const inner = tree.kind(pattern) === NodeKind.CasePattern ? tree.firstNamedChild(pattern) : pattern;
  // `_` has no node of its own.
  if (inner === NO_NODE) return tree.textOf(pattern).trim() === "_" ? ALWAYS : UNKNOWN_TRUTH;
  switch (tree.kind(inner)) {
    case NodeKind.DottedName: {
      const parts = tree.namedChildren(inner);
      if (parts.length !== 1) return constantTruth(subject, evaluateQuietly(ctx, inner));
      if (tree.textOf(inner) !== "_") bindName(ctx, parts[0], subject);
      return ALWAYS;
    }
    case NodeKind.Integer:
    case NodeKind.String:
      return constantTruth(subject, evaluateQuietly(ctx, inner));
    case NodeKind.UnionPattern:
      return tree
        .namedChildren(inner)
        .map((each) => patternTruth(ctx, each, subject))
        .reduce(either);
    case NodeKind.TuplePattern:
    case NodeKind.ListPattern:
      return sequenceTruth(ctx, tree.namedChildren(inner), subject);
    default:
      return UNKNOWN_TRUTH;
  }
}

/** A sequence is taken where its length is that of the pattern and every part of it is taken. */
function sequenceTruth(ctx: Context, patterns: readonly NodeIndex[], subject: Value): Truth {
  if (subject.tag !== "version" || subject.shape.kind !== "tuple") return UNKNOWN_TRUTH;
  const { length } = subject.shape;
  const isStarred = patterns.some((pattern) => ctx.tree.textOf(pattern).startsWith("*"));
  if (isStarred) return UNKNOWN_TRUTH;
  if (patterns.length !== length) return negate(ALWAYS);
  return patterns
    .map((pattern, index) => {
      const shape: VersionShape = { kind: "part", index };
      return patternTruth(ctx, pattern, { tag: "version", shape });
    })
    .reduce(both, ALWAYS);
}

function constantTruth(subject: Value, value: Value): Truth {
  const constant = versionConstant(value);
  if (subject.tag !== "version" || constant === undefined) return UNKNOWN_TRUTH;
  return compareVersion(subject.shape, "==", constant);
}

function evaluateQuietly(ctx: Context, node: NodeIndex): Value {
  ctx.lazy++;
  const value = evaluate(ctx, node);
  ctx.lazy--;
  return value;
}
