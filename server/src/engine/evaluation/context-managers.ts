import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS } from "../version";
import { bindTarget } from "./assignment";
import { pathOf } from "./calls";
import { type Context, type Forgiveness, NO_FORGIVENESS } from "./context";
import { evaluate } from "./expressions";
import { exceptionNames, forgivenessOf, sumOf } from "./forgiveness";
import { resolveMember } from "./members";
import { swallowedByOwn } from "./own-managers";
import { bindName } from "./names";
import { walkBlock } from "./statements";
import { useEntered } from "./statement-triggers";
import type { Value } from "./values";

/**
 * Names of context managers that swallow the exceptions that they are given, whoever defines them: `contextlib.suppress`,
 * `pytest.raises`, and every framework's own `assertRaises…`.
 */
const SWALLOWS = /^(?:suppress|raises|assert_?raises\w*|failUnlessRaises)$/i;

/** Walks `with`: some context managers swallow exceptions. */
export function walkWith(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  let { forgiveness } = ctx;
  const reached = ctx.reach;
  let goesOn = false;
  const clause = tree.childOfKind(node, NodeKind.WithClause);
  for (const item of clause === NO_NODE ? [] : tree.namedChildren(clause)) {
    const value = tree.child(item, Field.Value);
    if (value === NO_NODE) continue;
    if (tree.kind(value) === NodeKind.AsPattern) {
      const manager = bindTarget(ctx, value, (name, bound) => bindName(ctx, name, bound));
      useContextManager(ctx, node, tree.firstNamedChild(value), manager);
    } else useContextManager(ctx, node, value, evaluate(ctx, value));
    forgiveness = sumOf(forgiveness, swallowedBy(ctx, value));
    goesOn ||= mayGoOn(ctx, value);
  }
  ctx.forgiving(forgiveness, () => walkBlock(ctx, tree.child(node, Field.Body)));
  if (goesOn) ctx.reach |= reached;
}

/** Tells whether what follows a `with` is reached even where its body returns or raises in the end. */
function mayGoOn(ctx: Context, item: NodeIndex): boolean {
  const { tree } = ctx;
  const call = tree.kind(item) === NodeKind.AsPattern ? tree.firstNamedChild(item) : item;
  if (call === NO_NODE || tree.kind(call) !== NodeKind.Call) return false;
  const callee = tree.child(call, Field.Function);
  const list = tree.child(call, Field.Arguments);
  const isGiven = list !== NO_NODE && tree.namedChildren(list).length > 0;
  return (
    isGiven &&
    swallows(
      ctx,
      callee,
      ctx.silently(() => evaluate(ctx, callee)),
    )
  );
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
  // The abstract classes are only what such objects are called: any class can have the method.
  if (ABSTRACT.test(entry.id)) return;
  ctx.use(entry, "attribute", tree.start(expression), tree.end(expression), forgiven);
}

const ABSTRACT = /^contextlib\.Abstract/;

/** What a context manager provides for in the body of its `with`. */
function swallowedBy(ctx: Context, item: NodeIndex): Forgiveness {
  const { tree } = ctx;
  const call = tree.kind(item) === NodeKind.AsPattern ? tree.firstNamedChild(item) : item;
  if (call === NO_NODE || tree.kind(call) !== NodeKind.Call) return NO_FORGIVENESS;
  const callee = tree.child(call, Field.Function);
  const value = ctx.silently(() => evaluate(ctx, callee));
  const list = tree.child(call, Field.Arguments);
  const given = list === NO_NODE ? [] : tree.namedChildren(list);
  const own = swallowedByOwn(ctx, value);
  if (own) return own;
  if (swallows(ctx, callee, value)) return forgivenessOf(given.flatMap((each) => exceptionNames(ctx, each)));
  return managesImports(ctx, callee, value, given) ? ANY_IMPORT : NO_FORGIVENESS;
}

/** Tells whether a callable's name says that it swallows the exceptions that it is given. */
export function swallows(ctx: Context, callee: NodeIndex, value: Value): boolean {
  const name = pathOf(value) || ctx.tree.textOf(callee);
  return SWALLOWS.test(name.slice(name.lastIndexOf(".") + 1));
}

/** An import finds its module wherever the context manager has it looked for. */
const ANY_IMPORT: Forgiveness = { ...NO_FORGIVENESS, modules: ALL_MINORS, imports: ALL_MINORS };

/** Frameworks whose context managers are known to leave imports alone. */
const LEAVES_IMPORTS_ALONE = /^pytest\./;

/**
 * Tells whether imports in the body of a `with` may find other modules than elsewhere: `patch.dict(sys.modules, ...)` puts
 * some in their place, and whoever writes a context manager of their own around imports may put folders on `sys.path`.
 */
function managesImports(
  ctx: Context,
  callee: NodeIndex,
  manager: Value,
  given: readonly NodeIndex[],
): boolean {
  if (PATCHES.test(ctx.tree.textOf(callee))) return given.length > 0 && isModuleTable(ctx, given[0]);
  if (manager.tag === "external") return !LEAVES_IMPORTS_ALONE.test(manager.path);
  return manager.tag !== "symbol" && manager.tag !== "method";
}

const PATCHES = /(?:^|\.)patch(?:\.\w+)?$/;

/** `sys.modules`, or its name as a text. */
function isModuleTable(ctx: Context, node: NodeIndex): boolean {
  const value = ctx.silently(() => evaluate(ctx, node));
  if (value.tag === "instance" && value.constant === "sys.modules") return true;
  return pathOf(value) === "sys.modules" || /(?:^|\.)sys\.modules$/.test(ctx.tree.textOf(node));
}
