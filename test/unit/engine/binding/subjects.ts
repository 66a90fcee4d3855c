import assert from "node:assert/strict";
import { collectScopes } from "../../../../server/src/engine/binding/collect-scopes";
import type { Scope, ScopeTable } from "../../../../server/src/engine/binding/scopes";
import { Field } from "../../../../server/src/engine/syntax/node-kind";
import { NO_NODE, type SyntaxTree } from "../../../../server/src/engine/syntax/syntax-tree";
import { parseText } from "../syntax/parser-for-tests";

/** A text as parsed, and its scopes. */
export interface Subject {
  readonly tree: SyntaxTree;
  readonly table: ScopeTable;
}

/** Parses lines and collects their scopes. */
export async function collect(...lines: string[]): Promise<Subject> {
  const tree = await parseText(lines.join("\n") + "\n");
  return { tree, table: collectScopes(tree) };
}

/** The names that a scope binds, sorted. */
export function namesOf(scope: Scope): string[] {
  return [...scope.bindings.keys()].sort();
}

/** The names that a piece of module code binds. */
export async function boundBy(...lines: string[]): Promise<string[]> {
  const { table } = await collect(...lines);
  return namesOf(table.module);
}

/** The only scope of a kind. */
export function only({ table }: Subject, kind: Scope["kind"]): Scope {
  const found = [...table.byNode.values()].filter((scope) => scope.kind === kind);
  assert.equal(found.length, 1, `one ${kind} scope`);
  return found[0];
}

/** The scope of the function or class of that name. */
export function named({ tree, table }: Subject, name: string): Scope {
  const found = [...table.byNode.values()].find(({ node }) => {
    const identifier = node === 0 ? NO_NODE : tree.child(node, Field.Name);
    return identifier !== NO_NODE && tree.textOf(identifier) === name;
  });
  assert.ok(found, `a scope named ${name}`);
  return found;
}
