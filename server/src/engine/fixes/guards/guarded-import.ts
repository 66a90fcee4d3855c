import { isImport, namesOfImport } from "../../syntax/imports";
import { Field } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../../syntax/syntax-tree";
import { isSubset } from "../../version";
import type { FixInput } from "../fixer";
import { importedNames, importsVisibleAt } from "../imports/imported";
import { isGuardable, type Need, needOf } from "./need";

/** The part of an import that needs a guard, where others of its names do not. */
export interface GuardedNames {
  readonly names: readonly NodeIndex[];
  readonly siblings: readonly NodeIndex[];
  readonly need: Need;
  /** The statement that imports them alone. */
  readonly text: string;
}

/**
 * Finds the names of an import that need the same guard as the finding's own; `undefined` where all of them do, or the
 * statement imports none.
 */
export function guardedNames(input: FixInput, statement: NodeIndex): GuardedNames | undefined {
  const { tree, finding } = input;
  if (!isImport(tree.kind(statement))) return undefined;
  const need = needOf(input, finding);
  const siblings = namesOfImport(tree, statement);
  const names = siblings.filter((name) => need && hasSameNeed(input, name, need));
  if (!need || names.length === 0 || names.length === siblings.length) return undefined;
  const module = tree.child(statement, Field.ModuleName);
  const list = names.map((name) => tree.textOf(name)).join(", ");
  const head = module === NO_NODE ? "import" : `from ${tree.textOf(module)} import`;
  return { names, siblings, need, text: `${head} ${list}` };
}

/** Statements that take the place of an import on the Pythons that have not got what it imports. */
export function withoutImport(input: FixInput, statement: NodeIndex, names: readonly NodeIndex[]): string[] {
  return importedNames(input.tree, input.scopes)
    .filter((each) => each.statement === statement && names.includes(each.node))
    .flatMap(({ local, path, reaches, scope }) => {
      if (path === reaches) return [`${local} = None`];
      // `import a.b` binds `a`, which may be there without its `b`.
      const isThere = importsVisibleAt(input.tree, input.scopes, statement).some(
        (each) => each.local === local && each.scope === scope && each.statement < statement,
      );
      if (isThere) return [];
      const available = input.catalogue.lookup(local)?.available ?? 0;
      return [isSubset(input.finding.failing, available) ? `import ${local}` : `${local} = None`];
    });
}

function hasSameNeed(input: FixInput, name: NodeIndex, { bounds }: Need): boolean {
  const { tree, analysis } = input;
  return analysis.findings.some((finding) => {
    if (!isGuardable(finding) || finding.start < tree.start(name) || finding.end > tree.end(name))
      return false;
    const need = needOf({ ...input, finding }, finding);
    return need?.bounds.from === bounds.from && need?.bounds.before === bounds.before;
  });
}
