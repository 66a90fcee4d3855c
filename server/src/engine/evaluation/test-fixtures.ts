import type { Scope } from "../binding/scopes";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { decoratorsOf } from "./decorators";
import { returnValueOf } from "./functions";
import { elementOf } from "./types";
import { instance, UNKNOWN, type Value } from "./values";

/** Fixtures that pytest itself brings: https://docs.pytest.org/en/stable/reference/fixtures.html. */
const BUILT_IN: Readonly<Record<string, string | undefined>> = { tmp_path: "pathlib.Path" };

/**
 * What pytest gives for a parameter of a test or of a fixture: what the fixture of that name in the same file returns or
 * yields; unknown for fixtures of other files.
 */
export function valueOfFixture(ctx: Context, scope: Scope, parameter: NodeIndex): Value {
  const { tree, scopes } = ctx;
  if (tree.kind(scope.node) !== NodeKind.FunctionDefinition) return UNKNOWN;
  const isTest = tree.textOf(tree.child(scope.node, Field.Name)).startsWith("test");
  if (!isTest && !isFixture(ctx, scope.node)) return UNKNOWN;
  const name = tree.textOf(parameter);
  const owner = scope.parent?.kind === "class" ? scope.parent : scopes.module;
  const bindings = owner.bindings.get(name) ?? scopes.module.bindings.get(name);
  if (!bindings) {
    const id = BUILT_IN[name];
    return id === undefined ? UNKNOWN : instance(id);
  }
  const [only, ...others] = bindings;
  const fixture = others.length === 0 && isFixture(ctx, only) ? scopes.byNode.get(only) : undefined;
  if (!fixture || fixture === scope) return UNKNOWN;
  const value = returnValueOf(ctx, fixture);
  return fixture.yields ? elementOf(ctx.catalogue, value) : value;
}

function isFixture({ tree }: Context, definition: NodeIndex): boolean {
  if (definition === NO_NODE || tree.kind(definition) !== NodeKind.FunctionDefinition) return false;
  return decoratorsOf(tree, definition).expressions.some((expression) =>
    /^(?:pytest\.)?fixture\b/.test(tree.textOf(expression)),
  );
}
