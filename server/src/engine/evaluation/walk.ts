import {
  type ChangedNames,
  type OuterBinding,
  renewBlock,
  type RenewedScopes,
  renewFunction,
} from "../binding/renew-scopes";
import type { Scope, ScopeTable } from "../binding/scopes";
import type { Catalogue } from "../catalogue/catalogue";
import type { Usage } from "../findings";
import type { EditedBlock, EditedNodes } from "../syntax/edited-block";
import type { EditedFunction } from "../syntax/edited-function";
import { Field } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { ALL_MINORS, NO_MINORS } from "../version";
import { AskedAnswers } from "./asked-answers";
import { inScope } from "./comprehensions";
import { Context, type DeferredBody, type VersionTest } from "./context";
import { evaluate } from "./expressions";
import { scopeAt } from "./functions";
import type { HelperRead } from "./helper-reads";
import { canBeInlined } from "./inlining";
import { byPosition, type Kept, merge, moved, stretchesOf } from "./kept-findings";
import { Mentions } from "./mentions";
import type { ModuleTable } from "./module-table";
import { sameAnswer } from "./same-answer";
import { listOwned, Spread } from "./spread";
import { walkBlock } from "./statements";
import { collectSyntaxUsages } from "./syntax-usages";
import { byNode, collectSyntaxOutside, unitAround, unreached, walkUnit } from "./units";
import { isTruthValue, type Value } from "./values";

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
export function walkDocument(input: WalkInput): DocumentWalk {
  const steps = walkInSteps(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, a step at a time. Between two of them others may walk over other documents. */
export function* walkInSteps(input: WalkInput): Generator<void, DocumentWalk> {
  const { tree, scopes, catalogue, uri, modules } = input;
  const walk = new DocumentWalk(new Context(tree, scopes, catalogue, { uri, modules }));
  yield* walk.begin();
  return walk;
}

/**
 * A walk that can be kept when the text is edited. The module was walked first, then each outermost function with what is
 * defined in it (a unit). What others see of a unit is evaluated out of order and depends on no walk: where that is the same
 * after an edit, every other unit and the module would be walked as before.
 */
export class DocumentWalk implements Walk {
  usages: readonly Usage[] = [];
  tests: readonly VersionTest[] = [];
  helperReads: readonly HelperRead[] = [];
  private units: readonly DeferredBody[] = [];
  /** Functions whose bodies the walk over the module looked into, so that everything may depend on them. */
  private readonly readWhileLoading = new Set<Scope>();
  private readonly asked = new AskedAnswers();

  /** Nothing is walked before `begin`. */
  constructor(private readonly ctx: Context) {}

  /** Walks the whole document, a step at a time. */
  *begin(): Generator<void, void> {
    const { ctx } = this;
    this.walkModule();
    // Functions run after the module was loaded, when every name of it has its last value.
    for (const unit of this.units) {
      yield;
      walkUnit(ctx, unit);
    }
    yield;
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
   * Takes the tree after an edit, and walks again what the edit may have changed something for. False when that may be
   * everything; the walk and its scopes are of no use then.
   */
  renew(tree: SyntaxTree, edit: EditedFunction | EditedBlock): boolean {
    const { ctx } = this;
    const isBody = "node" in edit;
    const [unit, another] = isBody ? this.units.filter(({ node }) => node === edit.node) : [];
    if (ctx.patched.size > 0 || (isBody && !unit) || another) return false;
    const renewed = isBody ? renewFunction(ctx.scopes, tree, edit) : renewBlock(ctx.scopes, tree, edit);
    if (!renewed) return false;
    this.move(tree, edit, renewed.outer);
    if (!isBody && edit.isSilent) {
      this.usages = moved(this.usages, edit);
      this.tests = moved(this.tests, edit);
      this.helperReads = moved(this.helperReads, edit);
    } else {
      const found = this.walkReached(unit, renewed, edit);
      if (!found || ctx.patched.size > 0) return false;
      collectSyntaxOutside(ctx, found);
      const stretches = stretchesOf(tree, found, edit);
      this.usages = merge(stretches, this.usages, ctx.usages.sort(byPosition));
      this.tests = merge(stretches, this.tests, ctx.tests.sort(byPosition));
      this.helperReads = merge(stretches, this.helperReads, ctx.helperReads.sort(byPosition));
    }
    this.settle();
    return true;
  }

  /** Puts everything in its new place. */
  private move(tree: SyntaxTree, edit: EditedNodes, outer: readonly OuterBinding[]): void {
    const { ctx } = this;
    ctx.tree = tree;
    ctx.forgetLazyResults();
    ctx.sources.clear();
    ctx.bound.move(edit);
    ctx.usages = [];
    ctx.tests = [];
    ctx.helperReads = [];
    const isGone = (node: NodeIndex): boolean => node > edit.after && node <= edit.oldLast;
    this.units = this.units.filter(({ node }) => !isGone(node));
    for (const each of this.units) if (each.node > edit.oldLast) each.node += edit.shift;
    this.asked.move(edit, outer, ctx.scopes);
    for (const scope of ctx.inlined)
      if (ctx.scopes.byNode.get(scope.node) !== scope) ctx.inlined.delete(scope);
  }

  /** Walks the units that an edit reaches, and the module where it does; `undefined`: it may reach everything. */
  private walkReached(
    edited: DeferredBody | undefined,
    { changed, yieldsAnew }: RenewedScopes,
    edit: EditedNodes,
  ): Kept | undefined {
    const { ctx } = this;
    let isLoaded = !edited || this.readWhileLoading.has(edited.scope);
    for (;;) {
      const before = this.units;
      const held = isLoaded ? this.walkModule(edit) : undefined;
      const { asked, readWhileLoading, units } = this;
      const mentions = new Mentions(ctx.tree, units);
      const spread = new Spread({ ctx, asked, mentions, isLoaded, readWhileLoading });
      spread.addNames(changed);
      if (held) spread.addNames(held);
      if (edited) spread.addFunction(edited.scope, yieldsAnew || canBeInlined(ctx, edited.scope));
      const reached = spread.run();
      if (reached === "everything") return undefined;
      if (reached === "module") {
        ctx.forgetLazyResults();
        isLoaded = true;
        continue;
      }
      const kept = unreached(before, units, reached);
      for (const unit of units) if (!kept.has(unit.scope)) walkUnit(ctx, unit);
      return { units: byNode(units), kept, isLoaded };
    }
  }

  /** Walks the module. After an edit, gives the names that were bound before and hold something else now. */
  private walkModule(edit?: EditedNodes): ChangedNames {
    const { ctx } = this;
    const before = ctx.bound.restart();
    ctx.deferred = [];
    ctx.frames = [];
    ctx.reach = ALL_MINORS;
    ctx.skipped = NO_MINORS;
    ctx.breaks = NO_MINORS;
    ctx.raised = NO_MINORS;
    inScope(ctx, ctx.scopes.module, () => walkBlock(ctx, 0));
    this.units = ctx.deferred;
    this.noteReadWhileLoading();
    ctx.forgetLazyResults();
    const changed: ChangedNames = { names: new Set(), attributes: new Set() };
    if (!edit) return changed;
    const newLast = edit.oldLast + edit.shift;
    for (const [node, { isName, name }] of listOwned(ctx.scopes)) {
      if (node > edit.after && node <= newLast) continue;
      const [old, now] = [before.get(node), ctx.bound.get(node)];
      const same = old && now ? sameAnswer(old, now) : old === now;
      if (!same) (isName ? changed.names : changed.attributes).add(name);
    }
    return changed;
  }

  private noteReadWhileLoading(): void {
    const { ctx } = this;
    this.readWhileLoading.clear();
    const { lazyResults: plain, askedOnAssumption: assumed } = ctx;
    for (const node of [...plain.values.keys(), ...assumed.values]) this.noteRead(node);
    const functions = [plain.returns, plain.ends, assumed.returns, assumed.ends];
    for (const scope of functions.flatMap((each) => [...each.keys()])) {
      // An annotation tells what a function returns without a look at its body, unless that is a truth value.
      const annotated = ctx.tree.child(scope.node, Field.ReturnType) !== NO_NODE;
      if (!annotated || isTruthValue(ctx.lazyResults.returns.get(scope)))
        this.noteRead(ctx.tree.child(scope.node, Field.Body));
    }
    for (const scope of ctx.inlined) this.noteRead(ctx.tree.child(scope.node, Field.Body));
  }

  private noteRead(node: NodeIndex): void {
    const scope = unitAround(this.ctx, node);
    if (scope) this.readWhileLoading.add(scope);
  }

  /** Takes note of what was asked, and lets whoever asks from now on see what every function binds. */
  private settle(): void {
    const { ctx } = this;
    this.asked.note(ctx, (node) => unitAround(ctx, node) !== undefined);
    ctx.bound.settle();
    ctx.forgetLazyResults();
  }
}
