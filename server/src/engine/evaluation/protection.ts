import { Field, NodeKind } from "../syntax/node-kind";
import { isNamed, NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import { branch, join } from "./branches";
import { type Context, type Forgiveness, NO_FORGIVENESS } from "./context";
import { evaluate } from "./expressions";
import type { Branch } from "./flow";
import { bindTarget } from "./assignment";
import {
  asksLibraryOnly,
  foreignNames,
  importsLibraryOnly,
  importsNothingBut,
  looksUpOnly,
} from "./fallbacks";
import { exceptionNames, forgivenessOf, sumOf } from "./forgiveness";
import { bindName } from "./names";
import { walkBlock, walkStatement } from "./statements";
import { useCaught, useGuarding } from "./statement-triggers";

/** Walks `try` with its handlers: what the handlers catch is provided for in the body, and only there. */
export function walkTry(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  const reached = ctx.reach;
  const clauses = tree.namedChildren(node);
  const handlers = clauses.filter((clause) => tree.kind(clause) === NodeKind.ExceptClause);
  const body = tree.child(node, Field.Body);
  const forgiveness = handlers.reduce((sum, handler) => sumOf(sum, caughtBy(ctx, handler)), ctx.forgiveness);
  const firstUsage = ctx.usages.length;
  let proven: MinorSet = ALL_MINORS;
  const { raised: around } = ctx;
  ctx.raised = NO_MINORS;
  const tried = branch(ctx, reached, [], () => {
    ctx.forgiving(forgiveness, () => walkTried(ctx, body));
    proven = provenBy(ctx, firstUsage);
    ctx.reach &= proven;
    const otherwise = clauses.find((clause) => tree.kind(clause) === NodeKind.ElseClause);
    if (otherwise !== undefined) walkBlock(ctx, tree.child(otherwise, Field.Body));
  });
  const { raised } = ctx;
  ctx.raised |= around;
  const failing = reached & failingIn(ctx, body, { handlers, firstUsage, proven, raised });
  useCaught(ctx, handlers, body);
  useGuarding(ctx, handlers, firstUsage);
  const branches: Branch[] = [tried];
  const foreign = foreignNames(ctx, body);
  for (const handler of handlers) {
    branches.push(branch(ctx, failing, [], () => walkHandler(ctx, handler, foreign)));
  }
  join(ctx, branches);
  walkFinally(ctx, clauses, reached);
}

/** Walks what is tried: a statement is reached where everything is there that those before it looked up. */
function walkTried(ctx: Context, body: NodeIndex): void {
  if (body === NO_NODE) return;
  const { tree } = ctx;
  for (
    let statement = tree.firstChild(body);
    statement !== NO_NODE;
    statement = tree.nextSibling(statement)
  ) {
    if (!isNamed(tree.kind(statement)) && tree.kind(statement) !== NodeKind.Error) continue;
    const firstUsage = ctx.usages.length;
    walkStatement(ctx, statement);
    if (SIMPLE.has(tree.kind(statement))) ctx.reach &= provenBy(ctx, firstUsage);
  }
}

/** Statements whose every part runs when they do. */
const SIMPLE = new Set([
  NodeKind.ExpressionStatement,
  NodeKind.ImportStatement,
  NodeKind.ImportFromStatement,
]);

/** The minors on which a body may go to its handlers. */
function failingIn(
  ctx: Context,
  body: NodeIndex,
  {
    handlers,
    firstUsage,
    proven,
    raised,
  }: Readonly<{
    handlers: readonly NodeIndex[];
    firstUsage: number;
    proven: MinorSet;
    raised: MinorSet;
  }>,
): MinorSet {
  if (body === NO_NODE || ctx.usages.length === firstUsage) return ALL_MINORS;
  // A body that does nothing but look things up in the library fails exactly where one of them is missing.
  if (looksUpOnly(ctx, body)) return ALL_MINORS & ~proven;
  const caught = handlers.flatMap((handler) => caughtNames(ctx, handler));
  const isOfAttributes = caught.length > 0 && caught.every((name) => name === "AttributeError");
  if (isOfAttributes && asksLibraryOnly(ctx, body)) return ALL_MINORS & ~proven;
  const isOfImports = caught.length > 0 && caught.every((name) => IMPORT_ERRORS.has(name));
  return isOfImports && importsLibraryOnly(ctx, body) ? (ALL_MINORS & ~proven) | raised : ALL_MINORS;
}

const IMPORT_ERRORS = new Set(["ImportError", "ModuleNotFoundError"]);

function walkHandler(ctx: Context, handler: NodeIndex, foreign: ReadonlySet<string>): void {
  const { tree } = ctx;
  for (const child of tree.namedChildren(handler)) {
    if (tree.kind(child) === NodeKind.Block) {
      const fallback = foreign.size > 0 && importsNothingBut(ctx, child, foreign);
      const forgiveness = fallback ? sumOf(ctx.forgiveness, forgivenessOf(["ImportError"])) : ctx.forgiveness;
      ctx.forgiving(forgiveness, () => walkBlock(ctx, child));
    } else if (tree.kind(child) === NodeKind.AsPattern) {
      bindTarget(ctx, child, (name, value) => bindName(ctx, name, value));
    } else evaluate(ctx, child);
  }
}

/** A `finally` runs however the rest ended, and changes nothing of where the code goes on. */
function walkFinally(ctx: Context, clauses: readonly NodeIndex[], reached: MinorSet): void {
  const { tree } = ctx;
  const last = clauses.find((clause) => tree.kind(clause) === NodeKind.FinallyClause);
  if (last === undefined) return;
  const after = ctx.reach;
  ctx.reach = reached;
  walkBlock(ctx, tree.childOfKind(last, NodeKind.Block));
  ctx.reach = ctx.reach === 0 ? 0 : after;
}

/** The minors on which everything that was provided for since a usage is there: the code behind it got that far. */
function provenBy(ctx: Context, firstUsage: number): MinorSet {
  let proven: MinorSet = ALL_MINORS;
  for (let index = firstUsage; index < ctx.usages.length; index++) {
    const { entryId, forgiven, kind } = ctx.usages[index];
    if (forgiven === NO_MINORS || kind === "reference") continue;
    const available = ctx.catalogue.lookup(entryId)?.available ?? ALL_MINORS;
    // Minors on which it is missing and that is provided for are the ones that go to a handler.
    proven &= available | ~forgiven;
  }
  return proven & ALL_MINORS;
}

/** What a handler provides for in the body of its `try`. */
export function caughtBy(ctx: Context, handler: NodeIndex): Forgiveness {
  if (onlyRaisesAgain(ctx, handler)) return NO_FORGIVENESS;
  const names = caughtNames(ctx, handler);
  // Whoever catches everything to raise it again, or to exit, has no Python in mind.
  const isSpecific = names.some((name) => !CATCHING_ALL.has(name));
  return forgivenessOf(!isSpecific && givesUp(ctx, handler) ? [] : names);
}

const CATCHING_ALL = new Set(["Exception", "BaseException"]);

/** Tells whether a handler does nothing but let the exception go on: `except AttributeError: raise`. */
function onlyRaisesAgain({ tree }: Context, handler: NodeIndex): boolean {
  const block = tree.childOfKind(handler, NodeKind.Block);
  const first = block === NO_NODE ? NO_NODE : tree.firstNamedChild(block);
  return (
    first !== NO_NODE &&
    tree.kind(first) === NodeKind.RaiseStatement &&
    tree.firstNamedChild(first) === NO_NODE
  );
}

/** Tells whether the last statement of a handler raises, or exits. */
function givesUp({ tree }: Context, handler: NodeIndex): boolean {
  const block = tree.childOfKind(handler, NodeKind.Block);
  const last = block === NO_NODE ? undefined : tree.namedChildren(block).at(-1);
  if (last === undefined) return false;
  if (tree.kind(last) === NodeKind.RaiseStatement) return true;
  return /^(?:sys\.exit|os\._exit|exit|quit)\(/.test(tree.textOf(last));
}

/** The names of what a handler catches, as far as they are known. */
function caughtNames(ctx: Context, handler: NodeIndex): string[] {
  const { tree } = ctx;
  const values = tree.namedChildren(handler).filter((child) => tree.kind(child) !== NodeKind.Block);
  return values.length === 0 ? ["Exception"] : values.flatMap((value) => exceptionNames(ctx, value));
}
