import type { ScopeTable } from "../binding/scopes";
import type { Catalogue } from "../catalogue/catalogue";
import type { Finding, Usage } from "../findings";
import type { SyntaxTree } from "../syntax/syntax-tree";
import type { TargetRange } from "../version";
import type { VersionTest } from "../evaluation/context";
import type { RewriteBook } from "../rewrites/book";
import type { Subject } from "../rewrites/predicate";
import type { UsageLists } from "./usage-lists";

/** A finding before it is known which fixes apply to it. */
export type Judgement = Omit<Finding, "fixIds">;

/** What a rule may look at. */
export interface RuleInput {
  readonly tree: SyntaxTree;
  readonly scopes: ScopeTable;
  readonly catalogue: Catalogue;
  /** In document order. */
  readonly usages: readonly Usage[];
  readonly lists: UsageLists;
  /** Tests of the running Python's version, in document order. */
  readonly tests: readonly VersionTest[];
  readonly target: TargetRange;
  readonly book: RewriteBook;
  /** The document as rewrites see it; they must serve the minors of the target. */
  readonly subject: Subject;
}

/** A rule: everything that it has to say of a document. */
export type Rule = (input: RuleInput) => Iterable<Judgement>;
