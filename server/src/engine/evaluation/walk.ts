import { type OuterBinding, renewScopes } from "../binding/renew-scopes";
import type { Scope, ScopeTable } from "../binding/scopes";
import type { Catalogue } from "../catalogue/catalogue";
import type { OffsetRange, Usage } from "../findings";
import type { EditedFunction } from "../syntax/edited-function";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { valueOfAttributeSite } from "./assignment";
import { inScope } from "./comprehensions";
import { Context, type DeferredBody, type VersionTest } from "./context";
import { walkDeferredBody } from "./definitions";
import { evaluate } from "./expressions";
import { returnValueOf, scopeAt } from "./functions";
import type { HelperRead } from "./helper-reads";
import type { ModuleTable } from "./module-table";
import { boundValue } from "./names";
import { neverReturns } from "./never-returns";
import { walkBlock } from "./statements";
import { collectSyntaxUsages } from "./syntax-usages";
import { sameAnswer, type Value } from "./values";

/** What the walk over a document found, in document order. */
export interface Walk {
  readonly usages: readonly Usage[];
  readonly tests: readonly VersionTest[];
  readonly helperReads: readonly HelperRead[];
  /** What an expression may stand for, whatever the order in which its scope's code runs; tells of no usages. */
  readonly valueAt: (node: NodeIndex) => Value;
}

/** What a walk goes over. */
export interface WalkInput {
  readonly tree: SyntaxTree;
  readonly scopes: ScopeTable;
  readonly catalogue: Catalogue;
  readonly uri: string;
  /** The other files of the project; `undefined`: none is known. */
  readonly modules: ModuleTable | undefined;
}

/** Walks a whole document in the order in which it runs and lists every use of a catalogued thing. */
export function walkDocument({ tree, scopes, catalogue, uri, modules }: WalkInput): DocumentWalk {
  return new DocumentWalk(new Context(tree, scopes, catalogue, { uri, modules }));
}

/**
 * A walk that can be kept when the body of a function is edited. The module was walked first, then each outermost function
 * with what is defined in it (a unit). What others see of a unit is evaluated out of order and depends on no walk: where
 * that is the same after an edit, every other unit and the module would be walked as before.
 */
export class DocumentWalk implements Walk {
  usages: readonly Usage[];
  tests: readonly VersionTest[];
  helperReads: readonly HelperRead[];
  private readonly units: DeferredBody[];
  /** Functions whose bodies the walk over the module looked into, so that everything may depend on them. */
  private readonly readWhileLoading = new Set<Scope>();
  /** What was asked of the inside of units from anywhere, by node; and what was asked of their results. */
  private askedValues = new Map<NodeIndex, Value>();
  private readonly askedReturns = new Map<Scope, Value>();
  private readonly askedEnds = new Map<Scope, boolean>();

  constructor(private readonly ctx: Context) {
    inScope(ctx, ctx.scopes.module, () => walkBlock(ctx, 0));
    this.units = ctx.deferred;
    this.noteReadWhileLoading();
    ctx.forgetLazyResults();
    // Functions run after the module was loaded, when every name of it has its last value.
    for (const unit of this.units) walkUnit(ctx, unit);
    this.settle();
    collectSyntaxUsages(ctx, ctx.usages);
    this.usages = ctx.usages.sort(byPosition);
    this.tests = ctx.tests.sort(byPosition);
    this.helperReads = ctx.helperReads.sort(byPosition);
  }

  readonly valueAt = (node: NodeIndex): Value => {
    const { ctx } = this;
    return ctx.outOfOrder(scopeAt(ctx, node), () => evaluate(ctx, node));
  };

  /** Gives the outermost functions that the walk came by. */
  get functions(): readonly { readonly node: NodeIndex }[] {
    return this.units;
  }

  /**
   * Takes the tree after an edit of one unit's body. False when more than that has to be walked again; the walk and its
   * scopes are of no use then.
   */
  renew(tree: SyntaxTree, edit: EditedFunction): boolean {
    const { ctx } = this;
    const [unit, another] = this.units.filter(({ node }) => node === edit.node);
    if (
      !unit ||
      another ||
      this.readWhileLoading.has(unit.scope) ||
      ctx.inlined.has(unit.scope) ||
      ctx.patched.size > 0
    )
      return false;
    const outer = renewScopes(ctx.scopes, tree, edit);
    if (!outer) return false;
    ctx.tree = tree;
    ctx.forgetLazyResults();
    ctx.sources.clear();
    ctx.bound.move(edit.oldLast, edit.shift);
    for (const each of this.units) if (each.node > edit.oldLast) each.node += edit.shift;
    ctx.usages = [];
    ctx.tests = [];
    ctx.helperReads = [];
    walkUnit(ctx, unit);
    if (ctx.patched.size > 0 || !this.answersAsBefore(unit.scope, outer)) return false;
    collectSyntaxUsages(ctx, ctx.usages, tree.child(unit.node, Field.Body), tree.lastInside(unit.node));
    this.usages = spliced(this.usages, ctx.usages, edit);
    this.tests = spliced(this.tests, ctx.tests, edit);
    this.helperReads = spliced(this.helperReads, ctx.helperReads, edit);
    this.moveAsked(edit, outer);
    this.settle();
    return true;
  }

  private noteReadWhileLoading(): void {
    const { ctx } = this;
    for (const node of ctx.lazyValues.keys()) this.noteRead(node);
    for (const scope of [...ctx.lazyReturns.keys(), ...ctx.lazyEnds.keys()]) {
      // An annotation tells what a function returns without a look at its body.
      const annotated = ctx.tree.child(scope.node, Field.ReturnType) !== NO_NODE;
      if (!annotated) this.noteRead(ctx.tree.child(scope.node, Field.Body));
    }
  }

  private noteRead(node: NodeIndex): void {
    const scope = this.unitAround(node);
    if (scope) this.readWhileLoading.add(scope);
  }

  /** The outermost function in whose body a node is. */
  private unitAround(node: NodeIndex): Scope | undefined {
    const { tree, scopes } = this.ctx;
    let outermost: NodeIndex = NO_NODE;
    for (let at = node; at > 0; at = tree.parent(at)) {
      const parent = tree.parent(at);
      if (tree.kind(parent) === NodeKind.FunctionDefinition && tree.field(at) === Field.Body)
        outermost = parent;
    }
    return outermost === NO_NODE ? undefined : scopes.byNode.get(outermost);
  }

  /** Takes note of what was asked, and lets whoever asks from now on see what every function binds. */
  private settle(): void {
    const { ctx } = this;
    for (const [node, value] of ctx.lazyValues) if (this.unitAround(node)) this.askedValues.set(node, value);
    for (const [scope, value] of ctx.lazyReturns) this.askedReturns.set(scope, value);
    for (const [scope, ends] of ctx.lazyEnds) this.askedEnds.set(scope, ends);
    ctx.bound.settle();
    ctx.forgetLazyResults();
  }

  /** Tells whether everything that was ever asked of a unit from outside has the same answer as before. */
  private answersAsBefore(scope: Scope, outer: readonly OuterBinding[]): boolean {
    const { ctx } = this;
    return ctx.outOfOrder(ctx.scopes.module, () => {
      const returned = this.askedReturns.get(scope);
      if (returned && !sameAnswer(returned, returnValueOf(ctx, scope))) return false;
      const ended = this.askedEnds.get(scope);
      if (ended !== undefined && ended !== neverReturns(ctx, scope)) return false;
      return outer.every(([before, after]) => {
        const asked = this.askedValues.get(before);
        return asked === undefined || sameAnswer(asked, this.answerAt(after));
      });
    });
  }

  private answerAt(node: NodeIndex): Value {
    const { ctx } = this;
    const isAttribute = ctx.tree.kind(node) === NodeKind.Attribute;
    return isAttribute ? valueOfAttributeSite(ctx, node) : boundValue(ctx, ctx.scopes.module, node);
  }

  private moveAsked({ node: first, oldLast, shift }: EditedFunction, outer: readonly OuterBinding[]): void {
    const moved = new Map<NodeIndex, Value>();
    for (const [node, value] of this.askedValues) {
      if (node <= first || node > oldLast) moved.set(node > oldLast ? node + shift : node, value);
    }
    for (const [before, after] of outer) {
      const value = this.askedValues.get(before);
      if (value) moved.set(after, value);
    }
    this.askedValues = moved;
  }
}

/** Walks an outermost function, then what is defined in it. */
function walkUnit(ctx: Context, unit: DeferredBody): void {
  ctx.bound.enter(unit.node, ctx.tree.lastInside(unit.node));
  ctx.deferred = [unit];
  for (let next = 0; next < ctx.deferred.length; next++) walkDeferredBody(ctx, ctx.deferred[next]);
}

/** Puts what was found in a body in the place of what was found there before, and moves what is behind it. */
function spliced<T extends OffsetRange>(before: readonly T[], found: T[], edit: EditedFunction): T[] {
  const { bodyStart, oldEnd, offset } = edit;
  const from = countBefore(before, bodyStart);
  const behind = before.slice(countBefore(before, oldEnd));
  const moved =
    offset === 0
      ? behind
      : behind.map((each) => ({ ...each, start: each.start + offset, end: each.end + offset }));
  return [...before.slice(0, from), ...found.sort(byPosition), ...moved];
}

/** How many stretches of a sorted list start before an offset. */
function countBefore(sorted: readonly OffsetRange[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byPosition(left: OffsetRange, right: OffsetRange): number {
  return left.start - right.start || left.end - right.end;
}
