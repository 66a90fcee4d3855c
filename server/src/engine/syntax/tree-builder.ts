import { Field, NodeKind } from "./node-kind";
import { NO_NODE, type NodeColumns, type NodeIndex } from "./syntax-tree";

const SMALLEST_CAPACITY = 1024;

/** The arrays of an ordinary file are used again and again; those of a huge one go. */
const LARGEST_KEPT_CAPACITY = 1 << 17;

/** Growing arrays for the nodes of one tree after the other. */
export class TreeBuilder {
  count = 0;
  /** The last node directly inside the module so far. */
  lastOfModule: NodeIndex = NO_NODE;
  kinds = new Uint8Array(SMALLEST_CAPACITY);
  fields = new Uint8Array(SMALLEST_CAPACITY);
  starts = new Uint32Array(SMALLEST_CAPACITY);
  ends = new Uint32Array(SMALLEST_CAPACITY);
  parents = new Int32Array(SMALLEST_CAPACITY);
  nexts = new Int32Array(SMALLEST_CAPACITY);
  lasts = new Int32Array(SMALLEST_CAPACITY);

  /** Begins a tree with its module, which is node 0; forgets the one before. */
  begin(start: number, end: number): void {
    this.count = 0;
    this.lastOfModule = NO_NODE;
    this.add(NodeKind.Module, Field.None, start, end, NO_NODE);
  }

  /** Ends the tree and gives its nodes. */
  finish(): NodeColumns {
    const { count } = this;
    this.lasts[0] = count - 1;
    const columns = {
      kinds: this.kinds.slice(0, count),
      fields: this.fields.slice(0, count),
      starts: this.starts.slice(0, count),
      ends: this.ends.slice(0, count),
      parents: this.parents.slice(0, count),
      nexts: this.nexts.slice(0, count),
      lasts: this.lasts.slice(0, count),
    };
    if (this.kinds.length > LARGEST_KEPT_CAPACITY) this.resize(SMALLEST_CAPACITY);
    return columns;
  }

  add(kind: NodeKind, field: Field, start: number, end: number, parent: NodeIndex): NodeIndex {
    const node = this.count++;
    if (node === this.kinds.length) this.resize(node * 2);
    this.kinds[node] = kind;
    this.fields[node] = field;
    this.starts[node] = start;
    this.ends[node] = end;
    this.parents[node] = parent;
    this.nexts[node] = NO_NODE;
    this.lasts[node] = node;
    return node;
  }

  /** Adds what is in another module, whose text starts at `base`, behind a child of `parent`; gives its last statement. */
  graft(module: NodeColumns, base: number, parent: NodeIndex, previous: NodeIndex): NodeIndex {
    const { kinds, fields, starts, ends, parents, nexts, lasts } = module;
    const shift = this.count - 1;
    let last = previous;
    for (let node = 1; node < kinds.length; node++) {
      const isStatement = parents[node] === 0;
      const around = isStatement ? parent : parents[node] + shift;
      const added = this.add(kinds[node], fields[node], base + starts[node], base + ends[node], around);
      if (nexts[node] !== NO_NODE) this.nexts[added] = nexts[node] + shift;
      this.lasts[added] = lasts[node] + shift;
      if (!isStatement) continue;
      if (node === 1 && previous !== NO_NODE) this.nexts[previous] = added;
      last = added;
    }
    return last;
  }

  private resize(capacity: number): void {
    const copy = <T extends { readonly length: number; set(from: T): void }>(to: T, from: T): T => {
      if (from.length < to.length) to.set(from);
      return to;
    };
    this.kinds = copy(new Uint8Array(capacity), this.kinds);
    this.fields = copy(new Uint8Array(capacity), this.fields);
    this.starts = copy(new Uint32Array(capacity), this.starts);
    this.ends = copy(new Uint32Array(capacity), this.ends);
    this.parents = copy(new Int32Array(capacity), this.parents);
    this.nexts = copy(new Int32Array(capacity), this.nexts);
    this.lasts = copy(new Int32Array(capacity), this.lasts);
  }
}
