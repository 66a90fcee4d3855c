import type { Scope } from "../binding/scopes";
import type { Truth } from "../guard/truth";
import type { NodeIndex } from "../syntax/syntax-tree";
import type { MinorSet } from "../version";
import type { Value } from "./values";

/** Results of evaluating out of order, each kept until the document changes. */
export class LazyResults {
  readonly values = new Map<NodeIndex, Value>();
  readonly returns = new Map<Scope, Value>();
  readonly bases = new Map<NodeIndex, readonly Value[]>();
  readonly ends = new Map<Scope, MinorSet>();
  readonly truths = new Map<NodeIndex, Truth>();
}

/** What was asked about while something was assumed. */
export class AskedOnAssumption {
  readonly values = new Set<NodeIndex>();
  readonly returns = new Set<Scope>();
  readonly ends = new Set<Scope>();
}

/** What holds as long as something is assumed: results of its own, before those that hold anyway. */
export class BranchedResults extends LazyResults {
  override readonly values: Branched<NodeIndex, Value>;
  override readonly returns: Branched<Scope, Value>;
  override readonly bases: Branched<NodeIndex, readonly Value[]>;
  override readonly ends: Branched<Scope, MinorSet>;
  override readonly truths: Branched<NodeIndex, Truth>;

  constructor(plain: LazyResults) {
    super();
    this.values = new Branched(plain.values);
    this.returns = new Branched(plain.returns);
    this.bases = new Branched(plain.bases);
    this.ends = new Branched(plain.ends);
    this.truths = new Branched(plain.truths);
  }

  /** Adds what was asked here and has no plain answer. */
  noteAsked(asked: AskedOnAssumption): void {
    for (const node of this.values.keys()) asked.values.add(node);
    for (const scope of this.returns.keys()) asked.returns.add(scope);
    for (const scope of this.ends.keys()) asked.ends.add(scope);
  }
}

/** The results that those of an assumption stand for; others stand for themselves. */
export function plainResults(results: unknown): unknown {
  let plain = results;
  while (plain instanceof Branched) plain = plain.plain;
  return plain;
}

/** A map that looks into another one for what it does not have; it lists and changes its own entries only. */
class Branched<Key, Kept> extends Map<Key, Kept> {
  constructor(readonly plain: ReadonlyMap<Key, Kept>) {
    super();
  }

  override get(key: Key): Kept | undefined {
    return super.get(key) ?? this.plain.get(key);
  }
}
