import type { ScopeTable } from "../binding/scopes";
import type { Catalogue } from "../catalogue/catalogue";
import type { OffsetRange, Usage } from "../findings";
import type { NodeIndex, SyntaxTree } from "../syntax/syntax-tree";
import { inScope } from "./comprehensions";
import { Context, type VersionTest } from "./context";
import { walkDeferredBody } from "./definitions";
import { evaluate } from "./expressions";
import { scopeAt } from "./functions";
import type { ModuleTable } from "./module-table";
import { walkBlock } from "./statements";
import { collectSyntaxUsages } from "./syntax-usages";
import type { Value } from "./values";

/** What the walk over a document found, in document order. */
export interface Walk {
  readonly usages: readonly Usage[];
  readonly tests: readonly VersionTest[];
  /** What an expression may stand for, whatever the order in which its scope's code runs; tells of no usages. */
  valueAt(node: NodeIndex): Value;
}

/** What a walk goes over. */
export interface WalkInput {
  readonly tree: SyntaxTree;
  readonly scopes: ScopeTable;
  readonly catalogue: Catalogue;
  readonly uri: string;
  /** The other files of the project; `undefined`: none is known. */
  readonly modules: ModuleTable | undefined;
}

/** Walks a whole document in the order in which it runs and lists every use of a catalogued thing. */
export function walkDocument({ tree, scopes, catalogue, uri, modules }: WalkInput): Walk {
  const ctx = new Context(tree, scopes, catalogue, { uri, modules });
  inScope(ctx, scopes.module, () => walkBlock(ctx, 0));
  // Functions run after the module was loaded, when every name of it has its last value.
  for (let next = 0; next < ctx.deferred.length; next++) walkDeferredBody(ctx, ctx.deferred[next]);
  collectSyntaxUsages(tree, scopes, catalogue, ctx.usages);
  return {
    usages: ctx.usages.sort(byPosition),
    tests: ctx.tests.sort(byPosition),
    valueAt: (node) => ctx.outOfOrder(scopeAt(ctx, node), () => evaluate(ctx, node)),
  };
}

function byPosition(left: OffsetRange, right: OffsetRange): number {
  return left.start - right.start || left.end - right.end;
}
