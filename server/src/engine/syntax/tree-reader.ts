import type { Language, Tree } from "web-tree-sitter";
import { FIELDS, NAMED_KINDS, TOKEN_KINDS } from "./grammar-names";
import { NodeKind } from "./node-kind";
import type { NodeColumns } from "./syntax-tree";
import type { TreeBuilder } from "./tree-builder";

/** Reads the parser's own trees. */
export interface TreeReader {
  /** Tells whether the grammar could not make sense of all of a tree's text. */
  hasError(tree: Tree): boolean;
  /** UTF-16 offset at which a tree's root starts. */
  start(tree: Tree): number;
  /** UTF-16 offset behind a tree's root. */
  end(tree: Tree): number;
  /**
   * Copies a tree out of the parser's memory, below the module that a builder has begun and behind what that has already.
   * What the parser could make no module of becomes an error inside of the module.
   */
  copy(tree: Tree, to: CopyTarget): void;
}

/** Where a tree is copied to. */
export interface CopyTarget {
  readonly builder: TreeBuilder;
  /** UTF-16 offset at which the parsed text starts in the whole one. */
  readonly base: number;
  /**
   * Modules whose statements take the place of the expression statement that starts at an offset of the parsed text.
   */
  readonly instead?: ReadonlyMap<number, NodeColumns>;
}

/** How the grammar's numbers translate into ours. */
export interface KindTables {
  /** By the grammar's node type id. */
  readonly kinds: Uint8Array;
  /** 1 for node types that never have children that anybody asks for. */
  readonly leaves: Uint8Array;
  /** By the grammar's field id. */
  readonly fields: Uint8Array;
}

/** Translates the numbers of a grammar. */
export function makeKindTables(language: Language): KindTables {
  const count = language.nodeTypeCount;
  const kinds = new Uint8Array(count);
  const leaves = new Uint8Array(count);
  for (let id = 0; id < count; id++) {
    const name = language.nodeTypeForId(id);
    if (name === null) continue;
    if (language.nodeTypeIsNamed(id)) {
      kinds[id] = NAMED_KINDS[name] ?? NodeKind.Other;
      leaves[id] = LEAVES.has(name) ? 1 : 0;
    } else {
      kinds[id] = TOKEN_KINDS[name] ?? NodeKind.Other;
      leaves[id] = 1;
    }
  }
  const fields = new Uint8Array(language.fieldCount + 1);
  for (let id = 1; id <= language.fieldCount; id++)
    fields[id] = FIELDS[language.fieldNameForId(id) ?? ""] ?? 0;
  return { kinds, leaves, fields };
}

const LEAVES = new Set([
  "identifier",
  "integer",
  "float",
  "true",
  "false",
  "none",
  "comment",
  "string_start",
  "string_end",
  "ellipsis",
]);
