import type { ScopeTable } from "../binding/scopes";
import type { Catalogue } from "../catalogue/catalogue";
import type { DocumentAnalysis, Finding, Fix } from "../findings";
import type { RewriteBook } from "../rewrites/book";
import type { Subject } from "../rewrites/predicate";
import type { SyntaxTree } from "../syntax/syntax-tree";

/** What a fixer may look at: the analysed version of the document. */
export interface FixInput {
  readonly tree: SyntaxTree;
  readonly scopes: ScopeTable;
  readonly catalogue: Catalogue;
  readonly analysis: DocumentAnalysis;
  readonly finding: Finding;
  readonly book: RewriteBook;
  /** The document as rewrites see it; they must serve the minors of the target. */
  readonly subject: Subject;
}

/** One kind of fix. */
export interface Fixer {
  readonly id: string;
  /** Tells whether this kind is about such a finding at all; cheap, by code and entry. */
  appliesTo(finding: Pick<Finding, "code" | "entryId" | "fallback">): boolean;
  /** Computes the edits; `undefined` where the fix cannot be shown to be right. */
  compute(input: FixInput): Fix | undefined;
}
