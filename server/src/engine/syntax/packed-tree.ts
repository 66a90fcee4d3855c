import { NO_NODE, type NodeColumns, type NodeIndex } from "./syntax-tree";

/** A tree in about a quarter of the memory, for while nobody looks at it. It is made of the text that the tree was of. */
export interface PackedTree {
  readonly count: number;
  /**
   * By node: its kind, what it is of its parent, how far its start lies behind that of the node before, its length, and
   * how many nodes are inside it. Numbers of seven bits a byte, the lowest first; the highest bit: more follow.
   */
  readonly bytes: Uint8Array;
}

/** A number has no more bytes. */
const LONGEST_NUMBER = 5;
const MOST_BYTES_OF_NODE = 2 + 3 * LONGEST_NUMBER;

/** Packs the nodes of a tree, in which no node starts before the one before it or ends before it starts. */
export function packTree({ kinds, fields, starts, ends, lasts }: NodeColumns): PackedTree {
  const count = kinds.length;
  let bytes = new Uint8Array(count * 7 + MOST_BYTES_OF_NODE);
  let at = 0;
  const write = (number: number): void => {
    let rest = number;
    for (; rest > 0x7f; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
    bytes[at++] = rest;
  };
  let before = 0;
  for (let node = 0; node < count; node++) {
    if (at + MOST_BYTES_OF_NODE > bytes.length) bytes = grown(bytes);
    bytes[at++] = kinds[node];
    bytes[at++] = fields[node];
    write(starts[node] - before);
    write(ends[node] - starts[node]);
    write(lasts[node] - node);
    before = starts[node];
  }
  return { count, bytes: bytes.slice(0, at) };
}

/** Gives the nodes as they were. */
export function unpackTree({ count, bytes }: PackedTree): NodeColumns {
  const columns: NodeColumns = {
    kinds: new Uint8Array(count),
    fields: new Uint8Array(count),
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    parents: new Int32Array(count),
    nexts: new Int32Array(count),
    lasts: new Int32Array(count),
  };
  let at = 0;
  const read = (): number => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      number |= (byte & 0x7f) << shift;
      if (byte < 0x80) return number;
    }
  };
  let start = 0;
  let parent: NodeIndex = NO_NODE;
  for (let node = 0; node < count; node++) {
    columns.kinds[node] = bytes[at++];
    columns.fields[node] = bytes[at++];
    start += read();
    columns.starts[node] = start;
    columns.ends[node] = start + read();
    const last = node + read();
    columns.lasts[node] = last;
    while (parent !== NO_NODE && columns.lasts[parent] < node) parent = columns.parents[parent];
    columns.parents[node] = parent;
    columns.nexts[node] = parent !== NO_NODE && last < columns.lasts[parent] ? last + 1 : NO_NODE;
    if (last > node) parent = node;
  }
  return columns;
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}
