import type { GrammarTables } from "./grammar-memory";
import { Field, NodeKind } from "./node-kind";
import { NO_NODE, type NodeIndex } from "./syntax-tree";
import type { CopyTarget } from "./tree-reader";

/** Words of one of the parser's nodes (`SubtreeHeapData`). The subtrees of its children stand right before it. */
export const enum NodeWord {
  PaddingBytes = 1,
  SizeBytes = 4,
  ErrorCost = 8,
  ChildCount = 9,
  /** In the lower half; the parser's state in the upper one. */
  Symbol = 10,
  Flags = 11,
  VisibleChildCount = 12,
  /** In the upper half. */
  Production = 16,
}

/** Flags of a node. A small leaf has them one place further up, behind the bit that tells it from an address. */
const enum Flag {
  Visible = 1,
  Extra = 4,
}

/** Words of a subtree: a small leaf itself, or the address of a node. */
export const SUBTREE_WORDS = 2;

/** What the parser calls a node that it could make nothing of. */
export const ERROR_SYMBOL = 0xffff;

/** The children of a node that is not shown belong to our node around it. */
const NOT_SHOWN = -2;

/** Words that are kept of a frame. */
const FRAME_WORDS = 7;

/**
 * Where the copy of a tree is: among the children of one of the parser's nodes, in frames of those around it. Nodes nest as
 * deeply as somebody writes operators, so that the frames are not those of calls.
 */
export class SubtreeFrames {
  /** The word at which the subtree of the next child is, and the one behind the last. */
  at = 0;
  end = 0;
  /** Which child that is, not counting comments and other extras. */
  place = 0;
  /** Where the child before ended, in bytes. */
  offset = 0;
  /** Tells which children have which fields and names. */
  production = 0;
  /** The field of a node that is not shown: it is that of its children. */
  handedOn = Field.None;
  /** Our node for the one whose children these are; `NOT_SHOWN`. */
  node: NodeIndex = 0;
  private kept = new Int32Array(64 * FRAME_WORDS);
  private depth = 0;

  /** Begins at a subtree that is to be a child of our module. */
  beginAt(subtree: number): void {
    this.depth = 0;
    this.offset = 0;
    this.goTo(subtree, subtree + SUBTREE_WORDS, 0);
    this.handedOn = Field.None;
    this.node = 0;
  }

  /** Begins among the children of the node that is our module. */
  beginInside(words: Uint32Array, address: number): void {
    this.depth = 0;
    this.offset = 0;
    this.goInside(words, address);
    this.handedOn = Field.None;
    this.node = 0;
  }

  /** Goes to the children of the node that was come by last. */
  enter(words: Uint32Array, address: number, handedOn: Field, node: NodeIndex): void {
    this.keep();
    // The first child begins where the node does: both have the same padding.
    this.offset -= words[address + NodeWord.PaddingBytes] + words[address + NodeWord.SizeBytes];
    this.goInside(words, address);
    this.handedOn = handedOn;
    this.node = node;
  }

  /** Goes back to the node around. False when there is none. */
  leave(): boolean {
    if (this.depth === 0) return false;
    const { kept } = this;
    const from = --this.depth * FRAME_WORDS;
    this.at = kept[from];
    this.end = kept[from + 1];
    this.place = kept[from + 2];
    this.offset = kept[from + 3];
    this.production = kept[from + 4];
    this.handedOn = kept[from + 5];
    this.node = kept[from + 6];
    return true;
  }

  private goInside(words: Uint32Array, address: number): void {
    const count = words[address + NodeWord.ChildCount];
    this.goTo(address - count * SUBTREE_WORDS, address, words[address + NodeWord.Production] >>> 16);
  }

  private goTo(at: number, end: number, production: number): void {
    this.at = at;
    this.end = end;
    this.place = 0;
    this.production = production;
  }

  private keep(): void {
    const { kept } = this;
    const from = this.depth * FRAME_WORDS;
    kept[from] = this.at;
    kept[from + 1] = this.end;
    kept[from + 2] = this.place;
    kept[from + 3] = this.offset;
    kept[from + 4] = this.production;
    kept[from + 5] = this.handedOn;
    kept[from + 6] = this.node;
    if (++this.depth * FRAME_WORDS < kept.length) return;
    this.kept = new Int32Array(kept.length * 2);
    this.kept.set(kept);
  }
}

/** Copies the subtrees among which some frames begin. */
export function copySubtrees(
  words: Uint32Array,
  { kinds, leaves, fields, fieldStride, aliases, aliasStride }: GrammarTables,
  frames: SubtreeFrames,
  { builder, base, instead }: CopyTarget,
): void {
  let parent: NodeIndex = 0;
  let previous: NodeIndex = builder.lastOfModule;
  for (;;) {
    while (frames.at === frames.end) {
      const node = frames.node;
      if (!frames.leave()) {
        builder.lastOfModule = previous;
        return;
      }
      if (node === NOT_SHOWN) continue;
      builder.lasts[node] = builder.count - 1;
      previous = node;
      parent = builder.parents[node];
    }
    const head = words[frames.at];
    const isSmall = (head & 1) !== 0;
    const address = head >> 2;
    const tail = words[frames.at + 1];
    const flags = isSmall ? head >> 1 : words[address + NodeWord.Flags];
    const start = frames.offset + (isSmall ? (tail >>> 16) & 0xff : words[address + NodeWord.PaddingBytes]);
    const end = start + (isSmall ? tail >>> 24 : words[address + NodeWord.SizeBytes]);
    frames.at += SUBTREE_WORDS;
    frames.offset = end;
    let field = Field.None;
    let alias = 0;
    if ((flags & Flag.Extra) === 0) {
      const { place, production } = frames;
      frames.place++;
      if (place < aliasStride) alias = aliases[production * aliasStride + place];
      if (place < fieldStride) field = fields[production * fieldStride + place];
      if (field === Field.None) field = frames.handedOn;
    }
    const hasChildren = !isSmall && words[address + NodeWord.ChildCount] > 0;
    if ((flags & Flag.Visible) === 0 && alias === 0) {
      if (hasChildren && words[address + NodeWord.VisibleChildCount] > 0)
        frames.enter(words, address, field, NOT_SHOWN);
      continue;
    }
    const symbol = alias || (isSmall ? (head >> 8) & 0xff : words[address + NodeWord.Symbol] & 0xffff);
    const kind: NodeKind = symbol === ERROR_SYMBOL ? NodeKind.Error : kinds[symbol];
    if (kind === NodeKind.Other) continue;
    const other = kind === NodeKind.ExpressionStatement ? instead?.get(start >> 1) : undefined;
    if (other) {
      previous = builder.graft(other, base + (start >> 1), parent, previous);
      continue;
    }
    const node = builder.add(kind, field, base + (start >> 1), base + (end >> 1), parent);
    if (previous !== NO_NODE) builder.nexts[previous] = node;
    previous = node;
    if (!hasChildren || leaves[symbol] === 1) continue;
    frames.enter(words, address, Field.None, node);
    parent = node;
    previous = NO_NODE;
  }
}
