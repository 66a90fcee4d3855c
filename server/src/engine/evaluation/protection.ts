import { Field, NodeKind } from "../syntax/node-kind";
import { isNamed, NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import { branch, join } from "./branches";
import { pathOf } from "./calls";
import { type Context, type Forgiveness, NO_FORGIVENESS } from "./context";
import { evaluate } from "./expressions";
import type { Branch } from "./flow";
import { bindTarget } from "./assignment";
import { foreignNames, importsLibraryOnly, importsNothingBut, looksUpOnly } from "./fallbacks";
import { resolveMember } from "./members";
import { bindName } from "./names";
import { walkBlock, walkStatement } from "./statements";
import { useCaught, useEntered } from "./statement-triggers";
import { membersOf, type Value } from "./values";

/** What catching an exception provides for. */
const FORGIVEN_BY: Readonly<Record<string, Partial<Forgiveness>>> = {
  ImportError: { modules: ALL_MINORS, imports: ALL_MINORS },
  // A name that a module lacks raises ImportError itself.
  ModuleNotFoundError: { modules: ALL_MINORS },
  AttributeError: { attributes: ALL_MINORS },
  NameError: { names: ALL_MINORS },
  TypeError: { calls: ALL_MINORS },
  ValueError: { values: ALL_MINORS },
  LookupError: { values: ALL_MINORS },
  "re.error": { values: ALL_MINORS },
  "re.PatternError": { values: ALL_MINORS },
  "struct.error": { values: ALL_MINORS },
  "shutil.Error": { values: ALL_MINORS },
  "tarfile.CompressionError": { values: ALL_MINORS },
  Exception: {
    modules: ALL_MINORS,
    imports: ALL_MINORS,
    attributes: ALL_MINORS,
    names: ALL_MINORS,
    calls: ALL_MINORS,
    values: ALL_MINORS,
  },
};
const FORGIVING_ALL = new Set(["Exception", "BaseException", "StandardError"]);

/** Context managers that swallow the exceptions that they are given. */
const SWALLOWS = new Set(["contextlib.suppress", "pytest.raises", "unittest.TestCase.assertRaises"]);

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
  const isOfImports = caught.length > 0 && caught.every((name) => IMPORT_ERRORS.has(name));
  return isOfImports && importsLibraryOnly(ctx, body) ? (ALL_MINORS & ~proven) | raised : ALL_MINORS;
}

const IMPORT_ERRORS = new Set(["ImportError", "ModuleNotFoundError"]);

/** Walks `with`: some context managers swallow exceptions. */
export function walkWith(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  let { forgiveness } = ctx;
  const clause = tree.childOfKind(node, NodeKind.WithClause);
  for (const item of clause === NO_NODE ? [] : tree.namedChildren(clause)) {
    const value = tree.child(item, Field.Value);
    if (value === NO_NODE) continue;
    if (tree.kind(value) === NodeKind.AsPattern) {
      const manager = bindTarget(ctx, value, (name, bound) => bindName(ctx, name, bound));
      useContextManager(ctx, node, tree.firstNamedChild(value), manager);
    } else useContextManager(ctx, node, value, evaluate(ctx, value));
    forgiveness = sumOf(forgiveness, swallowedBy(ctx, value));
  }
  ctx.forgiving(forgiveness, () => walkBlock(ctx, tree.child(node, Field.Body)));
}

/** Objects that can stand in a `with` only since some release. */
function useContextManager(ctx: Context, statement: NodeIndex, expression: NodeIndex, manager: Value): void {
  const { tree } = ctx;
  const asynchronous = tree.childOfKind(statement, NodeKind.TokenAsync) !== NO_NODE;
  const name = asynchronous ? "__aenter__" : "__enter__";
  ctx.implied.add(name);
  const { entry, forgiven } = resolveMember(ctx, manager, name);
  if (tree.kind(expression) === NodeKind.Call) useEntered(ctx, expression);
  if (manager.tag === "symbol" || !entry || entry.available === ALL_MINORS) return;
  ctx.use(entry, "attribute", tree.start(expression), tree.end(expression), forgiven);
}

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

function caughtBy(ctx: Context, handler: NodeIndex): Forgiveness {
  return forgivenessOf(caughtNames(ctx, handler));
}

/** The names of what a handler catches, as far as they are known. */
function caughtNames(ctx: Context, handler: NodeIndex): string[] {
  const { tree } = ctx;
  const values = tree.namedChildren(handler).filter((child) => tree.kind(child) !== NodeKind.Block);
  return values.length === 0 ? ["Exception"] : values.flatMap((value) => exceptionNames(ctx, value));
}

function swallowedBy(ctx: Context, item: NodeIndex): Forgiveness {
  const { tree } = ctx;
  const call = tree.kind(item) === NodeKind.AsPattern ? tree.firstNamedChild(item) : item;
  if (call === NO_NODE || tree.kind(call) !== NodeKind.Call) return NO_FORGIVENESS;
  ctx.lazy++;
  const path = pathOf(evaluate(ctx, tree.child(call, Field.Function)));
  const names = SWALLOWS.has(path)
    ? tree
        .namedChildren(tree.child(call, Field.Arguments))
        .flatMap((argument) => exceptionNames(ctx, argument))
    : [];
  ctx.lazy--;
  return forgivenessOf(names);
}

/** The names of the exceptions that an expression after `except` catches. */
function exceptionNames(ctx: Context, node: NodeIndex): string[] {
  const { tree } = ctx;
  const expression = tree.kind(node) === NodeKind.AsPattern ? tree.firstNamedChild(node) : node;
  ctx.lazy++;
  const value = evaluate(ctx, expression);
  ctx.lazy--;
  return namesOf(value);
}

function namesOf(value: Value): string[] {
  if (value.tag === "tuple") return value.items.flatMap(namesOf);
  return membersOf(value).flatMap((member) =>
    member.tag === "symbol" ? [member.entry.id.replace(/^builtins\./, "")] : [],
  );
}

function forgivenessOf(names: readonly string[]): Forgiveness {
  return names.reduce((sum, name) => {
    const key = FORGIVING_ALL.has(name) ? "Exception" : name;
    return sumOf(sum, { ...NO_FORGIVENESS, ...FORGIVEN_BY[key] });
  }, NO_FORGIVENESS);
}

function sumOf(left: Forgiveness, right: Forgiveness): Forgiveness {
  return {
    modules: left.modules | right.modules,
    imports: left.imports | right.imports,
    attributes: left.attributes | right.attributes,
    names: left.names | right.names,
    calls: left.calls | right.calls,
    values: left.values | right.values,
  };
}
