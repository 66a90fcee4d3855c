import { type Field, NodeKind } from "./node-kind";

/** Index of a node in its tree, in document order; `NO_NODE` where there is none. The root is 0. */
export type NodeIndex = number;

export const NO_NODE: NodeIndex = -1;

/** The nodes of a tree, one array for each thing that is known of them. All are of the same length. */
export interface NodeColumns {
  readonly kinds: Uint8Array;
  readonly fields: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly parents: Int32Array;
  readonly nexts: Int32Array;
  readonly lasts: Int32Array;
}

/** Some kinds of nodes: 1 for each that is meant. */
export type KindSet = Uint8Array;

/** Makes a set of kinds. */
export function kindSet(kinds: Iterable<NodeKind>): KindSet {
  const set = new Uint8Array(256);
  for (const kind of kinds) set[kind] = 1;
  return set;
}

/**
 * A syntax tree as flat arrays, copied out of the parser's memory in one walk. It holds no parser memory, may be kept
 * and costs about 20 bytes a node. Offsets are UTF-16 code units; nodes are in document order, parents first.
 */
export class SyntaxTree {
  readonly count: number;
  private readonly kinds: Uint8Array;
  private readonly fields: Uint8Array;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly parents: Int32Array;
  private readonly nexts: Int32Array;
  private readonly lasts: Int32Array;

  constructor(
    readonly text: string,
    /** What the tree is made of, for whoever makes a tree from parts of another. */
    readonly columns: NodeColumns,
  ) {
    if (text.includes("\r")) keepLineBreaksWhole(text, columns);
    this.count = columns.kinds.length;
    this.kinds = columns.kinds;
    this.fields = columns.fields;
    this.starts = columns.starts;
    this.ends = columns.ends;
    this.parents = columns.parents;
    this.nexts = columns.nexts;
    this.lasts = columns.lasts;
  }

  kind(node: NodeIndex): NodeKind {
    return this.kinds[node];
  }

  /** What part of its parent the node is. */
  field(node: NodeIndex): Field {
    return this.fields[node];
  }

  start(node: NodeIndex): number {
    return this.starts[node];
  }

  end(node: NodeIndex): number {
    return this.ends[node];
  }

  parent(node: NodeIndex): NodeIndex {
    return this.parents[node];
  }

  /** The last node inside this one; the node itself when it has no children. */
  lastInside(node: NodeIndex): NodeIndex {
    return this.lasts[node];
  }

  firstChild(node: NodeIndex): NodeIndex {
    return this.lasts[node] > node ? node + 1 : NO_NODE;
  }

  nextSibling(node: NodeIndex): NodeIndex {
    return this.nexts[node];
  }

  /** The first child that is this part of the node. */
  child(node: NodeIndex, field: Field): NodeIndex {
    for (let child = this.firstChild(node); child !== NO_NODE; child = this.nexts[child]) {
      if (this.fields[child] === field) return child;
    }
    return NO_NODE;
  }

  /** The first child of this kind. */
  childOfKind(node: NodeIndex, kind: NodeKind): NodeIndex {
    for (let child = this.firstChild(node); child !== NO_NODE; child = this.nexts[child]) {
      if (this.kinds[child] === kind) return child;
    }
    return NO_NODE;
  }

  /** The children that are not tokens or comments, in order. */
  namedChildren(node: NodeIndex): NodeIndex[] {
    const children: NodeIndex[] = [];
    for (let child = this.firstChild(node); child !== NO_NODE; child = this.nexts[child]) {
      if (isNamed(this.kinds[child])) children.push(child);
    }
    return children;
  }

  /** The first child that is neither a token nor a comment. */
  firstNamedChild(node: NodeIndex): NodeIndex {
    for (let child = this.firstChild(node); child !== NO_NODE; child = this.nexts[child]) {
      if (isNamed(this.kinds[child])) return child;
    }
    return NO_NODE;
  }

  /** Every node of some kinds, in document order. */
  nodesOf(wanted: KindSet): NodeIndex[] {
    const { kinds } = this;
    const found: NodeIndex[] = [];
    for (let node = 0; node < kinds.length; node++) if (wanted[kinds[node]] === 1) found.push(node);
    return found;
  }

  textOf(node: NodeIndex): string {
    return this.text.slice(this.starts[node], this.ends[node]);
  }

  /** The first node in document order that starts at an offset or behind it; `count` where there is none. */
  firstFrom(offset: number): NodeIndex {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.starts[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The innermost node that holds the whole stretch of text. */
  innermost(start: number, end: number): NodeIndex {
    return this.holderOf(this.firstFrom(start + 1) - 1, start, end);
  }

  /** The innermost node around a node, itself included, that holds the whole stretch of text. */
  holderOf(innermost: NodeIndex, start: number, end: number): NodeIndex {
    let node = innermost;
    while (node > 0 && (this.starts[node] > start || this.ends[node] < end)) node = this.parents[node];
    return Math.max(node, 0);
  }
}

/** The grammar counts the first half of a `\r\n` to the comment before it, and so to all that ends with the comment. */
function keepLineBreaksWhole(text: string, { kinds, ends }: NodeColumns): void {
  for (let node = 0; node < ends.length; node++) {
    const end = ends[node];
    if (text.charCodeAt(end - 1) !== CARRIAGE_RETURN || text.charCodeAt(end) !== LINE_FEED) continue;
    if (kinds[node] !== NodeKind.StringContent && kinds[node] !== NodeKind.EscapeSequence) ends[node]--;
  }
}

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** Tells whether a kind is a proper node: not a token, a comment or something unknown. */
export function isNamed(kind: NodeKind): boolean {
  return kind > NodeKind.Error && kind < NodeKind.TokenAsync && kind !== NodeKind.Comment;
}
