import { parameterName } from "../binding/bound-names";
import type { Scope } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import { valueOfParameter, walkAnnotation } from "./annotations";
import { pathOf } from "./calls";
import { useClassKeywords } from "./class-keywords";
import { inScope } from "./comprehensions";
import type { Context, DeferredBody } from "./context";
import { decoratorsOf } from "./decorators";
import { evaluate } from "./expressions";
import { Flow } from "./flow";
import { basesOf } from "./base-classes";
import { resolveMember } from "./members";
import { bindName, valueOfDefinition } from "./names";
import { walkBlock } from "./statements";
import { skippedByMarks, skippedBySetUp } from "./test-marks";
import { lastNameOf, useNameTrigger } from "./triggers";
import { isClass } from "./types";
import type { ClassValue, Value } from "./values";

/** Decorators that skip without being called. */
const SKIPPING = new Set(["pytest.mark.skip", "unittest.skip"]);

/** Walks what runs of a function when it is defined; its body waits until the code around it was seen. */
export function walkFunction(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  const skipped = walkDecorators(ctx, node);
  const parameters = tree.child(node, Field.Parameters);
  for (const parameter of parameters === NO_NODE ? [] : tree.namedChildren(parameters)) {
    evaluate(ctx, tree.child(parameter, Field.Value));
    walkAnnotation(ctx, tree.child(parameter, Field.Type), true);
  }
  walkAnnotation(ctx, tree.child(node, Field.ReturnType), true);
  bindDefinition(ctx, node);
  const scope = ctx.scopes.byNode.get(node);
  if (!scope) return;
  const marked = skippedByMarks(ctx, scope) | skippedBySetUp(ctx, scope);
  const reach = ctx.reach & visitedOn(ctx, scope) & ~(skipped | marked | ctx.skipped);
  ctx.deferred.push({ node, scope, reach });
}

/**
 * The minors on which a method may be called that is named after a node of syntax trees: `visit_Match` is for Pythons that
 * make such nodes. See https://docs.python.org/3/library/ast.html#ast.NodeVisitor.visit.
 */
function visitedOn(ctx: Context, { node, parent }: Scope): MinorSet {
  const name = parent?.kind === "class" ? ctx.tree.child(node, Field.Name) : NO_NODE;
  const match = name === NO_NODE ? null : /^[a-z_]+_([A-Z]\w*)$/.exec(ctx.tree.textOf(name));
  const entry = match ? ctx.catalogue.lookup(`ast.${match[1]}`) : undefined;
  return entry && isClass(entry) ? entry.available : ALL_MINORS;
}

/** Walks a class: its bases and keywords, then its body, which runs right away. */
export function walkClass(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  const skipped = walkDecorators(ctx, node);
  const superclasses = tree.child(node, Field.Superclasses);
  for (const argument of superclasses === NO_NODE ? [] : tree.namedChildren(superclasses))
    evaluate(ctx, argument);
  const scope = ctx.scopes.byNode.get(node);
  if (!scope) return;
  if (superclasses !== NO_NODE) useClassKeywords(ctx, scope, superclasses);
  const { skipped: before } = ctx;
  // The body of a class runs all the same; its methods are what is skipped.
  ctx.skipped |= skipped;
  useHooks(ctx, node);
  inScope(ctx, scope, () => walkBlock(ctx, tree.child(node, Field.Body)));
  ctx.skipped = before;
  bindDefinition(ctx, node);
}

/** Walks a function body that waited. */
export function walkDeferredBody(ctx: Context, body: DeferredBody): void {
  const { tree } = ctx;
  const { scope, node } = body;
  ctx.frames = [{ scope, flow: new Flow() }];
  ctx.scope = scope;
  ctx.reach = body.reach;
  ctx.skipped = NO_MINORS;
  ctx.breaks = NO_MINORS;
  const parameters = tree.child(node, Field.Parameters);
  for (const parameter of parameters === NO_NODE ? [] : tree.namedChildren(parameters)) {
    const name = parameterName(tree, parameter);
    if (name !== NO_NODE) bindName(ctx, name, valueOfParameter(ctx, scope, parameter), parameter);
  }
  walkBlock(ctx, tree.child(node, Field.Body));
}

function bindDefinition(ctx: Context, node: NodeIndex): void {
  const name = ctx.tree.child(node, Field.Name);
  if (name !== NO_NODE) bindName(ctx, name, valueOfDefinition(ctx, node), node);
}

/** Evaluates decorators; gives the minors on which they take the definition out of use. */
function walkDecorators(ctx: Context, node: NodeIndex): MinorSet {
  const { tree } = ctx;
  let skipped: MinorSet = 0;
  for (const expression of decoratorsOf(tree, node).expressions) {
    const decorator = evaluate(ctx, expression);
    if (decorator.tag === "skip") skipped |= decorator.on;
    else if (SKIPPING.has(pathOf(decorator))) skipped = ALL_MINORS;
    if (decorator.tag === "symbol")
      useNameTrigger(ctx, decorator.entry, "decorator", lastNameOf(ctx, expression));
  }
  return skipped;
}

/** Names in a class body that the base class looks for since some release. */
function useHooks(ctx: Context, node: NodeIndex): void {
  const { tree } = ctx;
  const scope = ctx.scopes.byNode.get(node);
  if (!scope || ctx.lazy > 0) return;
  const bases = basesWithObject(ctx, { tag: "class", scope });
  for (const [name, nodes] of scope.bindings) {
    const entry = hookOf(ctx, bases, name);
    if (!entry) continue;
    const [first] = nodes;
    const named = tree.child(first, Field.Name);
    const at = tree.kind(first) === NodeKind.Identifier || named === NO_NODE ? first : named;
    const place = { start: tree.start(at), end: tree.end(at) };
    ctx.use(entry, "definition", place.start, place.end);
    if (at === first) useNameTrigger(ctx, entry, "defines", place);
  }
}

/** The bases of a class, and what every class inherits from where all of them are known. */
function basesWithObject(ctx: Context, of: ClassValue): readonly Value[] {
  const bases = basesOf(ctx, of);
  const known = bases.every((base) => base.tag === "class" || (base.tag === "symbol" && isClass(base.entry)));
  const object = known ? ctx.catalogue.lookup("builtins.object") : undefined;
  return object ? [...bases, { tag: "symbol", entry: object }] : bases;
}

function hookOf(ctx: Context, bases: readonly Value[], name: string) {
  for (const base of bases) {
    const entry = base.tag === "symbol" ? resolveMember(ctx, base, name).entry : undefined;
    if (entry) return entry.hook ? entry : undefined;
  }
  return undefined;
}
