import { Field, NodeKind } from "../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../syntax/syntax-tree";
import { lowestMinor, NO_MINORS } from "../version";
import type { Judgement, Rule } from "./rule";

/**
 * The first minor of Python 3 in which a feature is the rule: https://docs.python.org/3/library/__future__.html. Others are
 * still a matter of choice.
 */
const RULE_SINCE: ReadonlyMap<string, number> = new Map([
  ["nested_scopes", 0],
  ["generators", 0],
  ["division", 0],
  ["absolute_import", 0],
  ["with_statement", 0],
  ["print_function", 0],
  ["unicode_literals", 0],
  ["generator_stop", 7],
]);

/**
 * Flags `from __future__ import` of a feature that is the rule on every targeted Python.
 *
 * Silent where the name that it binds is read, and where the target lets in Python 2.
 *
 * Why: the import does nothing, and the reader has to know that.
 *
 * ```python
 * # target: >=3.7
 * from __future__ import print_function  # modernise __future__.print_function
 * ```
 */
export const needlessFuture: Rule = function* ({ tree, scopes, target }): Iterable<Judgement> {
  const lowest = lowestMinor(target.minors);
  if (target.python2 || lowest === undefined) return;
  for (const statement of scopes.futureImports) {
    for (const item of tree.namedChildren(statement)) {
      if (tree.field(item) !== Field.Name) continue;
      const isAliased = tree.kind(item) === NodeKind.AliasedImport;
      const name = isAliased ? tree.child(item, Field.Name) : item;
      const since = RULE_SINCE.get(tree.textOf(name));
      const local = isAliased ? tree.textOf(tree.child(item, Field.Alias)) : tree.textOf(name);
      if (since === undefined || since > lowest || isRead(tree, local, statement)) continue;
      yield {
        code: "modernise",
        severity: "hint",
        entryId: `__future__.${tree.textOf(name)}`,
        start: tree.start(name),
        end: tree.end(name),
        failing: NO_MINORS,
        subject: { start: tree.start(statement), end: tree.end(statement) },
      };
    }
  }
};

/** Tells whether a name stands anywhere but in a statement, in code or as a text of its own (`__all__`). */
function isRead(tree: SyntaxTree, name: string, statement: NodeIndex): boolean {
  for (let node = 0; node < tree.count; node++) {
    if (statement <= node && node <= tree.lastInside(statement)) continue;
    const kind = tree.kind(node);
    if (kind === NodeKind.Identifier && tree.field(node) !== Field.Attribute && tree.textOf(node) === name) {
      if (tree.kind(tree.parent(tree.parent(node))) !== NodeKind.FutureImportStatement) return true;
    } else if (kind === NodeKind.StringContent && tree.textOf(node) === name) return true;
  }
  return false;
}
