import type { Entry } from "../catalogue/entry";
import { Field, NodeKind } from "../syntax/node-kind";
import type { NodeIndex } from "../syntax/syntax-tree";
import type { Subject } from "./predicate";

/** `hasattr(math, "prod")`: what is looked for. */
export interface PresenceTest {
  readonly entry: Entry;
}

/** Reads a call as the question whether a module or class of the library has a name that the catalogue knows. */
export function presenceTest(
  { tree, catalogue, references, valueAt }: Pick<Subject, "tree" | "catalogue" | "references" | "valueAt">,
  call: NodeIndex,
): PresenceTest | undefined {
  if (call <= 0 || tree.kind(call) !== NodeKind.Call) return undefined;
  if (references.entryAt(tree.child(call, Field.Function)) !== "builtins.hasattr") return undefined;
  const [object, name, ...others] = tree.namedChildren(tree.child(call, Field.Arguments));
  if (name === undefined || others.length > 0 || tree.kind(name) !== NodeKind.String) return undefined;
  const text = /^(["'])([A-Za-z]\w*)\1$/.exec(tree.textOf(name))?.[2];
  const value = valueAt(object);
  if (text === undefined || value.tag !== "symbol") return undefined;
  if (value.entry.kind !== "module" && value.entry.kind !== "class") return undefined;
  const entry = catalogue.member(value.entry.id, text) ?? catalogue.lookup(`${value.entry.id}.${text}`);
  // A submodule is an attribute only once somebody has imported it.
  return entry && entry.kind !== "module" && entry.kind !== "parameter" ? { entry } : undefined;
}
