import { parameterName } from "../binding/bound-names";
import type { Scope } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { Flow } from "./flow";
import { homeOf } from "./module-table";
import type { CallArguments } from "./types";
import { UNKNOWN, type Value } from "./values";

/** A function of the project that is called, as a method where it has a receiver. */
export type FunctionValue = Extract<Value, { tag: "function" }>;

/**
 * What a call of a function of the project gives for just these arguments: `def at_least(*version): return
 * sys.version_info >= version`. Only functions that do nothing but return one expression are looked into, and only where
 * the call and the function fit; `undefined` otherwise.
 */
export function valueOfInlinedCall(
  asking: Context,
  { scope, receiver }: FunctionValue,
  call: CallArguments,
): Value | undefined {
  if (call.open || call.positional.length + call.keywords.size === 0) return undefined;
  const ctx = homeOf(asking, scope);
  const expression = onlyExpression(ctx, scope);
  if (expression === NO_NODE || ctx.inlining.has(scope)) return undefined;
  const flow = bindArguments(ctx, scope, receiver ? [receiver, ...call.positional] : call.positional, call);
  if (!flow) return undefined;
  ctx.inlined.add(scope);
  ctx.inlining.add(scope);
  const value = ctx.outOfOrder(scope, () => {
    ctx.frames = [{ scope, flow }];
    return evaluate(ctx, expression);
  });
  ctx.inlining.delete(scope);
  return value.tag === "unknown" ? undefined : value;
}

/** Tells whether what a function gives may depend on the arguments of the call. */
export function canBeInlined(ctx: Context, scope: Scope): boolean {
  return onlyExpression(ctx, scope) !== NO_NODE;
}

/** The expression of a function whose body is one `return`, or one behind its docstring. */
function onlyExpression({ tree }: Context, scope: Scope): NodeIndex {
  if (scope.kind === "lambda") return tree.child(scope.node, Field.Body);
  const [statement, another] = scope.returns;
  if (statement === undefined || another !== undefined || scope.yields) return NO_NODE;
  if (tree.childOfKind(scope.node, NodeKind.TokenAsync) !== NO_NODE) return NO_NODE;
  const body = tree.namedChildren(tree.child(scope.node, Field.Body));
  const isDocstring = (node: NodeIndex): boolean => tree.kind(tree.firstNamedChild(node)) === NodeKind.String;
  const fits = body.length === 1 || (body.length === 2 && isDocstring(body[0]));
  return fits && body[body.length - 1] === statement ? tree.firstNamedChild(statement) : NO_NODE;
}

/** Binds each parameter to its argument or its default; `undefined` where they do not fit, or there are none. */
function bindArguments(
  ctx: Context,
  scope: Scope,
  positional: readonly Value[],
  { keywords }: CallArguments,
): Flow | undefined {
  const { tree } = ctx;
  const list = tree.child(scope.node, Field.Parameters);
  const flow = new Flow();
  let next = 0;
  let keywordOnly = false;
  const taken = new Set<string>();
  for (const parameter of list === NO_NODE ? [] : tree.namedChildren(list)) {
    const node = parameterName(tree, parameter);
    const inner =
      tree.kind(parameter) === NodeKind.TypedParameter ? tree.firstNamedChild(parameter) : parameter;
    if (tree.kind(inner) === NodeKind.DictionarySplatPattern) return undefined;
    if (tree.kind(inner) === NodeKind.ListSplatPattern) {
      flow.set(tree.textOf(node), { tag: "tuple", items: positional.slice(next) });
      next = positional.length;
    } else if (node !== NO_NODE) {
      const name = tree.textOf(node);
      const byPosition = !keywordOnly && next < positional.length ? positional[next++] : undefined;
      const given = byPosition ?? keywords.get(name);
      flow.set(name, given ?? defaultOf(ctx, scope, parameter));
      if (!byPosition && given) taken.add(name);
    }
    const kind = tree.kind(inner);
    keywordOnly ||= kind === NodeKind.KeywordSeparator || kind === NodeKind.ListSplatPattern;
  }
  return next === positional.length && taken.size === keywords.size ? flow : undefined;
}

function defaultOf(ctx: Context, scope: Scope, parameter: NodeIndex): Value {
  const value = ctx.tree.child(parameter, Field.Value);
  return value === NO_NODE ? UNKNOWN : ctx.outOfOrder(scope.parent ?? scope, () => evaluate(ctx, value));
}
