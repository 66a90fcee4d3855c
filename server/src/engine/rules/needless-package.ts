import { isServedBy, readWholeModule } from "../rewrites/whole-module";
import { mayImportPackages, readMovedImport } from "../rewrites/moved-imports";
import type { VersionTest } from "../evaluation/context";
import { NodeKind } from "../syntax/node-kind";
import { kindSet, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import { NO_MINORS } from "../version";
import type { Judgement, Rule } from "./rule";

/**
 * Flags an import from a package that brings newer parts of the library to older Pythons, where every targeted Python has
 * them.
 *
 * Silent in a `try`, which a package may be missing for, on names that only the package has, and where the target lets in
 * Python 2.
 *
 * Why: the project can do without the package.
 *
 * ```python
 * # target: >=3.11
 * import tomli  # modernise tomllib
 * ```
 */
export const needlessPackage: Rule = function* ({
  tree,
  scopes,
  catalogue,
  target,
  tests,
  subject,
}): Iterable<Judgement> {
  if (target.python2 || !mayImportPackages(tree.text)) return;
  for (const node of tree.nodesOf(IMPORTS)) {
    const [start, end] = [tree.start(node), tree.end(node)];
    const minors = subject.references.reachWithin(start, end) & target.minors;
    if (isGuarded(tree, node, tests)) continue;
    const moved = minors === NO_MINORS ? undefined : readMovedImport(tree, node, catalogue, minors);
    if (!moved) continue;
    const { whole, entry } = moved;
    if (whole && !isServedBy(readWholeModule(tree, scopes, whole), { catalogue, home: entry.id, minors }))
      continue;
    yield {
      code: "modernise",
      severity: "hint",
      entryId: entry.id,
      start: tree.start(moved.module),
      end: tree.end(moved.module),
      failing: NO_MINORS,
      subject: { start, end },
    };
  }
};

const IMPORTS = kindSet([NodeKind.ImportStatement, NodeKind.ImportFromStatement]);

/** An import under a test of the version is there for other Pythons, or goes with the test. */
function isGuarded(tree: SyntaxTree, statement: NodeIndex, tests: readonly VersionTest[]): boolean {
  for (let at = tree.parent(statement); at > 0; at = tree.parent(at)) {
    if (tree.kind(at) !== NodeKind.IfStatement) continue;
    const [start, end] = [tree.start(at), tree.start(statement)];
    if (tests.some((test) => start <= test.start && test.start < end)) return true;
  }
  return false;
}
