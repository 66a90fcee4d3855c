import { Field, NodeKind } from "../syntax/node-kind";
import { isNamed, NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { typeAliasName } from "../binding/bound-names";
import { NO_MINORS } from "../version";
import { walkAnnotation } from "./annotations";
import { bindTarget, spread } from "./assignment";
import { branch, join } from "./branches";
import { truthOf } from "./conditions";
import { narrowingsOf } from "./narrowing";
import type { Context } from "./context";
import { walkWith } from "./context-managers";
import { walkClass, walkFunction } from "./definitions";
import { evaluate, evaluateChildren } from "./expressions";
import { type Branch, NOTHING } from "./flow";
import { walkImport } from "./imports";
import { walkFor, walkWhile } from "./loops";
import { walkMatch } from "./matching";
import { resolveMember } from "./members";
import { bindName } from "./names";
import { walkTry } from "./protection";
import { UNKNOWN } from "./values";

/** Walks the statements of a block in order. */
export function walkBlock(ctx: Context, block: NodeIndex): void {
  if (block === NO_NODE) return;
  const { tree } = ctx;
  for (let child = tree.firstChild(block); child !== NO_NODE; child = tree.nextSibling(child)) {
    if (isNamed(tree.kind(child)) || tree.kind(child) === NodeKind.Error) walkStatement(ctx, child);
  }
}

/** Walks one statement: tells of its usages, binds its names, and leaves in `ctx.reach` where the next one is reached. */
export function walkStatement(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  switch (tree.kind(node)) {
    case NodeKind.ExpressionStatement:
      return walkExpressionStatement(ctx, node);
    case NodeKind.ImportStatement:
    case NodeKind.ImportFromStatement:
    case NodeKind.FutureImportStatement:
      return walkImport(ctx, node);
    case NodeKind.FunctionDefinition:
      return walkFunction(ctx, node);
    case NodeKind.ClassDefinition:
      return walkClass(ctx, node);
    case NodeKind.DecoratedDefinition:
      return walkStatement(ctx, tree.child(node, Field.Definition));
    case NodeKind.IfStatement:
      return walkIf(ctx, node);
    case NodeKind.ForStatement:
      return walkFor(ctx, node);
    case NodeKind.WhileStatement:
      return walkWhile(ctx, node);
    case NodeKind.TryStatement:
      return walkTry(ctx, node);
    case NodeKind.WithStatement:
      return walkWith(ctx, node);
    case NodeKind.MatchStatement:
      return walkMatch(ctx, node);
    case NodeKind.ReturnStatement:
    case NodeKind.RaiseStatement:
      evaluateChildren(ctx, node);
      if (tree.kind(node) === NodeKind.RaiseStatement) ctx.raised |= ctx.reach;
      ctx.reach = NO_MINORS;
      return;
    case NodeKind.BreakStatement:
      ctx.breaks |= ctx.reach;
      ctx.reach = NO_MINORS;
      return;
    case NodeKind.ContinueStatement:
      ctx.reach = NO_MINORS;
      return;
    case NodeKind.AssertStatement:
      return walkAssert(ctx, node);
    case NodeKind.DeleteStatement:
      return walkDelete(ctx, tree.firstNamedChild(node));
    case NodeKind.TypeAliasStatement:
      return walkTypeAlias(ctx, node);
    case NodeKind.GlobalStatement:
    case NodeKind.NonlocalStatement:
    case NodeKind.PassStatement:
    case NodeKind.Comment:
      return;
    case NodeKind.Error:
      return walkBlock(ctx, node);
    default:
      evaluate(ctx, node);
  }
}

function walkExpressionStatement(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.nextSibling(child)) {
    const kind = tree.kind(child);
    if (isAssignment(kind)) walkAssignment(ctx, child);
    else if (isNamed(kind)) evaluate(ctx, child);
  }
}

function walkAssignment(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  // The annotation of a local variable is never evaluated.
  const inFunction = ctx.scope.kind === "function";
  walkAnnotation(ctx, tree.child(node, Field.Type), !inFunction);
  if (tree.child(node, Field.Right) === NO_NODE && tree.kind(node) === NodeKind.Assignment) {
    // `name: Type` binds nothing, but tells what the name will be.
    bindTarget(ctx, node, (name, value) => value.tag !== "unknown" && bindName(ctx, name, value));
    return;
  }
  bindTarget(ctx, node, (name, value) => bindName(ctx, name, value));
  // `a = sys.b = c` is an assignment whose right side is one.
  for (
    let each = node;
    each !== NO_NODE && isAssignment(tree.kind(each));
    each = tree.child(each, Field.Right)
  ) {
    notePatch(ctx, tree.child(each, Field.Left));
  }
}

function isAssignment(kind: NodeKind): boolean {
  return kind === NodeKind.Assignment || kind === NodeKind.AugmentedAssignment;
}

/** `type X = ...` evaluates nothing until somebody asks; what only looks like it is an ordinary assignment. */
function walkTypeAlias(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  const declares = typeAliasName(tree, node) !== NO_NODE;
  if (!declares) evaluate(ctx, tree.child(node, Field.Left));
  walkAnnotation(ctx, tree.child(node, Field.Right), !declares);
}

/** `asyncio.run = ...` makes the name exist whatever the Python. */
function notePatch(ctx: Context, target: NodeIndex): void {
  const { tree } = ctx;
  if (target === NO_NODE || tree.kind(target) !== NodeKind.Attribute) return;
  ctx.lazy++;
  const object = evaluate(ctx, tree.child(target, Field.Object));
  const name = tree.textOf(tree.child(target, Field.Attribute));
  const entry = object.tag === "symbol" ? resolveMember(ctx, object, name).entry : undefined;
  if (entry) ctx.patched.add(entry.id);
  ctx.lazy--;
}

/**
 * Walks `if`, every `elif` and `else`. Each clause is reached where none before it was taken; what the tests that failed
 * tell of names holds from there on.
 */
function walkIf(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  const reached = ctx.reach;
  const flow = ctx.flowOf(ctx.scope);
  const mark = flow?.mark() ?? 0;
  const taken: Branch[] = [];
  walkClause(ctx, node, taken);
  for (const clause of tree.namedChildren(node)) {
    if (tree.kind(clause) === NodeKind.ElifClause) walkClause(ctx, clause, taken);
    else if (tree.kind(clause) === NodeKind.ElseClause) walkBlock(ctx, tree.child(clause, Field.Body));
  }
  const rest: Branch = { after: ctx.reach, changed: flow?.rollback(mark) ?? NOTHING };
  ctx.reach = reached;
  join(ctx, [...taken, rest]);
}

/** Walks one tested clause; goes on with where its test fails. */
function walkClause(ctx: Context, clause: NodeIndex, taken: Branch[]): void {
  const { tree } = ctx;
  const condition = tree.child(clause, Field.Condition);
  const truth = truthOf(evaluate(ctx, condition));
  const reached = ctx.reach;
  taken.push(
    branch(ctx, reached & truth.yes, narrowingsOf(ctx, condition, true), () =>
      walkBlock(ctx, tree.child(clause, Field.Consequence)),
    ),
  );
  const flow = ctx.flowOf(ctx.scope);
  for (const [name, value] of narrowingsOf(ctx, condition, false)) flow?.set(name, value);
  ctx.reach = reached & truth.no;
}

function walkAssert(ctx: Context, node: NodeIndex): void {
  const [condition, message] = ctx.tree.namedChildren(node);
  if (condition === undefined) return;
  const truth = truthOf(evaluate(ctx, condition));
  const reached = ctx.reach;
  ctx.reach = reached & truth.no;
  if (message !== undefined) evaluate(ctx, message);
  ctx.reach = reached & truth.yes;
  const flow = ctx.flowOf(ctx.scope);
  for (const [name, value] of narrowingsOf(ctx, condition, true)) flow?.set(name, value);
}

function walkDelete(ctx: Context, target: NodeIndex): void {
  spread(ctx, target, UNKNOWN, (name) => {
    ctx.bound.set(name, UNKNOWN);
    ctx.flowOf(ctx.scope)?.delete(ctx.tree.textOf(name));
  });
}
