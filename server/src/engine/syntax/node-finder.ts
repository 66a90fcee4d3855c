import type { NodeIndex, SyntaxTree } from "./syntax-tree";

/** Finds nodes at places that come in document order, each from where the one before was. */
export class NodeFinder {
  /** The first node that starts behind the place that was asked for last. */
  private next: NodeIndex = 0;

  constructor(private readonly tree: SyntaxTree) {}

  /** The innermost node that holds a whole stretch of text. A place before the last one takes a search. */
  innermost(start: number, end: number): NodeIndex {
    const { tree } = this;
    let { next } = this;
    if (next > 0 && tree.start(next - 1) > start) next = tree.firstFrom(start + 1);
    else while (next < tree.count && tree.start(next) <= start) next++;
    this.next = next;
    return tree.holderOf(next - 1, start, end);
  }
}
