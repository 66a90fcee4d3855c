import type { OuterBinding } from "../binding/renew-scopes";
import type { Scope, ScopeTable } from "../binding/scopes";
import type { EditedNodes } from "../syntax/edited-block";
import { NodeKind } from "../syntax/node-kind";
import type { NodeIndex } from "../syntax/syntax-tree";
import type { MinorSet } from "../version";
import { valueOfAttributeSite } from "./assignment";
import type { Context } from "./context";
import { returnValueOf, scopeAt } from "./functions";
import { boundValue } from "./names";
import { returnsOn } from "./never-returns";
import { holdsFunction, sameAnswer } from "./same-answer";
import type { Value } from "./values";

/** What was asked of the inside of one outermost function. */
interface Asked {
  readonly returns: Scope[];
  readonly ends: Scope[];
  readonly values: NodeIndex[];
}

/** What is no longer as somebody was told before. */
export interface ChangedAnswers {
  /** Functions of which something else comes back, or of which it is another whether they come back. */
  readonly functions: readonly Scope[];
  /** Bindings that hold something else. */
  readonly nodes: readonly NodeIndex[];
}

const NOTHING: ChangedAnswers = { functions: [], nodes: [] };

/**
 * What was ever asked of functions from anywhere, with the answers. An answer that is no longer true stays until somebody
 * asks again: whoever was given it has been walked again since.
 */
export class AskedAnswers {
  private values = new Map<NodeIndex, Value>();
  private readonly returns = new Map<Scope, Value>();
  private readonly ends = new Map<Scope, MinorSet>();

  /** Takes note of what was evaluated out of order; of values, only those of nodes that are inside of a function. */
  note(ctx: Context, isInFunction: (node: NodeIndex) => boolean): void {
    for (const [node, value] of ctx.lazyResults.values) if (isInFunction(node)) this.values.set(node, value);
    for (const [scope, value] of ctx.lazyResults.returns) this.returns.set(scope, value);
    for (const [scope, ends] of ctx.lazyResults.ends) this.ends.set(scope, ends);
    this.noteAssumed(ctx, isInFunction);
  }

  /** What was asked while something was assumed has a plain answer, too, which changes with it. */
  private noteAssumed(ctx: Context, isInFunction: (node: NodeIndex) => boolean): void {
    const { values, returns, ends } = ctx.askedOnAssumption;
    ctx.outOfOrder(ctx.scopes.module, () => {
      for (const node of values) if (isInFunction(node)) this.values.set(node, answerAt(ctx, node));
      for (const scope of returns) this.returns.set(scope, returnValueOf(ctx, scope));
      for (const scope of ends) this.ends.set(scope, returnsOn(ctx, scope));
    });
  }

  /** Nodes gave way to others; what a binding is that stayed keeps its answer. */
  move({ after, oldLast, shift }: EditedNodes, outer: readonly OuterBinding[], { byNode }: ScopeTable): void {
    const moved = new Map<NodeIndex, Value>();
    for (const [node, value] of this.values)
      if (node <= after || node > oldLast) moved.set(node > oldLast ? node + shift : node, value);
    for (const [old, node] of outer) {
      const value = this.values.get(old);
      if (value) moved.set(node, value);
    }
    this.values = moved;
    for (const scopes of [this.returns, this.ends])
      for (const scope of scopes.keys()) if (byNode.get(scope.node) !== scope) scopes.delete(scope);
  }

  /** Sorts what was asked by the outermost function that it is in; `undefined`: in none. */
  byFunction(functionOf: (node: NodeIndex) => Scope | undefined): Map<Scope | undefined, Asked> {
    const groups = new Map<Scope | undefined, Asked>();
    const groupOf = (node: NodeIndex): Asked => {
      const key = functionOf(node);
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { returns: [], ends: [], values: [] }));
      return group;
    };
    for (const scope of this.returns.keys()) groupOf(scope.node).returns.push(scope);
    for (const scope of this.ends.keys()) groupOf(scope.node).ends.push(scope);
    for (const node of this.values.keys()) groupOf(node).values.push(node);
    return groups;
  }

  /**
   * Finds which of some answers are others now, or give away one of `functions`, of which something else comes back. Of
   * values, those alone count that are seen from outside.
   */
  changed(
    ctx: Context,
    asked: Asked | undefined,
    functions: ReadonlySet<Scope>,
    isSeenOutside: (node: NodeIndex) => boolean,
  ): ChangedAnswers {
    if (!asked) return NOTHING;
    const isAnother = (before: Value | undefined, now: Value): boolean =>
      before !== undefined && (!sameAnswer(before, now) || holdsFunction(now, functions));
    return ctx.outOfOrder(ctx.scopes.module, () => {
      const returns = asked.returns.filter((each) =>
        isAnother(this.returns.get(each), returnValueOf(ctx, each)),
      );
      const ends = asked.ends.filter((each) => this.ends.get(each) !== returnsOn(ctx, each));
      const nodes = asked.values.filter(
        (node) => isSeenOutside(node) && isAnother(this.values.get(node), answerAt(ctx, node)),
      );
      return { functions: [...returns, ...ends], nodes };
    });
  }
}

function answerAt(ctx: Context, node: NodeIndex): Value {
  if (ctx.tree.kind(node) === NodeKind.Attribute) return valueOfAttributeSite(ctx, node);
  const scope = scopeAt(ctx, node);
  return boundValue(ctx, scope.kind === "class" ? scope : ctx.scopes.module, node);
}
