import { Field, NodeKind } from "./node-kind";
import { NO_NODE, type NodeColumns, type NodeIndex } from "./syntax-tree";
import type { TreeWalk } from "./tree-walk";

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
 * Copies a parsed tree out of the parser's memory, below the module that a builder has begun. `base` is where the parsed
 * text starts in the whole one. What the parser could make no module of becomes an error inside of the module. `instead` has
 * modules whose statements take the place of the expression statement that starts at an offset of the parsed text.
 */
export function copyTree(
  builder: TreeBuilder,
  walk: TreeWalk,
  tables: KindTables,
  base: number,
  instead?: ReadonlyMap<number, NodeColumns>,
): void {
  const { kinds, leaves, fields } = tables;
  if (kinds[walk.typeId()] === NodeKind.Module && !walk.firstChild()) return;
  let parent: NodeIndex = 0;
  let previous: NodeIndex = builder.lastOfModule;
  const ancestors: NodeIndex[] = [];
  for (;;) {
    const type = walk.typeId();
    // Type ids of ERROR nodes lie outside of the grammar's table.
    const kind = type < kinds.length ? kinds[type] : NodeKind.Error;
    const other = kind === NodeKind.ExpressionStatement ? instead?.get(walk.start()) : undefined;
    if (other) previous = builder.graft(other, base + walk.start(), parent, previous);
    else if (kind !== NodeKind.Other) {
      const known = fieldByPosition(builder.kinds[parent], kind, previous === NO_NODE);
      const field = known === ASK_PARSER ? fields[walk.fieldId()] : known;
      const node = builder.add(kind, field, base + walk.start(), base + walk.end(), parent);
      if (previous !== NO_NODE) builder.nexts[previous] = node;
      previous = node;
      if ((type >= leaves.length || leaves[type] === 0) && walk.firstChild()) {
        ancestors.push(parent);
        parent = previous;
        previous = NO_NODE;
        continue;
      }
    }
    while (!walk.nextSibling()) {
      if (ancestors.length === 0) {
        builder.lastOfModule = previous;
        return;
      }
      walk.parent();
      builder.lasts[parent] = builder.count - 1;
      previous = parent;
      parent = ancestors.pop() as NodeIndex;
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
