import { moduleOf, type Scope, type ScopeTable } from "../binding/scopes";
import type { OffsetRange, Usage } from "../findings";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";

/** A place that names a private function of the module, and the minors on which it is reached. */
export interface HelperRead extends OffsetRange {
  readonly name: string;
  readonly reach: MinorSet;
}

/** Tells whether a function can be reached by its name in this module only: one at its margin that begins with `_`. */
export function isHelper(scope: Scope, name: string): boolean {
  return name.startsWith("_") && !name.startsWith("__") && scope.parent === moduleOf(scope);
}

/** A private function that some place of the module names. */
interface Helper extends OffsetRange {
  readonly name: string;
  readonly reads: readonly HelperRead[];
}

/**
 * Narrows the usages inside of private functions to the minors on which anything reaches a place that names the function:
 * `_legacy()` behind a test of the version. A function that nothing names may be called from anywhere.
 */
export function narrowedToCallers(
  usages: readonly Usage[],
  reads: readonly HelperRead[],
  { tree, scopes }: { readonly tree: SyntaxTree; readonly scopes: ScopeTable },
): readonly Usage[] {
  // Where every place is reached by all, there is nothing to narrow.
  if (!reads.some(({ reach }) => reach !== ALL_MINORS)) return usages;
  const helpers = helpersOf(reads, tree, scopes);
  const reachOf = reachOfHelpers(helpers);
  const narrowed = helpers.filter((helper) => reachOf(helper) !== ALL_MINORS);
  if (narrowed.length === 0) return usages;
  return usages.map((usage) => {
    const around = helperAt(narrowed, usage.start);
    return around ? { ...usage, reach: usage.reach & reachOf(around) } : usage;
  });
}

function helpersOf(reads: readonly HelperRead[], tree: SyntaxTree, scopes: ScopeTable): Helper[] {
  const byName = new Map<string, HelperRead[]>();
  for (const read of reads) byName.set(read.name, [...(byName.get(read.name) ?? []), read]);
  return [...byName].flatMap(([name, ofName]) =>
    (scopes.module.bindings.get(name) ?? []).flatMap((node) => {
      const body = bodyOf(tree, node);
      return body === NO_NODE ? [] : [{ name, reads: ofName, start: tree.start(body), end: tree.end(body) }];
    }),
  );
}

function bodyOf(tree: SyntaxTree, node: NodeIndex): NodeIndex {
  return tree.kind(node) === NodeKind.FunctionDefinition ? tree.child(node, Field.Body) : NO_NODE;
}

function helperAt(helpers: readonly Helper[], offset: number): Helper | undefined {
  return helpers.find(({ start, end }) => offset >= start && offset < end);
}

/** Helpers call each other: a place inside of one is reached where that is. In a circle it adds nothing. */
function reachOfHelpers(helpers: readonly Helper[]): (helper: Helper) => MinorSet {
  const known = new Map<string, MinorSet>();
  const reachOf = (helper: Helper): MinorSet => {
    const found = known.get(helper.name);
    if (found !== undefined) return found;
    known.set(helper.name, NO_MINORS);
    const reach = helper.reads.reduce((set, read) => {
      const around = helperAt(helpers, read.start);
      return set | (around ? read.reach & reachOf(around) : read.reach);
    }, NO_MINORS);
    known.set(helper.name, reach);
    return reach;
  };
  return reachOf;
}
