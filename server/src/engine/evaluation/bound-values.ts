import type { EditedNodes } from "../syntax/edited-block";
import type { NodeIndex } from "../syntax/syntax-tree";
import type { Value } from "./values";

/** A function with everything inside of it: a stretch of nodes, and what its bindings were seen to bind. */
interface Unit {
  /** The function's node, and the last one inside of it. */
  first: NodeIndex;
  last: NodeIndex;
  /** By distance from the first node, so that nothing changes when the function moves. */
  readonly values: Map<number, Value>;
}

/**
 * What bindings were seen to bind. Those of an outermost function are seen by the code inside of it only, and not when that
 * is evaluated out of order: what anybody else sees of a function must not depend on whether it was walked before.
 */
export class BoundValues {
  private module = new Map<NodeIndex, Value>();
  /** In document order. */
  private units: Unit[] = [];
  private open: Unit | undefined;
  private ownHidden = false;
  private settled = false;

  get(node: NodeIndex): Value | undefined {
    const unit = this.settled ? this.unitAt(node) : this.open;
    const own =
      unit && !(this.ownHidden && !this.settled) && node >= unit.first && node <= unit.last
        ? unit.values.get(node - unit.first)
        : undefined;
    return own ?? this.module.get(node);
  }

  set(node: NodeIndex, value: Value): void {
    if (this.open) this.open.values.set(node - this.open.first, value);
    else this.module.set(node, value);
  }

  /** Hides what the open function binds, or shows it again; gives what was the case before. */
  hideOwn(hidden: boolean): boolean {
    const before = this.ownHidden;
    this.ownHidden = hidden;
    return before;
  }

  /** From here on, an outermost function is walked; what was seen of it before is forgotten. */
  enter(first: NodeIndex, last: NodeIndex): void {
    this.settled = false;
    const place = this.placeOf(first);
    this.open = { first, last, values: new Map() };
    const again = this.units[place - 1]?.first === first;
    this.units.splice(again ? place - 1 : place, again ? 1 : 0, this.open);
  }

  /** Everything was walked: whoever asks now sees what every function binds. */
  settle(): void {
    this.open = undefined;
    this.settled = true;
  }

  /** The module is walked anew; gives what was seen of it before. */
  restart(): ReadonlyMap<NodeIndex, Value> {
    const before = this.module;
    this.module = new Map();
    return before;
  }

  /**
   * Nodes gave way to others: what was seen of them is forgotten, and what is behind them has moved. What functions bind is
   * out of sight until everything is settled again.
   */
  move({ after, oldLast, shift }: EditedNodes): void {
    this.settled = false;
    this.open = undefined;
    const isGone = (node: NodeIndex): boolean => node > after && node <= oldLast;
    const moved = new Map<NodeIndex, Value>();
    for (const [node, value] of this.module)
      if (!isGone(node)) moved.set(node > oldLast ? node + shift : node, value);
    this.module = moved;
    this.units = this.units.filter(({ first }) => !isGone(first));
    for (const unit of this.units) {
      if (unit.first > oldLast) unit.first += shift;
      if (unit.last > oldLast) unit.last += shift;
    }
  }

  private unitAt(node: NodeIndex): Unit | undefined {
    return this.units[this.placeOf(node) - 1];
  }

  /** How many functions start at a node or before it. */
  private placeOf(node: NodeIndex): number {
    let low = 0;
    let high = this.units.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.units[middle].first <= node) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
