import { parameterName } from "../binding/bound-names";
import type { Scope } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { loopElement, spread } from "./assignment";
import { truthOf } from "./conditions";
import { narrowingsOf } from "./narrowing";
import type { Context } from "./context";
import { evaluate } from "./expressions";
import { Flow } from "./flow";
import { bindName, boundValue } from "./names";
import { instance, UNKNOWN, type Value } from "./values";
import { deriveEach } from "./version-values";

/** Evaluates a comprehension or generator expression: its clauses in order, then what it collects. */
export function evaluateComprehension(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const scope = ctx.scopes.byNode.get(node);
  if (!scope) return UNKNOWN;
  const reached = ctx.reach;
  const outer = ctx.scope;
  const iterables: Value[] = [];
  const result = inScope(ctx, scope, () => {
    for (const clause of tree.namedChildren(node)) {
      if (tree.kind(clause) === NodeKind.ForInClause) {
        iterables.push(bindLoop(ctx, clause, iterables.length === 0 ? outer : scope));
      } else if (tree.kind(clause) === NodeKind.IfClause) {
        filter(ctx, tree.firstNamedChild(clause));
      }
    }
    const [iterable] = iterables;
    return (iterable.tag === "version" && partsOfVersion(ctx, node, iterable)) || collected(ctx, node);
  });
  ctx.reach = reached;
  return result;
}

/** `str(part) for part in sys.version_info[:2]`; undefined for whatever else is done with the parts. */
function partsOfVersion(ctx: Context, node: NodeIndex, version: Value): Value | undefined {
  const { tree } = ctx;
  const body = tree.child(node, Field.Body);
  const [, clause, ...more] = tree.namedChildren(node);
  if (more.length > 0 || tree.kind(body) !== NodeKind.Call) return undefined;
  const given = tree.child(body, Field.Arguments);
  const [only, ...others] = given === NO_NODE ? [] : tree.namedChildren(given);
  const isPart = only !== undefined && tree.textOf(only) === tree.textOf(tree.child(clause, Field.Left));
  if (!isPart || others.length > 0) return undefined;
  return deriveEach(evaluate(ctx, tree.child(body, Field.Function)), version);
}

/** Evaluates a lambda's body as if it were called right now; gives the function that it is. */
export function evaluateLambda(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const scope = ctx.scopes.byNode.get(node);
  if (!scope) return UNKNOWN;
  const parameters = tree.child(node, Field.Parameters);
  const children = parameters === NO_NODE ? [] : tree.namedChildren(parameters);
  for (const parameter of children) evaluate(ctx, tree.child(parameter, Field.Value));
  const reached = ctx.reach;
  inScope(ctx, scope, () => {
    for (const parameter of children) {
      const name = parameterName(tree, parameter);
      if (name !== NO_NODE) bindName(ctx, name, boundValue(ctx, scope, parameter), parameter);
    }
    return evaluate(ctx, tree.child(node, Field.Body));
  });
  ctx.reach = reached;
  return { tag: "function", scope, receiver: undefined };
}

/** Runs code of a scope inside the code around it. */
export function inScope<T>(ctx: Context, scope: Scope, run: () => T): T {
  const outer = ctx.scope;
  ctx.frames.push({ scope, flow: new Flow() });
  ctx.scope = scope;
  const result = run();
  ctx.scope = outer;
  ctx.frames.pop();
  return result;
}

/** The first iterable is evaluated in the scope around the comprehension. */
function bindLoop(ctx: Context, clause: NodeIndex, iterableScope: Scope): Value {
  const inner = ctx.scope;
  ctx.scope = iterableScope;
  const iterable = evaluate(ctx, ctx.tree.child(clause, Field.Right));
  ctx.scope = inner;
  const element = loopElement(ctx, clause, iterable);
  spread(ctx, ctx.tree.child(clause, Field.Left), element, (name, value) => bindName(ctx, name, value));
  return iterable;
}

function filter(ctx: Context, condition: NodeIndex): void {
  const truth = truthOf(evaluate(ctx, condition));
  ctx.reach &= truth.yes;
  const flow = ctx.flowOf(ctx.scope);
  for (const [name, value] of narrowingsOf(ctx, condition, true)) flow?.set(name, value);
}

function collected(ctx: Context, node: NodeIndex): Value {
  const { tree } = ctx;
  const body = tree.child(node, Field.Body);
  if (tree.kind(node) === NodeKind.DictionaryComprehension) {
    const key = evaluate(ctx, tree.child(body, Field.Key));
    const value = evaluate(ctx, tree.child(body, Field.Value));
    return instance("builtins.dict", [key, value]);
  }
  const element = evaluate(ctx, body);
  switch (tree.kind(node)) {
    case NodeKind.ListComprehension:
      return instance("builtins.list", [element]);
    case NodeKind.SetComprehension:
      return instance("builtins.set", [element]);
    default:
      return instance("collections.abc.Generator", [element]);
  }
}
