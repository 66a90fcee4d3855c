import type { Tree, TreeCursor } from "web-tree-sitter";
import { NodeKind } from "./node-kind";
import { NO_NODE, type NodeIndex } from "./syntax-tree";
import type { CopyTarget, KindTables, TreeReader } from "./tree-reader";

/** Reads trees by what web-tree-sitter offers to everybody: a cursor that goes from node to node. */
export class CursorReader implements TreeReader {
  constructor(private readonly tables: KindTables) {}

  hasError(tree: Tree): boolean {
    return tree.rootNode.hasError;
  }

  start(tree: Tree): number {
    return tree.rootNode.startIndex;
  }

  end(tree: Tree): number {
    return tree.rootNode.endIndex;
  }

  copy(tree: Tree, to: CopyTarget): void {
    const cursor = tree.walk();
    try {
      copyFrom(cursor, to, this.tables);
    } finally {
      cursor.delete();
    }
  }
}

function copyFrom(
  cursor: TreeCursor,
  { builder, base, instead }: CopyTarget,
  { kinds, leaves, fields }: KindTables,
): void {
  if (kinds[cursor.nodeTypeId] === NodeKind.Module && !cursor.gotoFirstChild()) return;
  let parent: NodeIndex = 0;
  let previous: NodeIndex = builder.lastOfModule;
  const ancestors: NodeIndex[] = [];
  for (;;) {
    const type = cursor.nodeTypeId;
    // Type ids of ERROR nodes lie outside of the grammar's table.
    const kind = type < kinds.length ? kinds[type] : NodeKind.Error;
    const start = cursor.startIndex;
    const other = kind === NodeKind.ExpressionStatement ? instead?.get(start) : undefined;
    if (other) previous = builder.graft(other, base + start, parent, previous);
    else if (kind !== NodeKind.Other) {
      const field = fields[cursor.currentFieldId];
      const node = builder.add(kind, field, base + start, base + cursor.endIndex, parent);
      if (previous !== NO_NODE) builder.nexts[previous] = node;
      previous = node;
      if ((type >= leaves.length || leaves[type] === 0) && cursor.gotoFirstChild()) {
        ancestors.push(parent);
        parent = previous;
        previous = NO_NODE;
        continue;
      }
    }
    while (!cursor.gotoNextSibling()) {
      if (ancestors.length === 0) {
        builder.lastOfModule = previous;
        return;
      }
      cursor.gotoParent();
      builder.lasts[parent] = builder.count - 1;
      previous = parent;
      parent = ancestors.pop() as NodeIndex;
    }
  }
}
