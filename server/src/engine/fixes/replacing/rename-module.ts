import type { TextReplacement } from "../../findings";
import { Field, NodeKind } from "../../syntax/node-kind";
import type { FixInput } from "../fixer";
import { importedNames } from "../imports/imported";
import { usesOfModule } from "../imports/module-uses";
import type { Replacement } from "./replacement";

/**
 * The edits that import one module for another that is the same in all (`import xml.etree.cElementTree as ET`), and reach
 * it by its own path. `undefined` where the place is no plain import, or the two are not alike.
 */
export function renameModule(
  input: FixInput,
  { from, to, safety }: Replacement,
): TextReplacement[] | undefined {
  const { tree, scopes, catalogue, finding } = input;
  const node = tree.innermost(finding.start, finding.end);
  const imported = importedNames(tree, scopes).find(
    (each) => each.node <= node && node <= tree.lastInside(each.node),
  );
  const isPlain = imported && tree.kind(imported.statement) === NodeKind.ImportStatement;
  if (!isPlain || imported.reaches !== from.id) return undefined;
  if (safety !== "safe" || !catalogue.isModule(to.id)) return undefined;
  const isAliased = tree.kind(imported.node) === NodeKind.AliasedImport;
  const name = isAliased ? tree.child(imported.node, Field.Name) : imported.node;
  const uses = isAliased ? [] : usesOfModule(input, imported).chains;
  return [name, ...uses].map((each) => ({ start: tree.start(each), end: tree.end(each), newText: to.id }));
}
