import { lastName } from "../../catalogue/ids";
import { ownerOf } from "../../evaluation/types";
import type { TextReplacement } from "../../findings";
import type { Candidate } from "../../rewrites/book";
import { Field, NodeKind } from "../../syntax/node-kind";
import type { FixInput } from "../fixer";
import { moveItem } from "../replacing/replace-import";
import { importAt } from "./candidates";

/**
 * The edits that import a name from where it is at home now, where that is all that a rewriting of its every use comes to:
 * `from collections.abc import Iterator` for `from typing import Iterator`. `undefined` for every other rewriting.
 */
export function movedName(input: FixInput, candidates: readonly Candidate[]): TextReplacement[] | undefined {
  const { tree, scopes, catalogue, finding, book } = input;
  const imported = importAt(tree, scopes, tree.innermost(finding.start, finding.end));
  if (!imported || tree.kind(imported.statement) !== NodeKind.ImportFromStatement) return undefined;
  const homes = new Set(
    candidates.map(({ to }) => {
      const pattern = book.pattern(to);
      return pattern.entries.get(pattern.roots[0]);
    }),
  );
  const [home] = homes;
  if (home === undefined || homes.size > 1) return undefined;
  const module = ownerOf(home);
  const name = lastName(home);
  if (module === "builtins" || !catalogue.isModule(module) || name !== lastName(imported.path))
    return undefined;
  const isAliased = tree.kind(imported.node) === NodeKind.AliasedImport;
  const alias = isAliased ? tree.child(imported.node, Field.Alias) : undefined;
  const item = alias === undefined ? name : `${name} as ${tree.textOf(alias)}`;
  return moveItem(input, imported, { module, name, item });
}
