import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE } from "../syntax/syntax-tree";
import type { Context } from "./context";
import { basesOf } from "./base-classes";
import { homeOf } from "./module-table";
import { boundValue } from "./names";
import type { ClassValue, Value } from "./values";

/** An object of a `typing.NamedTuple` class of the project as the tuple that it is; any other value as it stands. */
export function asTuple(ctx: Context, value: Value): Value {
  if (value.tag !== "object" || !isNamedTuple(ctx, value.of)) return value;
  return { tag: "tuple", items: fieldsOf(ctx, value.of) };
}

function isNamedTuple(ctx: Context, of: ClassValue): boolean {
  return basesOf(ctx, of).some((base) => base.tag === "symbol" && base.entry.id === "typing.NamedTuple");
}

/** The fields in the order in which the class body annotates them. */
function fieldsOf(ctx: Context, { scope }: ClassValue): Value[] {
  const home = homeOf(ctx, scope);
  const { tree } = home;
  const fields = [...scope.bindings]
    .map(([name, [node]]) => ({ name, node }))
    .filter(({ node }) => {
      const assignment = tree.parent(node);
      return tree.kind(assignment) === NodeKind.Assignment && tree.child(assignment, Field.Type) !== NO_NODE;
    })
    .sort((left, right) => left.node - right.node);
  // Whoever takes a tuple apart mentions none of its fields.
  for (const { name } of fields) ctx.implied.add(name);
  return fields.map(({ node }) => boundValue(home, scope, node));
}
