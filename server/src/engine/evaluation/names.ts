import { moduleOf, type Scope, scopeOfName } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, NO_MINORS } from "../version";
import { valueOfParameter } from "./annotations";
import { bindTarget, enclosingBinder } from "./assignment";
import type { Context } from "./context";
import { decoratorsOf } from "./decorators";
import { hasStarRival, readImported, starExport } from "./exports";
import { isHelper } from "./helper-reads";
import { importedValue, importSource } from "./imports";
import { specialSymbol } from "./library-symbols";
import { reachInScope } from "./reachability";
import { assumedValue, isSelfReferring, selfReferringValue } from "./self-reference";
import {
  guardedUnion,
  type GuardedValue,
  instance,
  isSettledFlag,
  union,
  UNKNOWN,
  type Value,
} from "./values";

/** Evaluates a name where it is read, and tells of the entry that it refers to. */
export function evaluateName(ctx: Context, identifier: NodeIndex): Value {
  const { tree } = ctx;
  const name = tree.textOf(identifier);
  const start = tree.start(identifier);
  const end = tree.end(identifier);
  const own = lookupOwnName(ctx, name);
  if (own !== undefined) {
    if (own.tag === "symbol") ctx.use(own.entry, "reference", start, end);
    else if (own.tag === "function" && ctx.lazy === 0 && isHelper(own.scope, name))
      ctx.helperReads.push({ name, start, end, reach: ctx.reach });
    return isFlag(own) && !isSettledFlag(name) ? instance("builtins.bool") : own;
  }
  const found = lookupForeignName(ctx, name);
  if (!found) return UNKNOWN;
  if (found.value.tag !== "symbol") return found.value;
  const { entry } = found.value;
  if (found.isOwn) ctx.use(entry, "reference", start, end);
  else ctx.use(entry, "name", start, end, found.doubtful ? ALL_MINORS : 0);
  return found.value;
}

/** Gives the value of a name at the present point without telling of a usage. */
export function lookupName(ctx: Context, name: string): Value {
  const own = lookupOwnName(ctx, name);
  if (own !== undefined) return own;
  return lookupForeignName(ctx, name)?.value ?? UNKNOWN;
}

/** What every binding of a name in a scope may bind, whatever the order in which they run. */
export function declaredValue(ctx: Context, scope: Scope, name: string): Value {
  const assumed = assumedValue(ctx, { scope, name });
  if (assumed) return assumed;
  const nodes = scope.bindings.get(name) ?? [];
  if (scope.kind === "module" && nodes.length > 1) return lastValue(ctx, scope, nodes);
  if (nodes.length === 1) {
    const only = boundValue(ctx, scope, nodes[0]);
    return only.tag === "union" ? union([only]) : only;
  }
  const values: Value[] = [];
  for (const node of nodes) {
    const value = boundValue(ctx, scope, node);
    if (value.tag === "unknown") return UNKNOWN;
    values.push(value);
  }
  return union(values);
}

/** What a name of the module stands for once the module was loaded: on each minor what the last binding there left. */
function lastValue(ctx: Context, module: Scope, nodes: readonly NodeIndex[]): Value {
  let parts: GuardedValue[] = [];
  for (const node of nodes) {
    const { may, must } = reachInScope(ctx, module, node);
    if (must !== NO_MINORS) {
      parts = parts.map(({ value, on }) => ({ value, on: on & ~must })).filter(({ on }) => on !== NO_MINORS);
    }
    if (may !== NO_MINORS) parts.push({ value: boundValue(ctx, module, node), on: may });
  }
  return parts.length > 0 ? guardedUnion(parts) : UNKNOWN;
}

/** What the binding at a node binds: as the walk saw it, or evaluated out of order where the walk was not there yet. */
export function boundValue(ctx: Context, scope: Scope, node: NodeIndex): Value {
  const seen = ctx.bound.get(node);
  if (seen) return readImported(ctx, seen);
  return ctx.once(ctx.lazyResults.values, node, UNKNOWN, () =>
    ctx.outOfOrder(scope, () => readImported(ctx, evaluateBinding(ctx, scope, node))),
  );
}

/** The value of a function or class definition; unknown when a decorator may have replaced it by anything. */
export function valueOfDefinition(ctx: Context, node: NodeIndex): Value {
  const scope = ctx.scopes.byNode.get(node);
  if (!scope || !decoratorsOf(ctx.tree, node).keepsDefinition) return UNKNOWN;
  return scope.kind === "class" ? { tag: "class", scope } : { tag: "function", scope, receiver: undefined };
}

/** A name that the document binds; `undefined` when it binds none that is seen from here. */
function lookupOwnName(ctx: Context, name: string): Value | undefined {
  let from: Scope | undefined = ctx.scope;
  while (from) {
    const scope: Scope | undefined = scopeOfName(from, name);
    if (!scope) return undefined;
    const flow = ctx.flowOf(scope);
    if (!flow) return declaredValue(ctx, scope, name);
    const value = flow.get(name);
    if (value !== undefined) return readImported(ctx, value);
    // In a function, a local that is not bound yet is an error; elsewhere the name is still the outer one.
    if (scope.kind !== "class" && scope.kind !== "module") return UNKNOWN;
    from = scope.parent;
  }
  return undefined;
}

/** A name that no binding of the document brings. */
interface ForeignName {
  readonly value: Value;
  /** Another file of the project has it, so that nothing about it is judged here. */
  readonly isOwn: boolean;
  /** An unknown module's star import may have replaced it. */
  readonly doubtful: boolean;
}

/** A name that a star import or the builtins bring. */
function lookupForeignName(ctx: Context, name: string): ForeignName | undefined {
  let doubtful = false;
  for (const node of ctx.scopes.starImports) {
    const source = importSource(ctx, node);
    if (source.kind === "library") {
      const entry = name.startsWith("_") ? undefined : ctx.catalogue.member(source.id, name);
      if (entry && hasStarRival(ctx, node)) return undefined;
      if (entry) return { value: specialSymbol(entry), isOwn: false, doubtful: false };
    } else if (source.kind === "own") {
      const found = starExport(ctx, source.module, name);
      if (found.value && found.value.tag !== "unknown")
        return { value: found.value, isOwn: true, doubtful: false };
      if (found.value && !found.doubtful) return { value: UNKNOWN, isOwn: true, doubtful: false };
      doubtful ||= found.doubtful;
    } else doubtful = true;
  }
  if (MODULE_TEXTS.has(name)) return { value: instance("builtins.str"), isOwn: true, doubtful };
  const entry = ctx.catalogue.member("builtins", name);
  return entry && { value: { tag: "symbol", entry }, isOwn: false, doubtful };
}

/** What every module is told of itself. */
const MODULE_TEXTS = new Set(["__file__", "__name__"]);

function evaluateBinding(ctx: Context, scope: Scope, node: NodeIndex): Value {
  const { tree } = ctx;
  switch (tree.kind(node)) {
    case NodeKind.FunctionDefinition:
    case NodeKind.ClassDefinition:
      return valueOfDefinition(ctx, node);
    case NodeKind.DottedName:
    case NodeKind.AliasedImport:
      return importedValue(ctx, node);
    default:
  }
  if (isParameter(ctx, node)) return valueOfParameter(ctx, scope, node);
  const evaluateTarget = (target: NodeIndex): Value => readImported(ctx, targetValue(ctx, target));
  return isSelfReferring(tree, node)
    ? selfReferringValue(ctx, scope, node, evaluateTarget)
    : targetValue(ctx, node);
}

/** What an assignment, a loop or another binder gives one identifier of its target. */
export function targetValue(ctx: Context, node: NodeIndex): Value {
  const binder = enclosingBinder(ctx.tree, node);
  if (binder === NO_NODE) return UNKNOWN;
  let value: Value = UNKNOWN;
  bindTarget(ctx, binder, (identifier, bound) => {
    if (identifier === node) value = bound;
  });
  return value;
}

function isParameter(ctx: Context, node: NodeIndex): boolean {
  const parent = ctx.tree.kind(ctx.tree.parent(node));
  return parent === NodeKind.Parameters || parent === NodeKind.LambdaParameters;
}

function isFlag(value: Value): boolean {
  return value.tag === "instance" && typeof value.constant === "boolean";
}

/** Binds a name at the present point: for code that follows in this scope and for scopes that look at it later. */
export function bindName(
  ctx: Context,
  identifier: NodeIndex,
  value: Value,
  at: NodeIndex = identifier,
): void {
  const name = ctx.tree.textOf(identifier);
  let scope = ctx.scope;
  if (
    ctx.tree.field(identifier) === Field.Name &&
    ctx.tree.kind(ctx.tree.parent(identifier)) === NodeKind.NamedExpression
  ) {
    while (scope.kind === "comprehension" && scope.parent) scope = scope.parent;
  }
  if (scope.globals.has(name)) scope = moduleOf(scope);
  if (ctx.lazy === 0) ctx.bound.set(at, value);
  const flow = ctx.flowOf(scope);
  const tested = ctx.testedAttributes.get(name);
  if (tested) flow?.forgetAttributes(tested, name);
  flow?.set(name, value);
}
