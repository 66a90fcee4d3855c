import { NO_NODE, type NodeColumns } from "./syntax-tree";

/** Nodes directly inside the module, with all that is in them, that give way to others. */
export interface Splice {
  /** The first of them, and the first node behind them. */
  readonly from: number;
  readonly to: number;
  /** A module with what takes their place; `undefined`: nothing. */
  readonly by: NodeColumns | undefined;
  /** By how much the text behind them moved. */
  readonly offset: number;
  /** Length of the text afterwards. */
  readonly textLength: number;
}

/** Makes the nodes of a tree from those of another, in which some were replaced. */
export function spliceColumns(old: NodeColumns, { from, to, by, offset, textLength }: Splice): NodeColumns {
  const added = by ? by.kinds.length - 1 : 0;
  const behind = from + added;
  const shift = behind - to;
  const count = old.kinds.length + shift;
  const columns: NodeColumns = {
    kinds: joined(new Uint8Array(count), old.kinds, by?.kinds, from, to),
    fields: joined(new Uint8Array(count), old.fields, by?.fields, from, to),
    starts: joined(new Uint32Array(count), old.starts, by?.starts, from, to),
    ends: joined(new Uint32Array(count), old.ends, by?.ends, from, to),
    parents: joined(new Int32Array(count), old.parents, by?.parents, from, to),
    nexts: joined(new Int32Array(count), old.nexts, by?.nexts, from, to),
    lasts: joined(new Int32Array(count), old.lasts, by?.lasts, from, to),
  };
  // The module that the new nodes come from has one node before them; this one has `from`.
  moveNodes(columns, from, behind, from - 1);
  moveNodes(columns, behind, count, shift);
  moveText(columns, behind, count, offset);
  if (from === 1 && by) columns.starts[0] = by.starts[0];
  columns.ends[0] = textLength;
  columns.lasts[0] = count - 1;
  linkNeighbours(columns, from, behind);
  return columns;
}

function joined<T extends Uint8Array | Uint32Array | Int32Array>(
  whole: T,
  old: T,
  by: T | undefined,
  from: number,
  to: number,
): T {
  whole.set(old.subarray(0, from));
  if (by) whole.set(by.subarray(1), from);
  whole.set(old.subarray(to), whole.length - (old.length - to));
  return whole;
}

/** Corrects what a stretch of nodes tells of other nodes of the same stretch. */
function moveNodes({ parents, nexts, lasts }: NodeColumns, from: number, to: number, shift: number): void {
  if (shift === 0) return;
  for (let node = from; node < to; node++) {
    // The module is node 0 of every tree.
    if (parents[node] > 0) parents[node] += shift;
    if (nexts[node] !== NO_NODE) nexts[node] += shift;
    lasts[node] += shift;
  }
}

function moveText({ starts, ends }: NodeColumns, from: number, to: number, offset: number): void {
  if (offset === 0) return;
  for (let node = from; node < to; node++) {
    starts[node] += offset;
    ends[node] += offset;
  }
}

/** Links the last of the module's children before each seam with the first one behind it. */
function linkNeighbours({ nexts, parents, lasts }: NodeColumns, ...seams: readonly number[]): void {
  for (const seam of seams) {
    if (seam <= 1) continue;
    let before = seam - 1;
    while (parents[before] > 0) before = parents[before];
    nexts[before] = seam < lasts.length ? seam : NO_NODE;
  }
}
