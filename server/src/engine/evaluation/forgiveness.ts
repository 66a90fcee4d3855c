import { NodeKind } from "../syntax/node-kind";
import type { NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS } from "../version";
import { type Context, type Forgiveness, FULL_FORGIVENESS, NO_FORGIVENESS } from "./context";
import { evaluate } from "./expressions";
import { membersOf, type Value } from "./values";

/** What catching an exception provides for. */
const FORGIVEN_BY: Readonly<Record<string, Partial<Forgiveness>>> = {
  ImportError: { modules: ALL_MINORS, imports: ALL_MINORS },
  // A name that a module lacks raises ImportError itself.
  ModuleNotFoundError: { modules: ALL_MINORS },
  AttributeError: { attributes: ALL_MINORS },
  NameError: { names: ALL_MINORS },
  TypeError: { calls: ALL_MINORS },
  ValueError: { values: ALL_MINORS },
  LookupError: { values: ALL_MINORS },
  "re.error": { values: ALL_MINORS },
  "re.PatternError": { values: ALL_MINORS },
  "struct.error": { values: ALL_MINORS },
  "shutil.Error": { values: ALL_MINORS },
  "tarfile.CompressionError": { values: ALL_MINORS },
  Exception: FULL_FORGIVENESS,
};
const FORGIVING_ALL = new Set(["Exception", "BaseException", "StandardError"]);

/** The names of the exceptions that an expression after `except` catches. */
export function exceptionNames(ctx: Context, node: NodeIndex): string[] {
  const { tree } = ctx;
  const expression = tree.kind(node) === NodeKind.AsPattern ? tree.firstNamedChild(node) : node;
  ctx.lazy++;
  const value = evaluate(ctx, expression);
  ctx.lazy--;
  return namesOf(value);
}

function namesOf(value: Value): string[] {
  if (value.tag === "tuple") return value.items.flatMap(namesOf);
  return membersOf(value).flatMap((member) =>
    member.tag === "symbol" ? [member.entry.id.replace(/^builtins\./, "")] : [],
  );
}

/** What catching these exceptions provides for. */
export function forgivenessOf(names: readonly string[]): Forgiveness {
  return names.reduce((sum, name) => {
    const key = FORGIVING_ALL.has(name) ? "Exception" : name;
    return sumOf(sum, { ...NO_FORGIVENESS, ...FORGIVEN_BY[key] });
  }, NO_FORGIVENESS);
}

/** What is provided for by one or the other. */
export function sumOf(left: Forgiveness, right: Forgiveness): Forgiveness {
  return {
    modules: left.modules | right.modules,
    imports: left.imports | right.imports,
    attributes: left.attributes | right.attributes,
    names: left.names | right.names,
    calls: left.calls | right.calls,
    values: left.values | right.values,
  };
}
