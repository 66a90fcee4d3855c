import { Field, NodeKind } from "./node-kind";
import type { TreeWalk } from "./tree-walk";

/** Index of a node in its tree, in document order; `NO_NODE` where there is none. The root is 0. */
export type NodeIndex = number;

export const NO_NODE: NodeIndex = -1;

/** How the grammar's numbers translate into ours. */
export interface KindTables {
  /** By the grammar's node type id. */
  readonly kinds: Uint8Array;
  /** 1 for node types that never have children: stepping into them can be spared. */
  readonly leaves: Uint8Array;
  /** By the grammar's field id. */
  readonly fields: Uint8Array;
}

/**
 * A syntax tree as flat arrays, copied out of the parser's memory in one walk. It holds no parser memory, may be kept
 * and costs about 20 bytes a node. Offsets are UTF-16 code units; nodes are in document order, parents first.
 */
export class SyntaxTree {
  constructor(
    readonly text: string,
    readonly count: number,
    private readonly kinds: Uint8Array,
    private readonly fields: Uint8Array,
    private readonly starts: Uint32Array,
    private readonly ends: Uint32Array,
    private readonly parents: Int32Array,
    private readonly nexts: Int32Array,
    private readonly lasts: Uint32Array,
  ) {}

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
    let node = this.firstFrom(start + 1) - 1;
    while (node > 0 && (this.starts[node] > start || this.ends[node] < end)) node = this.parents[node];
    return Math.max(node, 0);
  }
}

/** Tells whether a kind is a proper node: not a token, a comment or something unknown. */
export function isNamed(kind: NodeKind): boolean {
  return kind > NodeKind.Error && kind < NodeKind.TokenAsync && kind !== NodeKind.Comment;
}

/** Copies a parsed tree out of the parser's memory. The walk stands at the root and ends there. */
export function copyTree(text: string, walk: TreeWalk, tables: KindTables): SyntaxTree {
  const builder = new TreeBuilder(text.length / 4 + 16);
  const { kinds, leaves, fields } = tables;
  let parent: NodeIndex = NO_NODE;
  let previous: NodeIndex = NO_NODE;
  const lastChild: NodeIndex[] = [];
  for (;;) {
    const type = walk.typeId();
    // Type ids of ERROR nodes lie outside of the grammar's table.
    const kind = type < kinds.length ? kinds[type] : NodeKind.Error;
    if (kind !== NodeKind.Other) {
      const known =
        parent === NO_NODE ? Field.None : fieldByPosition(builder.kinds[parent], kind, previous === NO_NODE);
      const field = known === ASK_PARSER ? fields[walk.fieldId()] : known;
      const node = builder.add(kind, field, walk.start(), walk.end(), parent);
      if (previous !== NO_NODE) builder.nexts[previous] = node;
      previous = node;
    }
    const descend =
      (type >= leaves.length || leaves[type] === 0) && kind !== NodeKind.Other && walk.firstChild();
    if (descend) {
      lastChild.push(parent);
      parent = previous;
      previous = NO_NODE;
      continue;
    }
    while (!walk.nextSibling()) {
      if (!walk.parent()) return builder.finish(text);
      builder.lasts[parent] = builder.count - 1;
      previous = parent;
      parent = lastChild.pop() as NodeIndex;
    }
  }
}

/** The parser must be asked which field a child is. */
const ASK_PARSER = -1;

/**
 * The field of a child that its place tells. Asking the parser is by far the dearest step of the copy, and most nodes are
 * children of a few kinds that either have no fields or always the same ones in the same order.
 */
function fieldByPosition(parent: NodeKind, kind: NodeKind, first: boolean): Field | typeof ASK_PARSER {
  switch (parent) {
    case NodeKind.Module:
    case NodeKind.ExpressionStatement:
    case NodeKind.ArgumentList:
    case NodeKind.Parameters:
    case NodeKind.ParenthesizedExpression:
    case NodeKind.Tuple:
    case NodeKind.List:
    case NodeKind.Set:
    case NodeKind.Dictionary:
    case NodeKind.ExpressionList:
    case NodeKind.PatternList:
    case NodeKind.String:
    case NodeKind.StringContent:
    case NodeKind.ConcatenatedString:
    case NodeKind.DottedName:
    case NodeKind.ReturnStatement:
    case NodeKind.Type:
    case NodeKind.DecoratedDefinition:
      return parent === NodeKind.DecoratedDefinition && kind !== NodeKind.Decorator ? ASK_PARSER : Field.None;
    case NodeKind.Block:
      return kind === NodeKind.CaseClause ? ASK_PARSER : Field.None;
    case NodeKind.Attribute:
      if (first) return Field.Object;
      return kind === NodeKind.Identifier ? Field.Attribute : ASK_PARSER;
    case NodeKind.Call:
      if (first) return Field.Function;
      return kind === NodeKind.ArgumentList ? Field.Arguments : ASK_PARSER;
    default:
      return ASK_PARSER;
  }
}

/** Growing arrays for the nodes of one tree. */
class TreeBuilder {
  count = 0;
  kinds: Uint8Array;
  fields: Uint8Array;
  starts: Uint32Array;
  ends: Uint32Array;
  parents: Int32Array;
  nexts: Int32Array;
  lasts: Uint32Array;

  constructor(capacity: number) {
    this.kinds = new Uint8Array(capacity);
    this.fields = new Uint8Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
    this.parents = new Int32Array(capacity);
    this.nexts = new Int32Array(capacity);
    this.lasts = new Uint32Array(capacity);
  }

  add(kind: NodeKind, field: Field, start: number, end: number, parent: NodeIndex): NodeIndex {
    const node = this.count++;
    if (node === this.kinds.length) this.grow();
    this.kinds[node] = kind;
    this.fields[node] = field;
    this.starts[node] = start;
    this.ends[node] = end;
    this.parents[node] = parent;
    this.nexts[node] = NO_NODE;
    this.lasts[node] = node;
    return node;
  }

  finish(text: string): SyntaxTree {
    const { kinds, fields, starts, ends, parents, nexts, lasts } = this;
    return new SyntaxTree(text, this.count, kinds, fields, starts, ends, parents, nexts, lasts);
  }

  private grow(): void {
    const capacity = this.kinds.length * 2;
    const copy = <T extends { set(from: T): void }>(to: T, from: T): T => (to.set(from), to);
    this.kinds = copy(new Uint8Array(capacity), this.kinds);
    this.fields = copy(new Uint8Array(capacity), this.fields);
    this.starts = copy(new Uint32Array(capacity), this.starts);
    this.ends = copy(new Uint32Array(capacity), this.ends);
    this.parents = copy(new Int32Array(capacity), this.parents);
    this.nexts = copy(new Int32Array(capacity), this.nexts);
    this.lasts = copy(new Uint32Array(capacity), this.lasts);
  }
}
