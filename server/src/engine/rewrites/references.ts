import type { Usage } from "../findings";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet } from "../version";

/** Tells which entry a name in the document refers to, by what the analysis resolved. */
export class References {
  /** `usages` in document order. */
  constructor(
    private readonly tree: SyntaxTree,
    private readonly usages: readonly Usage[],
  ) {}

  /** The usage whose name an identifier, or an attribute's last name, is; `undefined` where it refers to nothing known. */
  usageAt(node: NodeIndex): Usage | undefined {
    const name = nameOf(this.tree, node);
    if (name === NO_NODE) return undefined;
    const start = this.tree.start(name);
    for (let index = this.firstFrom(start); index < this.usages.length; index++) {
      const usage = this.usages[index];
      if (usage.start !== start) return undefined;
      if (usage.end === this.tree.end(name) && NAMES.has(usage.kind)) return usage;
    }
    return undefined;
  }

  /** The entry that a node refers to; `undefined` where a star import may have brought something else. */
  entryAt(node: NodeIndex): string | undefined {
    const usage = this.usageAt(node);
    return usage && !isDoubtful(usage) ? usage.entryId : undefined;
  }

  /** The minors that reach a stretch of code, as the first use of something in it tells; all where nothing does. */
  reachWithin(start: number, end: number): MinorSet {
    const usage = this.usages[this.firstFrom(start)] as Usage | undefined;
    return usage && usage.end <= end ? usage.reach : ALL_MINORS;
  }

  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.usages.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.usages[middle].start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Tells whether a star import of an unknown module may have replaced what a name refers to. */
export function isDoubtful({ kind, forgiven }: Usage): boolean {
  return kind === "name" && forgiven === ALL_MINORS;
}

/** The node that refers to something by the identifier of a usage: the identifier, or the attribute that it ends. */
export function referenceOf(tree: SyntaxTree, usage: Usage): NodeIndex {
  const node = tree.innermost(usage.start, usage.end);
  if (tree.kind(node) !== NodeKind.Identifier) return NO_NODE;
  return tree.field(node) === Field.Attribute ? tree.parent(node) : node;
}

const NAMES = new Set<Usage["kind"]>(["name", "attribute", "reference"]);

function nameOf(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  switch (tree.kind(node)) {
    case NodeKind.Identifier:
      return node;
    case NodeKind.Attribute:
      return tree.child(node, Field.Attribute);
    default:
      return NO_NODE;
  }
}
