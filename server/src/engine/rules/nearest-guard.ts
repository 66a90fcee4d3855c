import type { VersionTest } from "../evaluation/context";
import type { OffsetRange } from "../findings";
import { isInformative } from "../guard/truth";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { type MinorSet, NO_MINORS } from "../version";
import type { Judgement, RuleInput } from "./rule";

/** A stretch of code that runs only where a test came out one way, and the Pythons on which it can. */
interface Governed extends OffsetRange {
  readonly test: OffsetRange;
  readonly lets: MinorSet;
}

/**
 * Tells for each finding which version test around it is the nearest that lets in the very Pythons that fail: a guard
 * that is a release short, or one that looks the wrong way. Tests before it count where code that they turn away leaves,
 * and so do names that hold the answer of a test (`if PY38:`).
 */
export function pointAtGuards(judgements: readonly Judgement[], input: RuleInput): Judgement[] {
  const governed = listGoverned(input.tree, input.tests);
  return judgements.map((judgement) => {
    if (judgement.failing === NO_MINORS) return judgement;
    const tested = governed.findLast((each) => isOver(each, judgement));
    const named = namedGuard(judgement, input);
    const nearest = (named?.test.start ?? -1) > (tested?.test.start ?? -1) ? named : tested;
    return nearest
      ? { ...judgement, guard: { start: nearest.test.start, end: nearest.test.end } }
      : judgement;
  });
}

function isOver({ start, end, lets }: Governed, judgement: Judgement): boolean {
  return start <= judgement.start && judgement.end <= end && (judgement.failing & ~lets) === NO_MINORS;
}

/** What each test governs, in the order of the tests. */
function listGoverned(tree: SyntaxTree, tests: readonly VersionTest[]): Governed[] {
  return tests.flatMap((test) => governedBy(tree, test));
}

/** Follows a test outwards through the condition that it is a part of, to what depends on that. */
function governedBy(tree: SyntaxTree, test: VersionTest): Governed[] {
  const found: Governed[] = [];
  /** The minors on which the present part of the condition can be true, and false, as far as the test decides it. */
  let yes: MinorSet | undefined = test.truth.yes;
  let no: MinorSet | undefined = test.truth.no;
  const govern = (lets: MinorSet | undefined, start: number, end: number): void => {
    if (lets !== undefined && start < end) found.push({ test, lets, start, end });
  };
  let node = tree.innermost(test.start, test.end);
  for (let parent = tree.parent(node); parent > 0; node = parent, parent = tree.parent(node)) {
    switch (tree.kind(parent)) {
      case NodeKind.ParenthesizedExpression:
        break;
      case NodeKind.NotOperator:
        [yes, no] = [no, yes];
        break;
      case NodeKind.BooleanOperator: {
        const isAnd = tree.childOfKind(parent, NodeKind.TokenAnd) !== NO_NODE;
        govern(isAnd ? yes : no, tree.end(node), tree.end(parent));
        if (isAnd) no = undefined;
        else yes = undefined;
        break;
      }
      case NodeKind.ConditionalExpression: {
        const [value, condition] = tree.namedChildren(parent);
        if (condition !== node) return found;
        govern(yes, tree.start(value), tree.end(value));
        govern(no, tree.end(condition), tree.end(parent));
        return found;
      }
      case NodeKind.AssertStatement:
        if (tree.firstNamedChild(parent) === node)
          govern(yes, tree.end(parent), tree.end(tree.parent(parent)));
        return found;
      case NodeKind.IfStatement:
      case NodeKind.ElifClause:
      case NodeKind.WhileStatement:
        if (tree.field(node) === Field.Condition) governClause({ tree, clause: parent, yes, no, govern });
        return found;
      default:
        return found;
    }
  }
  return found;
}

interface Clause {
  readonly tree: SyntaxTree;
  readonly clause: NodeIndex;
  readonly yes: MinorSet | undefined;
  readonly no: MinorSet | undefined;
  govern(lets: MinorSet | undefined, start: number, end: number): void;
}

/** The branch itself, the branches after it, and the code behind them where the branch leaves. */
function governClause({ tree, clause, yes, no, govern }: Clause): void {
  const isLoop = tree.kind(clause) === NodeKind.WhileStatement;
  const body = tree.child(clause, isLoop ? Field.Body : Field.Consequence);
  if (body === NO_NODE) return;
  govern(yes, tree.start(body), tree.end(body));
  if (isLoop) return;
  const isFirst = tree.kind(clause) === NodeKind.IfStatement;
  const owner = isFirst ? clause : tree.parent(clause);
  govern(no, tree.end(body), tree.end(owner));
  if (isFirst && leaves(tree, body)) govern(no, tree.end(owner), tree.end(tree.parent(owner)));
}

const LEAVING = new Set([
  NodeKind.ReturnStatement,
  NodeKind.RaiseStatement,
  NodeKind.BreakStatement,
  NodeKind.ContinueStatement,
]);

function leaves(tree: SyntaxTree, block: NodeIndex): boolean {
  const last = tree.namedChildren(block).findLast((node) => tree.kind(node) !== NodeKind.Comment);
  if (last === undefined) return false;
  return LEAVING.has(tree.kind(last)) || /^(?:sys\.)?exit\(/.test(tree.textOf(last));
}

const BRANCHES = new Set([NodeKind.IfStatement, NodeKind.ElifClause, NodeKind.ElseClause]);

/** The nearest branch around a place whose condition is a name that holds the answer of a test. */
function namedGuard(judgement: Judgement, { tree, subject }: RuleInput): Governed | undefined {
  const { start, end } = judgement;
  for (let node = tree.innermost(start, end); node > 0; node = tree.parent(node)) {
    const parent = tree.parent(node);
    // Code can be nested deeply, and every finding in it climbs out of it.
    if (!BRANCHES.has(tree.kind(parent))) continue;
    for (const { condition, taken } of conditionsOf(tree, parent, node)) {
      const value = subject.valueAt(condition);
      if (value.tag !== "test" || !isInformative(value.truth)) continue;
      const lets = taken ? value.truth.yes : value.truth.no;
      const test = { start: tree.start(condition), end: tree.end(condition) };
      const governed = { test, lets, start, end };
      if (isOver(governed, judgement)) return governed;
    }
  }
  return undefined;
}

function isName(tree: SyntaxTree, node: NodeIndex): boolean {
  return (
    node !== NO_NODE && (tree.kind(node) === NodeKind.Identifier || tree.kind(node) === NodeKind.Attribute)
  );
}

/** Conditions that are bare names and decide whether a child of a node is reached, the nearest first. */
function conditionsOf(
  tree: SyntaxTree,
  parent: NodeIndex,
  child: NodeIndex,
): { readonly condition: NodeIndex; readonly taken: boolean }[] {
  switch (tree.kind(parent)) {
    case NodeKind.IfStatement:
    case NodeKind.ElifClause: {
      const condition = tree.child(parent, Field.Condition);
      return tree.field(child) === Field.Consequence && isName(tree, condition)
        ? [{ condition, taken: true }]
        : [];
    }
    case NodeKind.ElseClause: {
      const owner = tree.parent(parent);
      if (tree.kind(owner) !== NodeKind.IfStatement) return [];
      const clauses = [owner, ...tree.namedChildren(owner)].reverse();
      return clauses
        .filter((clause) => clause === owner || tree.kind(clause) === NodeKind.ElifClause)
        .map((clause) => tree.child(clause, Field.Condition))
        .filter((condition) => isName(tree, condition))
        .map((condition) => ({ condition, taken: false }));
    }
    default:
      return [];
  }
}
