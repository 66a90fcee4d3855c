import type { ScopeTable } from "../binding/scopes";
import type { Catalogue } from "../catalogue/catalogue";
import type { Value } from "../evaluation/values";
import type { SyntaxTree, NodeIndex } from "../syntax/syntax-tree";
import type { MinorSet } from "../version";
import type { Match } from "./matcher";
import type { References } from "./references";

/** What rewrites look at: one analysed document. */
export interface Subject {
  readonly tree: SyntaxTree;
  readonly scopes: ScopeTable;
  readonly catalogue: Catalogue;
  readonly references: References;
  /** What an expression may stand for, wherever its code is reached. */
  readonly valueAt: (node: NodeIndex) => Value;
  /** The minors that must be served. */
  readonly minors: MinorSet;
  /** Tells whether the document may import a module that it has not imported yet. */
  readonly mayImport: (module: string) => boolean;
}

/** Something that must be shown to hold before code is rewritten. */
export interface Predicate {
  /** Why the rewrite is refused where it does not hold, as a key of the messages. */
  readonly reason: string;
  holds(match: Match, subject: Subject): boolean;
}
