import { scopeAround } from "./scope-around";
import { scopeOfName, type ScopeTable } from "../binding/scopes";
import type { Usage } from "../findings";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet } from "../version";

/** Tells which entry a name in the document refers to, by what the analysis resolved. */
export class References {
  /** `usages` in document order. */
  constructor(
    private readonly tree: SyntaxTree,
    private readonly scopes: ScopeTable,
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

  /**
   * The entry that a node refers to by its own name or an import; `undefined` for a variable that holds it, here or in
   * another file that it is imported from, and where a star import may have brought something else.
   */
  entryAt(node: NodeIndex): string | undefined {
    const usage = this.usageAt(node);
    if (!usage || isDoubtful(usage)) return undefined;
    return usage.kind === "reference" && this.isVariable(node, usage.entryId) ? undefined : usage.entryId;
  }

  private isVariable(node: NodeIndex, entryId: string): boolean {
    const { tree } = this;
    if (tree.kind(node) !== NodeKind.Identifier)
      return !isNameOf(entryId, tree.textOf(tree.child(node, Field.Attribute)));
    const name = tree.textOf(node);
    const bindings = scopeOfName(scopeAround(tree, this.scopes, node), name)?.bindings.get(name) ?? [];
    return !bindings.every((binding) => this.isImportOf(binding, entryId));
  }

  /** What another file calls by a name of its own may be more than that: `Scope = Mapping[str, object]`. */
  private isImportOf(binding: NodeIndex, entryId: string): boolean {
    const { tree } = this;
    const kind = tree.kind(tree.parent(binding));
    if (kind !== NodeKind.ImportFromStatement) return kind === NodeKind.ImportStatement;
    const isAliased = tree.kind(binding) === NodeKind.AliasedImport;
    return isNameOf(entryId, tree.textOf(isAliased ? tree.child(binding, Field.Name) : binding));
  }

  /** The minors that reach a stretch of code, as the first use of something in it tells; all where nothing does. */
  reachWithin(start: number, end: number): MinorSet {
    const usage = this.usages[this.firstFrom(start)] as Usage | undefined;
    return usage && usage.end <= end ? usage.reach : ALL_MINORS;
  }

  /** As `reachWithin`, for stretches that are asked for in the order of their starts. */
  reachInOrder(): (start: number, end: number) => MinorSet {
    const { usages } = this;
    let next = 0;
    return (start, end) => {
      while (next < usages.length && usages[next].start < start) next++;
      return next < usages.length && usages[next].end <= end ? usages[next].reach : ALL_MINORS;
    };
  }

  /** The uses of something inside a stretch of code. */
  within(start: number, end: number): Usage[] {
    const found: Usage[] = [];
    for (let index = this.firstFrom(start); index < this.usages.length; index++) {
      if (this.usages[index].start >= end) break;
      found.push(this.usages[index]);
    }
    return found;
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
export function referenceOf(
  tree: SyntaxTree,
  usage: Usage,
  finder: Pick<SyntaxTree, "innermost"> = tree,
): NodeIndex {
  const node = finder.innermost(usage.start, usage.end);
  if (tree.kind(node) !== NodeKind.Identifier) return NO_NODE;
  return tree.field(node) === Field.Attribute ? tree.parent(node) : node;
}

function isNameOf(entryId: string, name: string): boolean {
  return entryId === name || entryId.endsWith(`.${name}`);
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
