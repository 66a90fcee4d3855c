import type { Scope } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { enclosingBinder, valueOfAttributeSite } from "./assignment";
import type { Context } from "./context";
import { scopeAt } from "./functions";
import { BranchedResults } from "./lazy-results";
import { boundValue } from "./names";
import { sameAnswer } from "./same-answer";
import { union, UNKNOWN, type Value, withoutConstants } from "./values";

/** What a circle goes through: a name or, with a dot, an attribute of a scope, or `()` for what a function gives. */
export interface CircleKey {
  readonly scope: Scope;
  readonly name: string;
}

/** After so many turns a value that still grows is taken for unknown. */
const MOST_TURNS = 4;
/** A name that is bound from itself more often is not followed. */
const MOST_BINDINGS = 8;

/** What an assignment or another binder makes of its target, when that is read in it: `text = text.strip()`, `n += 1`. */
export function isSelfReferring(tree: SyntaxTree, identifier: NodeIndex): boolean {
  const binder = enclosingBinder(tree, identifier);
  if (binder === NO_NODE) return false;
  if (tree.kind(binder) === NodeKind.AugmentedAssignment) return true;
  const isNamed = tree.kind(binder) === NodeKind.NamedExpression;
  const source = tree.child(binder, isNamed ? Field.Value : Field.Right);
  return source !== NO_NODE && mentions(tree, source, tree.textOf(identifier), (at) => isVariable(tree, at));
}

/** Tells whether `self.place = self.place.parent` reads the attribute that it binds. */
export function isSelfReferringSite(tree: SyntaxTree, attribute: NodeIndex): boolean {
  const source = tree.child(tree.parent(attribute), Field.Right);
  const name = tree.child(attribute, Field.Attribute);
  return (
    source !== NO_NODE &&
    name !== NO_NODE &&
    mentions(tree, source, tree.textOf(name), (at) => !isVariable(tree, at))
  );
}

/** Tells whether code mentions a function by its name, or a method by `self.name`. */
export function mentionsFunction(tree: SyntaxTree, node: NodeIndex, { node: own, parent }: Scope): boolean {
  const name = tree.child(own, Field.Name);
  if (name === NO_NODE) return false;
  return mentions(tree, node, tree.textOf(name), (at) => {
    if (parent?.kind !== "class") return isVariable(tree, at);
    const object = tree.child(tree.parent(at), Field.Object);
    return object !== NO_NODE && object !== at && /^(?:self|cls)$/.test(tree.textOf(object));
  });
}

function mentions(
  tree: SyntaxTree,
  node: NodeIndex,
  name: string,
  counts: (identifier: NodeIndex) => boolean,
): boolean {
  const last = tree.lastInside(node);
  for (let at = node; at <= last; at++)
    if (tree.kind(at) === NodeKind.Identifier && tree.textOf(at) === name && counts(at)) return true;
  return false;
}

function isVariable(tree: SyntaxTree, identifier: NodeIndex): boolean {
  return tree.field(identifier) !== Field.Attribute;
}

/**
 * What a binding binds that reads its own name: a value that all bindings of the name agree on, found by assuming what the
 * others bind and looking whether that comes out again. `evaluateBinding` evaluates one of them.
 */
export function selfReferringValue(
  ctx: Context,
  scope: Scope,
  node: NodeIndex,
  evaluateBinding: (node: NodeIndex) => Value,
): Value {
  const name = ctx.tree.textOf(node);
  const nodes = scope.bindings.get(name) ?? [];
  const circular = nodes.filter((each) => isSelfReferring(ctx.tree, each));
  const others = nodes.filter((each) => !circular.includes(each));
  if (circular.length > MOST_BINDINGS) return UNKNOWN;
  const start = union(others.map((each) => boundValue(ctx, scope, each)));
  const key = { scope, name };
  const step = (): Value => union(circular.map(evaluateBinding));
  const agreed = agreedValue(ctx, key, start, step);
  return agreed.tag === "unknown" ? UNKNOWN : assuming(ctx, key, agreed, () => evaluateBinding(node));
}

/** As `selfReferringValue` for `self.place = self.place.parent`, given the attribute; `evaluateSite` evaluates one such. */
export function selfReferringSite(
  ctx: Context,
  site: NodeIndex,
  evaluateSite: (ctx: Context, site: NodeIndex) => Value,
): Value {
  const { tree } = ctx;
  const name = tree.textOf(tree.child(site, Field.Attribute));
  const scope = classAround(scopeAt(ctx, site));
  const sites = scope?.selfAttributes.get(name) ?? [];
  const circular = sites.filter((each) => isSelfReferringSite(tree, each));
  if (!scope || circular.length > MOST_BINDINGS) return UNKNOWN;
  const others = sites.filter((each) => !circular.includes(each));
  const start = union(others.map((each) => valueOfAttributeSite(ctx, each)));
  const key = { scope, name: `.${name}` };
  const evaluateOne = (each: NodeIndex): Value =>
    ctx.outOfOrder(scopeAt(ctx, tree.parent(each)), () => evaluateSite(ctx, each));
  const agreed = agreedValue(ctx, key, start, () => union(circular.map(evaluateOne)));
  return agreed.tag === "unknown" ? UNKNOWN : assuming(ctx, key, agreed, () => evaluateSite(ctx, site));
}

function classAround(scope: Scope | undefined): Scope | undefined {
  let at = scope;
  while (at && at.kind !== "class") at = at.parent;
  return at;
}

/**
 * Follows a circle: from what is known without it, to a value that does not grow any more when it is assumed; unknown where
 * there is none. Of literals only the type counts, since `n + 1` is another one at each turn.
 */
export function agreedValue(ctx: Context, key: CircleKey, start: Value, step: () => Value): Value {
  let value = withoutConstants(start);
  for (let turn = 0; turn < MOST_TURNS && value.tag !== "unknown"; turn++) {
    const next = withoutConstants(union([value, assuming(ctx, key, value, step)]));
    if (sameAnswer(next, value)) return value;
    value = next;
  }
  return UNKNOWN;
}

/** What is assumed of a name, an attribute or what a function gives; `undefined` for nothing. */
export function assumedValue(ctx: Context, { scope, name }: CircleKey): Value | undefined {
  return ctx.assumed.size === 0 ? undefined : ctx.assumed.get(scope)?.get(name);
}

/** Evaluates something on an assumption; what came of it on the way is forgotten with the assumption. */
function assuming(ctx: Context, { scope, name }: CircleKey, value: Value, run: () => Value): Value {
  const known = ctx.assumed.get(scope) ?? new Map<string, Value>();
  const before = known.get(name);
  ctx.assumed.set(scope, known.set(name, value));
  const plain = ctx.lazyResults;
  const branched = (ctx.lazyResults = new BranchedResults(plain));
  try {
    return run();
  } finally {
    ctx.lazyResults = plain;
    branched.noteAsked(ctx.askedOnAssumption);
    if (before) known.set(name, before);
    else known.delete(name);
    if (known.size === 0) ctx.assumed.delete(scope);
  }
}
