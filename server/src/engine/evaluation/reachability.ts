import type { Scope } from "../binding/scopes";
import { ALWAYS, both, negate, type Truth, UNKNOWN_TRUTH } from "../guard/truth";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import { truthOf } from "./conditions";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { importedEntries } from "./imports";

/** On which minors code runs, as what stands around it tells. */
export interface Reach {
  /** It can run. */
  readonly may: MinorSet;
  /** It surely runs. */
  readonly must: MinorSet;
}

const EVERYWHERE: Reach = { may: ALL_MINORS, must: ALL_MINORS };

/** Tells on which minors a node of a module or function runs when that runs, without walking there. */
export function reachInScope(ctx: Context, scope: Scope, node: NodeIndex): Reach {
  const { tree } = ctx;
  let reach = EVERYWHERE;
  for (
    let at = node, parent = tree.parent(at);
    parent >= 0 && parent !== scope.node;
    at = parent, parent = tree.parent(at)
  ) {
    const step = stepReach(ctx, scope, parent, at);
    if (step !== EVERYWHERE) reach = { may: reach.may & step.may, must: reach.must & step.must };
  }
  return reach;
}

/** The minors on which no `if` before a statement of the same block has left its function. */
export function stayedBefore(ctx: Context, scope: Scope, statement: NodeIndex): MinorSet {
  const { tree } = ctx;
  let stayed: MinorSet = ALL_MINORS;
  for (const before of tree.namedChildren(tree.parent(statement))) {
    if (before >= statement) break;
    if (tree.kind(before) !== NodeKind.IfStatement) continue;
    const last = tree.namedChildren(tree.child(before, Field.Consequence)).at(-1);
    const leaves = last !== undefined && LEAVING.has(tree.kind(last));
    if (leaves) stayed &= conditionTruth(ctx, scope, tree.child(before, Field.Condition)).no;
  }
  return stayed;
}

const LEAVING: ReadonlySet<NodeKind> = new Set([NodeKind.ReturnStatement, NodeKind.RaiseStatement]);

/** What a statement does to a part of it. */
function stepReach(ctx: Context, scope: Scope, statement: NodeIndex, part: NodeIndex): Reach {
  const { tree } = ctx;
  switch (tree.kind(statement)) {
    case NodeKind.IfStatement:
      return reachOfTruth(truthOfClause(ctx, scope, statement, part));
    case NodeKind.TryStatement:
      return reachInTry(ctx, statement, part);
    case NodeKind.ForStatement:
    case NodeKind.WhileStatement:
    case NodeKind.MatchStatement:
    case NodeKind.WithStatement:
    case NodeKind.FunctionDefinition:
      return { may: ALL_MINORS, must: NO_MINORS };
    default:
      return EVERYWHERE;
  }
}

function reachOfTruth({ yes, no }: Truth): Reach {
  return { may: yes, must: yes & ~no };
}

/** The condition under which a clause of an `if` statement is taken: its own, and none of those before it. */
function truthOfClause(ctx: Context, scope: Scope, statement: NodeIndex, part: NodeIndex): Truth {
  const { tree } = ctx;
  if (tree.field(part) === Field.Condition) return ALWAYS;
  let before = conditionTruth(ctx, scope, tree.child(statement, Field.Condition));
  if (tree.field(part) === Field.Consequence) return before;
  before = negate(before);
  for (const clause of tree.namedChildren(statement)) {
    const condition =
      tree.kind(clause) === NodeKind.ElifClause ? tree.child(clause, Field.Condition) : NO_NODE;
    const own = condition === NO_NODE ? ALWAYS : conditionTruth(ctx, scope, condition);
    if (clause === part) return both(before, own);
    if (condition !== NO_NODE) before = both(before, negate(own));
  }
  return before;
}

function conditionTruth(ctx: Context, scope: Scope, condition: NodeIndex): Truth {
  if (condition === NO_NODE) return UNKNOWN_TRUTH;
  return ctx.once(ctx.lazyResults.truths, condition, UNKNOWN_TRUTH, () =>
    ctx.outOfOrder(scope, () => truthOf(evaluate(ctx, condition))),
  );
}

/** A body that begins with imports from the library goes to its handlers where one of them is missing. */
function reachInTry(ctx: Context, statement: NodeIndex, part: NodeIndex): Reach {
  const { tree } = ctx;
  const { there, isAll } = importsOfBody(ctx, tree.child(statement, Field.Body));
  switch (tree.kind(part)) {
    case NodeKind.FinallyClause:
      return EVERYWHERE;
    case NodeKind.ExceptClause:
      return isAll
        ? reachOfTruth({ yes: ALL_MINORS & ~there, no: there })
        : { may: ALL_MINORS, must: NO_MINORS };
    default:
      return { may: there, must: isAll ? there : NO_MINORS };
  }
}

/** Where everything that a body imports is there, and whether the body can fail for no other reason. */
function importsOfBody(ctx: Context, body: NodeIndex): { there: MinorSet; isAll: boolean } {
  const { tree } = ctx;
  let there: MinorSet = ALL_MINORS;
  let isAll = true;
  for (const statement of body === NO_NODE ? [] : tree.namedChildren(body)) {
    switch (tree.kind(statement)) {
      case NodeKind.ImportStatement:
      case NodeKind.ImportFromStatement: {
        const entries = importedEntries(ctx, statement);
        isAll &&= entries !== undefined;
        for (const entry of entries ?? []) there &= entry.available;
        break;
      }
      case NodeKind.ExpressionStatement:
        isAll &&= isPlainAssignment(ctx, tree.firstNamedChild(statement));
        break;
      default:
        isAll = false;
    }
  }
  return { there, isAll };
}

/** `HAS_IT = True`: nothing that can fail. */
function isPlainAssignment({ tree }: Context, node: NodeIndex): boolean {
  if (node === NO_NODE) return false;
  if (tree.kind(node) === NodeKind.String) return true;
  if (tree.kind(node) !== NodeKind.Assignment) return false;
  switch (tree.kind(tree.child(node, Field.Right))) {
    case NodeKind.True:
    case NodeKind.False:
    case NodeKind.None:
    case NodeKind.Integer:
    case NodeKind.String:
      return true;
    default:
      return false;
  }
}
